import { counter, paper, TONES, wood } from '../studio/backdrop';
import { plus, type Vec } from '../studio/camera';
import { darken, lighten } from '../studio/colour';
import { type Scene, svg } from '../studio/scene';
import { standing } from '../studio/shadow';
import { colourOf, type Shot, type Ware } from '../studio/shot';
import { board } from '../parts/board';
import { blockShadow, box, type Block } from '../parts/box';
import { mug, plate, vessel } from '../parts/dish';
import { lathe } from '../parts/lathe';
import { leaf } from '../parts/leaf';
import { sheet } from '../parts/sheet';
import { cup } from './festive';
import { hero, onPlinth, onShelf, pair } from '../studio/ware-shots';

const CUPS = ['#31564c', '#f1eee8', '#c4553a', '#d9b36a', '#9fb2bd', '#d7a6a0'] as const;

/** A laptop, open. */
function laptop(scene: Scene, at: Vec): void {
  const base: Block = { size: [26, 18, 0.9], colour: '#c9ccca', soften: 0.3 };
  blockShadow(scene, at, base);
  const lid: Block = { size: [26, 0.8, 17], colour: '#b9bdbb', soften: 0.3 };
  const back = plus(at, [0, 9, 0.8]);
  const spot = (x: number, z: number): string => {
    const [px, py] = scene.camera.spot(plus(back, [x, -0.45, z]));
    return svg`${px},${py}`;
  };
  const screen = `<polygon points="${spot(-12.2, 1)} ${spot(12.2, 1)} ${spot(12.2, 16.2)} ${spot(-12.2, 16.2)}" fill="#f6f5f1"/>`;
  const tiles = [[-11, '#a9c1ae'], [-3.4, '#e9c9a0'], [4.2, '#b9c7dc']]
    .map(
      ([x, colour]) =>
        `<polygon points="${spot(Number(x), 3)} ${spot(Number(x) + 6.6, 3)} ${spot(Number(x) + 6.6, 9.6)} ${spot(Number(x), 9.6)}" ` +
        `fill="${String(colour)}"/>`,
    )
    .join('');
  const bar = `<polygon points="${spot(-11, 12)} ${spot(4, 12)} ${spot(4, 13.6)} ${spot(-11, 13.6)}" fill="#0e5c4c"/>`;
  scene.put(back, box(scene, back, lid) + screen + tiles + bar);
  scene.put(at, box(scene, at, base));
}

/** A desk ready for somebody to sit down. */
const desk =
  (wall: string): Shot =>
  (scene) => {
    scene.look({ pitch: 24, span: 50, at: [0, 0, 8] });
    counter(scene, wall, '#d6b386', 0.44);
    laptop(scene, [-1, 2, 0]);
    mug(scene, [17.4, -2, 0], scene.random.pick(CUPS), '#3f2616', 1);
    sheet(scene, [-19, -7, 0], [10, 13], 10, '#fbfaf6', (on) =>
      [0.8, 0.64, 0.48, 0.32]
        .map((y) =>
          on.line([[0.16, y], [0.82, y]], '#b7bcb8', 0.3),
        )
        .join(''),
    );
    pot(scene, [-20, 9, 0]);
  };

function pot(scene: Scene, at: Vec): void {
  standing(scene, at, 3.4, 8);
  const [x, y] = scene.camera.spot(plus(at, [0, 0, 6]));
  const s = scene.camera.scale;
  const blades = [-60, 50, -30, 24, -6]
    .map((turn) => leaf(scene, [x, y], 10 * s, -90 + turn, turn % 4 ? '#5f8f57' : '#7ba968', 0.22))
    .join('');
  scene.put(
    at,
    vessel(scene, at, {
      rings: [[2.8, 0], [3.6, 6]],
      colour: '#b8704f',
      filled: { colour: '#4a3526', below: 0.5 },
    }) + blades,
  );
}

/** Cups around a table from above: places for people. */
const table =
  (count: number): Shot =>
  (scene) => {
    scene.look({ pitch: 62, span: 46 });
    wood(scene, '#c39a6b');
    plate(scene, [0, 0, 0], 9, '#f6f3ee');
    for (let orange = 0; orange < 5; orange++) {
      const angle = (orange / 5) * 6.283;
      standing(scene, [Math.cos(angle) * 3.4, Math.sin(angle) * 3.4, 0.9], 1.6, 3, 2);
      scene.put([Math.cos(angle) * 3.4, Math.sin(angle) * 3.4, 2.8], fruit(scene, [Math.cos(angle) * 3.4, Math.sin(angle) * 3.4, 2.8]), 2);
    }
    for (let seat = 0; seat < count; seat++) {
      const angle = (seat / count) * 6.283 + 0.4;
      mug(
        scene,
        [Math.cos(angle) * 16, Math.sin(angle) * 17, 0],
        CUPS[seat % CUPS.length] ?? '#f1eee8',
        scene.random.pick(['#3f2616', '#a9692f', '#f0e3cd']),
        1,
        0.9,
      );
    }
  };

