import { linen, paper, TONES, wood } from '../studio/backdrop';
import { plus, type Vec } from '../studio/camera';
import type { Scene } from '../studio/scene';
import { soft, standing } from '../studio/shadow';
import type { Shot } from '../studio/shot';
import { mug, vessel } from '../parts/dish';
import { leaf } from '../parts/leaf';
import { sheet, type Sheet } from '../parts/sheet';
import { tube } from '../parts/tube';

const [PINE, SEAL, SAND, MIST] = ['#0e5c4c', '#c8452a', '#e9dfcc', '#dfe6e2'];
type Drawing = (on: Sheet) => string;

const bars: Drawing = (on) =>
  [0.3, 0.44, 0.4, 0.62, 0.84]
    .map((top, index) => on.rect(0.14 + index * 0.15, 0.16, 0.24 + index * 0.15, top, index === 4 ? SEAL : '#9dbcae'))
    .join('') +
  on.line([[0.1, 0.12], [0.9, 0.12]], '#b7bcb8', 0.16);
const rise: Drawing = (on) =>
  on.line([[0.1, 0.12], [0.9, 0.12]], '#b7bcb8', 0.16) +
  on.line([[0.12, 0.24], [0.3, 0.36], [0.46, 0.32], [0.64, 0.58], [0.86, 0.82]], PINE, 0.42) +
  [[0.12, 0.24], [0.3, 0.36], [0.46, 0.32], [0.64, 0.58]]
    .map(([x, y]) => on.dot(x ?? 0, y ?? 0, 0.5, PINE))
    .join('') +
  on.dot(0.86, 0.82, 0.85, SEAL);
const ticks: Drawing = (on) =>
  [0.8, 0.62, 0.44, 0.26]
    .map(
      (y, index) =>
        on.rect(0.12, y - 0.05, 0.24, y + 0.05, index < 3 ? PINE : MIST) +
        (index < 3
          ? on.line(
              [[0.15, y], [0.175, y - 0.025], [0.215, y + 0.03]],
              '#ffffff',
              0.26,
            )
          : '') +
        on.line([[0.34, y + 0.02], [0.86 - (index % 2) * 0.16, y + 0.02]], '#a9b0ab', 0.4) +
        on.line([[0.34, y - 0.035], [0.66, y - 0.035]], '#d5d8d4', 0.3),
    )
    .join('');
const nineGrid: Drawing = (on) => {
  const colours = ['#4a5aa0', '#d9b28a', '#d8232f', '#8fb27a', '#f0e0bd', '#c98a3e', '#9fb2bd', '#e3a63a', '#31564c'];
  return (
    colours
      .map((colour, cell) =>
        on.rect(
          0.14 + (cell % 3) * 0.25,
          0.6 - Math.floor(cell / 3) * 0.22,
          0.36 + (cell % 3) * 0.25,
          0.79 - Math.floor(cell / 3) * 0.22,
          colour,
        ),
      )
      .join('') +
    on.line([[0.14, 0.9], [0.7, 0.9]], '#a9b0ab', 0.4)
  );
};
const bubbles: Drawing = (on) =>
  on.rect(0.1, 0.68, 0.62, 0.84, MIST) +
  on.line([[0.16, 0.76], [0.5, 0.76]], '#8d9892', 0.4) +
  on.rect(0.38, 0.46, 0.9, 0.62, '#a9d3a0') +
  on.line([[0.46, 0.54], [0.8, 0.54]], '#4f7f4b', 0.4) +
  on.rect(0.1, 0.18, 0.7, 0.4, MIST) +
  on.line([[0.16, 0.33], [0.6, 0.33]], '#8d9892', 0.4) +
  on.line([[0.16, 0.25], [0.44, 0.25]], '#8d9892', 0.4);
const ring: Drawing = (on) =>
  on.dot(0.5, 0.54, 4.4, PINE) +
  on.dot(0.5, 0.54, 2.8, '#fbfaf6') +
  on.dot(0.72, 0.72, 1.1, SEAL) +
  on.line([[0.2, 0.14], [0.8, 0.14]], '#a9b0ab', 0.4);
const steps: Drawing = (on) =>
  [0, 1, 2, 3]
    .map((step) =>
      on.rect(
        0.1 + step * 0.2,
        0.14,
        0.28 + step * 0.2,
        0.3 + step * 0.17,
        step === 3 ? PINE : (['#cfdccb', '#a9c1ae', '#7ea792'][step] ?? MIST),
      ),
    )
    .join('') + on.dot(0.79, 0.9, 0.7, SEAL);

