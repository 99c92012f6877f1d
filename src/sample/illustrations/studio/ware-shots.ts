import { board } from '../parts/board';
import { blockShadow, box, carton, type Block } from '../parts/box';
import { mug } from '../parts/dish';
import { lathe } from '../parts/lathe';
import { leaf, leafShadows } from '../parts/leaf';
import { counter, linen, paper, TONES, wood, type Tone } from './backdrop';
import { plus, type Vec } from './camera';
import { darken, lighten } from './colour';
import { type Scene, svg } from './scene';
import { standing } from './shadow';
import { colourOf, type Shot, type Ware } from './shot';

const SOFT: readonly Tone[] = ['warm', 'stone', 'mist', 'cream', 'sage', 'blush', 'sky'];
const larger = (ware: Ware): number => Math.max(ware.height, ware.radius * 2.4);

/** One, in the middle, under the shadow of a plant by the window. */
export const hero =
  (ware: Ware): Shot =>
  (scene) => {
    scene.look({ pitch: 16, span: larger(ware) * 1.5, at: [0, 0, ware.height * 0.5] });
    paper(scene, scene.random.pick(SOFT), 0.6);
    scene.backdrop(leafShadows(scene));
    ware.draw(scene, [0, 0, 0], scene.random.pick(ware.colours), 0);
  };

/** Two colours beside each other. */
export const pair =
  (ware: Ware): Shot =>
  (scene) => {
    const gap = ware.radius * 1.16;
    scene.look({ pitch: 14, span: Math.max(ware.height * 1.42, gap * 5), at: [0, 0, ware.height * 0.48] });
    paper(scene, scene.random.pick(['warm', 'stone', 'mist', 'cream']), 0.6);
    ware.draw(scene, [-gap, 0.6 * ware.radius, 0], colourOf(ware, 0), 0);
    ware.draw(scene, [gap, -0.4 * ware.radius, 0], colourOf(ware, 1), 0);
  };

/** A diagonal row going back. */
export const row =
  (ware: Ware): Shot =>
  (scene) => {
    const step = ware.radius * 2.1;
    scene.look({ pitch: 22, span: Math.max(ware.height * 1.5, step * 3.2), at: [0, 0, ware.height * 0.46] });
    paper(scene, scene.random.pick(SOFT), 0.56);
    const lean = scene.random.pick([-1, 1]);
    for (let index = -2; index <= 2; index++)
      ware.draw(scene, [index * step * 0.86 * lean, index * step * -0.95, 0], colourOf(ware, index + 2), 0);
  };

/** On a round plinth in front of an arch. */
export const onPlinth =
  (ware: Ware): Shot =>
  (scene) => {
    const { random, width, height } = scene;
    const size = larger(ware);
    scene.look({ pitch: 15, span: size * 1.72, at: [0, 0, size * 0.44] });
    const tone = random.pick(SOFT);
    paper(scene, tone, 0.66);
    const [arch, foot] = [width * 0.3, height * 0.7];
    const panel = scene.linear([[0, lighten(TONES[tone], 0.42)], [1, darken(TONES[tone], 0.07)]]);
    const outline = (x: number): string =>
      svg`M${width / 2 - arch + x} ${foot}V${height * 0.38}A${arch} ${arch} 0 0 1 ${width / 2 + arch + x} ${height * 0.38}` +
      svg`V${foot}Z`;
    for (const [x, opacity] of [[26, 0.035], [18, 0.045], [10, 0.06]] as const)
      scene.backdrop(`<path d="${outline(x)}" fill="#2b1f17" fill-opacity="${opacity}"/>`);
    scene.backdrop(`<path d="${outline(0)}" fill="${panel}"/>`);
    const radius = Math.max(ware.radius * 1.7, size * 0.34);
    const rise = size * 0.13;
    standing(scene, [0, 0, 0], radius, rise * 2);
    scene.put(
      [0, 0, 0],
      lathe(
        scene,
        [0, 0, 0],
        [[radius, 0], [radius, rise]],
        { colour: darken(TONES[tone], 0.04), gloss: 0.1, top: lighten(TONES[tone], 0.3) },
      ),
    );
    ware.draw(scene, [0, 0, rise], random.pick(ware.colours), 1);
  };

/** A few on a shelf with what else stands there. */
export const onShelf =
  (ware: Ware): Shot =>
  (scene) => {
    const { random } = scene;
    const step = ware.radius * 2.5;
    const span = Math.max(ware.height * 1.7, step * 3.3);
    scene.look({ pitch: 9, span, at: [0, 0, ware.height * 0.42] });
    counter(scene, random.pick([TONES.sage, TONES.cream, TONES.mist, TONES.blush]), random.pick([TONES.warm, TONES.stone]), 1.1);
    const shelf: Block = { size: [span * 1.8, ware.radius * 4, span * 0.05], colour: random.pick(['#c9a172', '#a9744a', '#ded6c8']) };
    const at: Vec = [0, 0, -shelf.size[2]];
    blockShadow(scene, plus(at, [0, ware.radius * 2, -span * 0.03]), shelf);
    scene.put(at, box(scene, at, shelf));
    for (let index = -1; index <= 1; index++) ware.draw(scene, [index * step, 0, 0], colourOf(ware, index + 1), 1);
    scene.backdrop(
      leaf(scene, [scene.width * 1.04, scene.height * 0.1], 34 * scene.unit, 142, '#7d9f78') +
        leaf(scene, [scene.width * 1.02, scene.height * 0.02], 30 * scene.unit, 118, '#93b08a'),
    );
  };