function fruit(scene: Scene, at: Vec): string {
  const [x, y] = scene.camera.spot(at);
  const r = 2 * scene.camera.scale;
  return (
    svg`<circle cx="${x}" cy="${y}" r="${r}" fill="${scene.radial(
      [[0, '#ffc46a'], [0.4, '#f39a2e'], [0.9, '#c86a10'], [1, '#d87a1c']],
      [0.44, 0.42],
      0.62,
      [0.34, 0.28],
    )}"/>` + svg`<circle cx="${x + r * 0.1}" cy="${y - r * 0.4}" r="${r * 0.1}" fill="#5b7a35"/>`
  );
}

/** Two chairs' worth of tea. */
const teaForTwo: Shot = (scene) => {
  scene.look({ pitch: 30, span: 26, at: [0, 0, 3] });
  paper(scene, scene.random.pick(['cream', 'sage']), 0.3);
  board(scene, [0, 0, 0], [24, 14], -6, '#8d5a37');
  teapot(scene, [-5, 1, 1.6]);
  cup(scene, [4.4, 2.4, 1.6], '#c58a35', '#f1eee8', 2);
  cup(scene, [7.6, -2.8, 1.6], '#c58a35', '#f1eee8', 2);
};

function teapot(scene: Scene, at: Vec): void {
  const colour = '#5d4336';
  standing(scene, at, 4, 5, 2);
  const [x, y] = scene.camera.spot(plus(at, [0, 0, 3.4]));
  const s = scene.camera.scale;
  const spout =
    svg`<path d="M${x + s * 3.4} ${y + s * 0.6}Q${x + s * 5.4} ${y} ${x + s * 6.4} ${y - s * 2.6}l${-s * 1.1} ${-s * 0.2}` +
    svg`Q${x + s * 4.4} ${y - s * 1.4} ${x + s * 3} ${y - s * 1.2}Z" fill="${darken(colour, 0.16)}"/>`;
  const grip =
    svg`<path d="M${x - s * 3.6} ${y - s * 1.2}C${x - s * 7} ${y - s * 2.6} ${x - s * 6.6} ${y + s * 2} ${x - s * 3.6} ${y + s * 1.2}" ` +
    svg`fill="none" stroke="${darken(colour, 0.1)}" stroke-width="${s * 0.8}"/>`;
  scene.put(
    at,
    spout +
      grip +
      lathe(scene, at, [[2.6, 0], [4.1, 1.6], [4, 3.6], [2.4, 5]], { colour, smooth: true, gloss: 0.4 }) +
      lathe(
        scene,
        plus(at, [0, 0, 5]),
        [[2.3, 0], [1.4, 0.8], [0.5, 1], [0.7, 1.6], [0.3, 2]],
        { colour: lighten(colour, 0.08), gloss: 0.4 },
      ),
    2,
  );
}

/** An open umbrella seen from the side, standing on its tip of shadow. */
const umbrella: Ware = {
  radius: 10,
  height: 22,
  colours: ['#c4553a', '#31564c', '#33475b', '#d9b36a', '#9fb2bd'],
  draw(scene, at, colour, layer) {
    standing(scene, at, 1.4, 20, layer);
    const s = scene.camera.scale;
    const [x, y] = scene.camera.spot(plus(at, [0, 0, 12]));
    const [, foot] = scene.camera.spot(at);
    const w = 11 * s;
    const ribs = [-1, -0.52, 0, 0.52, 1];
    const panels = ribs.slice(1).map((right, index) => {
      const left = ribs[index] ?? 0;
      const middle = (left + right) / 2;
      const tone = [lighten(colour, 0.16), lighten(colour, 0.08), darken(colour, 0.08), darken(colour, 0.26)][index] ?? colour;
      return (
        svg`<path d="M${x} ${y - s * 9}Q${x + left * w * 0.92} ${y - s * 7.4} ${x + left * w} ${y}` +
        svg`Q${x + middle * w} ${y - s * 1.8} ${x + right * w} ${y}Q${x + right * w * 0.92} ${y - s * 7.4} ${x} ${y - s * 9}` +
        svg`Z" fill="${scene.linear([[0, lighten(tone, 0.16)], [1, darken(tone, 0.1)]])}"/>`
      );
    });
    const pole =
      svg`<path d="M${x} ${y - s * 10.2}V${foot - s * 2}q0 ${s * 2} ${s * 1.6} ${s * 2}t${s * 1.6} ${-s * 1.8}" ` +
      svg`fill="none" stroke="#7d5636" stroke-width="${s * 0.5}" stroke-linecap="round"/>`;
    scene.put(at, pole + panels.join(''), layer);
  },
};

export const gatheringShots: readonly Shot[] = [desk(TONES.sage), table(6), teaForTwo, desk(TONES.blush), table(4), desk(TONES.mist)];
export const umbrellaShots: readonly Shot[] = [
  hero(umbrella),
  pair(umbrella),
  onPlinth(umbrella),
  onShelf({ ...umbrella, radius: 10 }),
  (scene) => {
    scene.look({ pitch: 12, span: 40, at: [0, 0, 10] });
    paper(scene, 'sky', 0.7);
    for (const [index, x] of [-13, 0, 13].entries()) umbrella.draw(scene, [x, index === 1 ? -4 : 3, 0], colourOf(umbrella, index), 0);
  },
];