function pen(scene: Scene, at: Vec): void {
  const shadow = [[0, -1.4, 0], [0.9, -1.6, 0], [4, 11.6, 0], [3.1, 11.8, 0]]
    .map(([x = 0, y = 0]) => plus(at, [x, y, 0]))
    .map((place) => scene.camera.spot(place));
  scene.put(
    at,
    soft(shadow, 0.7 * scene.camera.scale, 0.3) +
      tube(scene, plus(at, [0, 0, 0.5]), plus(at, [3, 12, 0.5]), 0.42, { colour: '#31475c', gloss: 0.5 }) +
      tube(scene, plus(at, [-0.5, -2, 0.45]), plus(at, [0, 0, 0.5]), 0.28, { colour: '#d9b36a' }),
    3,
  );
}

/** One card on the desk with pen and cup. */
const card =
  (drawing: Drawing, ground: number): Shot =>
  (scene) => {
    scene.look({ pitch: 62, yaw: scene.random.pick([-10, 8]), span: 30 });
    [() => wood(scene, '#d2a974'), () => linen(scene, TONES.sage), () => linen(scene, SAND), () => paper(scene, 'blush', 0.1)][
      ground % 4
    ]?.();
    sheet(scene, [1.2, 0.6, -0.3], [18.6, 23], 5, '#efe9dc', () => '');
    sheet(scene, [0, 0, 0.2], [18, 22], -2, '#fbfaf6', drawing, 1);
    pen(scene, [11.6, -6, 0]);
    mug(scene, [-12.6, 10, 0], ground % 2 ? '#f1eee8' : PINE, '#3f2616', 2, 0.86);
    scene.overlay(leaf(scene, [scene.width * 0.98, scene.height * 0.1], 20 * scene.unit, 150, '#7fa070'));
  };

/** A phone standing in front of paper, its screen a post. */
const phone =
  (drawing: Drawing, tone: 'warm' | 'sage' | 'sky'): Shot =>
  (scene) => {
    scene.look({ pitch: 66, yaw: -14, span: 24 });
    paper(scene, tone, 0.1);
    sheet(
      scene,
      [0, 0, 0],
      [9.6, 19],
      0,
      '#23282a',
      (on) => on.rect(0.05, 0.03, 0.95, 0.97, '#f6f5f1') + on.dot(0.5, 0.945, 0.24, '#23282a'),
      1,
      0.9,
    );
    sheet(scene, [0, -0.4, 0.9], [8.2, 12.6], 0, '#ffffff', drawing, 2, 0.05);
    cupOf(scene, [-9, 6, 0]);
    pen(scene, [7.6, -5, 0]);
  };

function cupOf(scene: Scene, at: Vec): void {
  standing(scene, at, 2.6, 4);
  scene.put(
    at,
    vessel(scene, at, {
      rings: [[2, 0], [2.8, 1.4], [3.3, 4.4]],
      colour: '#f1eee8',
      smooth: true,
      filled: { colour: '#a9692f', below: 0.7 },
    }),
  );
}

/** An open notebook. */
const notebook =
  (left: Drawing, right: Drawing): Shot =>
  (scene) => {
    scene.look({ pitch: 58, yaw: -8, span: 36 });
    wood(scene, '#b98a5e');
    sheet(scene, [0, 0, 0], [31, 21], 0, '#31564c', () => '', 0, 0.5);
    sheet(scene, [-7.6, 0, 0.5], [14.8, 20], 0, '#fbf8f0', left, 1, 0.7);
    sheet(scene, [7.6, 0, 0.5], [14.8, 20], 0, '#fdfbf5', right, 1, 0.7);
    pen(scene, [15, -9, 1.2]);
  };

export const chartShots: readonly Shot[] = [
  card(bars, 0),
  card(ticks, 1),
  card(rise, 2),
  card(nineGrid, 3),
  card(bubbles, 1),
  card(ring, 0),
  card(steps, 2),
];
export const phoneShots: readonly Shot[] = [phone(nineGrid, 'warm'), phone(bubbles, 'sage'), phone(bars, 'sky'), phone(ticks, 'warm')];
export const notebookShots: readonly Shot[] = [notebook(ticks, rise), notebook(nineGrid, ticks), notebook(bubbles, steps)];
