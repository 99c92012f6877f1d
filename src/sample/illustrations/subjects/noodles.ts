import type { Vec } from '../studio/camera';
import { darken } from '../studio/colour';
import { gingham, linen, paper, wood } from '../studio/backdrop';
import { type Scene, svg } from '../studio/scene';
import { standing } from '../studio/shadow';
import type { Shot } from '../studio/shot';
import { ballAt } from '../parts/ball';
import { board } from '../parts/board';
import { vessel } from '../parts/dish';
import { tube } from '../parts/tube';

interface Bowl {
  glaze: string;
  soup: string;
}
const BOWLS: readonly Bowl[] = [
  { glaze: '#27457a', soup: '#d99a3e' },
  { glaze: '#f1ece2', soup: '#b9502a' },
  { glaze: '#31564c', soup: '#e3b565' },
];

/** Strands: loops of one thick line with a light one on it. */
function strands(scene: Scene, [x, y]: readonly [number, number], across: number, tilt: number): string {
  const { random } = scene;
  let markup = '';
  for (let loop = 0; loop < 30; loop++) {
    const [angle, out] = [random.next() * 6.283, Math.sqrt(random.next()) * 0.6];
    const [cx, cy] = [x + Math.cos(angle) * out * across, y + Math.sin(angle) * out * across * tilt];
    const [rx, ry] = [random.between(0.2, 0.44) * across, random.between(0.14, 0.36) * across * tilt];
    const path =
      svg`M${cx - rx} ${cy}C${cx - rx} ${cy - ry * 1.3} ${cx + rx} ${cy - ry * 1.3} ${cx + rx} ${cy}` +
      svg`S${cx} ${cy + ry * 1.4} ${cx - rx * 0.4} ${cy + ry * 0.4}`;
    const wide = across * 0.045;
    markup +=
      svg`<path d="${path}" fill="none" stroke="#b98a48" stroke-width="${wide * 1.3}" stroke-linecap="round"/>` +
      svg`<path d="${path}" fill="none" stroke="${random.pick(['#f3dfae', '#f0d79c', '#f6e6bf'])}" ` +
      svg`stroke-width="${wide}" stroke-linecap="round"/>`;
  }
  return markup;
}

function toppings(scene: Scene, [x, y]: readonly [number, number], across: number, tilt: number): string {
  const { random } = scene;
  let markup = '';
  for (let ring = 0; ring < 16; ring++) {
    const [angle, out] = [random.next() * 6.283, Math.sqrt(random.next()) * 0.62];
    const r = random.between(0.03, 0.05) * across;
    markup +=
      svg`<ellipse cx="${x + Math.cos(angle) * out * across}" cy="${y + Math.sin(angle) * out * across * tilt}" ` +
      svg`rx="${r}" ry="${r * 0.7}" fill="none" stroke="${random.pick(['#6fa345', '#8fbf62', '#557f36'])}" ` +
      svg`stroke-width="${r * 0.6}"/>`;
  }
  const [ex, ey] = [x + across * 0.4, y + across * tilt * 0.22];
  const white = scene.radial([[0, '#fffefa'], [0.8, '#f6efe0'], [1, '#dccfb6']]);
  markup +=
    svg`<ellipse cx="${ex}" cy="${ey}" rx="${across * 0.24}" ry="${across * 0.2 * Math.max(tilt, 0.6)}" ` +
    svg`fill="${white}"/>` +
    ballAt(scene, [ex, ey - across * 0.01], across * 0.115, { colour: '#f0982a', gloss: 0.7, squash: 0.86 });
  for (let slice = 0; slice < 3; slice++) {
    const [sx, sy] = [x - across * (0.36 - slice * 0.12), y - across * tilt * (0.1 + slice * 0.14)];
    markup +=
      svg`<ellipse cx="${sx}" cy="${sy}" rx="${across * 0.2}" ry="${across * 0.1}" ` +
      svg`fill="${scene.linear([[0, '#b5633a'], [1, '#8a4426']])}" transform="rotate(-18 ${sx} ${sy})"/>` +
      svg`<ellipse cx="${sx}" cy="${sy - across * 0.012}" rx="${across * 0.15}" ry="${across * 0.06}" ` +
      svg`fill="#d99a6c" fill-opacity=".65" transform="rotate(-18 ${sx} ${sy})"/>`;
  }
  return markup;
}