/** Beside a mug on a wooden board: a corner of somebody's kitchen. */
export const atHome =
  (ware: Ware): Shot =>
  (scene) => {
    const { random } = scene;
    const size = Math.max(ware.height, 11);
    scene.look({ pitch: 24, span: size * 1.75, at: [1, 0, size * 0.4] });
    counter(scene, random.pick([TONES.cream, TONES.mist, TONES.sage]), random.pick(['#cfa878', '#d9d2c6', '#b98c5e']), 0.46);
    board(scene, [0, 0, 0], [size * 1.5, size * 0.9], -8, random.pick(['#b07a4b', '#8d5a37']));
    ware.draw(scene, [-size * 0.24, size * 0.1, 1.6], random.pick(ware.colours), 2);
    mug(
      scene,
      [size * 0.42, -size * 0.16, 1.6],
      random.pick(['#f1eee8', '#31564c', '#d9b7a0']),
      random.pick(['#5a3822', '#9a5a2c', '#e9e2d2']),
      2,
      size / 24 + 0.2,
    );
  };

/** Unpacked from its parcel, on shredded paper. */
export const inParcel =
  (ware: Ware): Shot =>
  (scene) => {
    const { random } = scene;
    const wide = Math.max(ware.radius * 5.4, ware.height * 0.8);
    const block: Block = { size: [wide, wide * 0.74, ware.height * 0.46], colour: '#c69a63' };
    scene.look({
      pitch: 32,
      yaw: random.pick([-24, 24, 30]),
      span: Math.max(wide * 1.75, ware.height * 1.75),
      at: [0, 0, ware.height * 0.42],
    });
    paper(scene, random.pick(SOFT), 0.4);
    carton(scene, [0, 0, 0], block, 0);
    const bed = ware.height * 0.2;
    shreds(scene, [0, 0, bed], wide * 0.44, wide * 0.32);
    ware.draw(scene, [-ware.radius * 1.15, ware.radius * 0.2, bed], colourOf(ware, 0), 1);
    ware.draw(scene, [ware.radius * 1.15, 0, bed], colourOf(ware, 1), 1);
  };

function shreds(scene: Scene, at: Vec, across: number, deep: number): void {
  const { random, camera } = scene;
  let markup = '';
  for (let strip = 0; strip < 44; strip++) {
    const [x, y] = camera.spot(plus(at, [random.between(-across, across), random.between(-deep, deep), 0]));
    const reach = random.between(5, 10) * scene.unit;
    const lean = random.between(-4, 4) * scene.unit;
    markup +=
      svg`<path d="M${x - reach} ${y}q${reach} ${lean} ${reach * 2} ${lean / 3}" fill="none" ` +
      svg`stroke="${random.pick(['#e8d9ba', '#f2e8d2', '#d5c19b'])}" stroke-width="${scene.unit * 0.7}" ` +
      'stroke-linecap="round"/>';
  }
  scene.put(at, markup, 0.3);
}

/** So near that it leaves the picture. */
export const detail =
  (ware: Ware): Shot =>
  (scene) => {
    const { random } = scene;
    scene.look({
      pitch: 18,
      span: larger(ware) * 0.86,
      at: [ware.radius * random.pick([-0.45, 0.5]), 0, ware.height * random.between(0.56, 0.66)],
    });
    paper(scene, random.pick(SOFT), 0.7);
    ware.draw(scene, [ware.radius * 2.9, ware.radius * 4, 0], colourOf(ware, 1), 0);
    ware.draw(scene, [0, 0, 0], colourOf(ware, 0), 0);
  };

/** Many from above on cloth. */
export const fromAbove =
  (ware: Ware): Shot =>
  (scene) => {
    const { random } = scene;
    const step = ware.radius * 2.5;
    scene.look({ pitch: 58, span: step * 3.4, at: [0, 0, ware.height * 0.4] });
    random.pick([() => wood(scene), () => linen(scene, '#d9d3c6'), () => linen(scene, '#c3d0c5')])();
    for (let line = 1; line >= -1; line--)
      for (let column = -1; column <= 1; column++)
        ware.draw(
          scene,
          [column * step + (line % 2) * step * 0.24, line * (step + ware.height * 0.5), 0],
          colourOf(ware, line + column + 4),
          0,
        );
  };