function serve(scene: Scene, at: Vec, bowl: Bowl, layer: number, plain = false): void {
  standing(scene, at, 7, 6, layer);
  scene.put(
    at,
    vessel(scene, at, {
      rings: [[4, 0], [6.6, 1.4], [9, 4.6], [10, 7]],
      colour: bowl.glaze,
      inside: '#f3ede1',
      smooth: true,
      gloss: 0.5,
      filled: { colour: bowl.soup, below: 1.1 },
    }),
    layer,
  );
  const { scale, tilt } = scene.camera;
  const spot = scene.camera.spot([at[0], at[1], at[2] + 6.3]);
  const across = 8 * scale;
  scene.put(at, strands(scene, spot, across, tilt) + (plain ? '' : toppings(scene, spot, across, tilt)), layer + 0.2);
}

function chopsticks(scene: Scene, from: Vec, to: Vec): void {
  for (const shift of [0, 1.3]) {
    const [a, b]: [Vec, Vec] = [[from[0] + shift, from[1] - shift * 0.4, from[2]], [to[0] + shift * 0.6, to[1] - shift * 0.4, to[2]]];
    scene.put(from, tube(scene, a, b, 0.34, { colour: '#6b4026' }), 4);
  }
}

const bowlFor = (index: number): Bowl => BOWLS[index % BOWLS.length] ?? { glaze: '#27457a', soup: '#d99a3e' };

const fromTable =
  (index: number): Shot =>
  (scene) => {
    scene.look({ pitch: 52, span: 25, at: [0.6, 0, 3.4] });
    [() => wood(scene, '#b98a5e'), () => linen(scene, '#c8d3c9'), () => gingham(scene, '#c98f7a')][index % 3]?.();
    serve(scene, [0, 0, 0], bowlFor(index), 0);
    chopsticks(scene, [11.6, -9, 0.4], [11, 10, 0.4]);
  };

const level: Shot = (scene) => {
  scene.look({ pitch: 26, span: 27, at: [0, 0, 4.6] });
  paper(scene, 'cream', 0.5);
  serve(scene, [0, 0, 0], bowlFor(0), 0);
  chopsticks(scene, [-9, -3, 7.6], [9.4, 3, 8.8]);
};

/** Dry noodle nests before they are cooked. */
const nests: Shot = (scene) => {
  scene.look({ pitch: 56, span: 30, at: [0, 0, 1] });
  wood(scene, '#cfa878');
  board(scene, [0, 0, 0], [27, 19], -6, '#8d5a37');
  for (const [x, y] of [[-7.6, 4], [0.4, 4.4], [8, 3.6], [-7.2, -4], [0.8, -4], [8.4, -4.4]] as const) {
    standing(scene, [x, y, 1.6], 3, 1.6, 2);
    const spot = scene.camera.spot([x, y, 2.6]);
    scene.put(
      [x, y, 2],
      svg`<ellipse cx="${spot[0]}" cy="${spot[1]}" rx="${3.1 * scene.camera.scale}" ry="${2.5 * scene.camera.scale}" ` +
        svg`fill="${darken('#d9b877', 0.2)}"/>` +
        strands(scene, spot, 4.2 * scene.camera.scale, 0.82),
      2,
    );
  }
};

const mealForTwo: Shot = (scene) => {
  scene.look({ pitch: 50, span: 37, at: [0, 0, 3] });
  wood(scene, '#a9764a');
  serve(scene, [-7.4, 5, 0], bowlFor(2), 0);
  serve(scene, [7, -5, 0], bowlFor(1), 1);
  chopsticks(scene, [-13, -12, 0.4], [-3, -11, 0.4]);
};

export const noodleShots: readonly Shot[] = [fromTable(0), level, nests, fromTable(1), mealForTwo, fromTable(2)];
