import { plus, type Vec } from '../studio/camera';
import { darken, lighten } from '../studio/colour';
import { paper, wood } from '../studio/backdrop';
import { closeUp, inBowl, lay } from '../studio/piece-shots';
import { type Scene, svg } from '../studio/scene';
import { standing } from '../studio/shadow';
import type { Piece, Shot } from '../studio/shot';
import { handle, mug, plate, vessel } from '../parts/dish';
import { disc, lathe } from '../parts/lathe';
import { board } from '../parts/board';
import { coffeeBoxShots } from './package';

export const bean: Piece = {
  radius: 0.62,
  depth: '#1c0f08',
  lift: 0.7,
  draw(scene, middle, layer) {
    const { random, camera } = scene;
    const [x, y] = camera.spot(middle);
    const r = this.radius * camera.scale * random.between(0.94, 1.12);
    const colour = random.pick(['#4a2817', '#5a301b', '#3d2013', '#512b19']);
    const fill = scene.radial(
      [[0, lighten(colour, 0.34)], [0.4, lighten(colour, 0.06)], [0.85, darken(colour, 0.34)], [1, darken(colour, 0.2)]],
      [0.45, 0.4],
      0.6,
      [0.34, 0.24],
    );
    scene.put(
      middle,
      svg`<g transform="translate(${x} ${y}) rotate(${random.between(0, 180)})"><ellipse rx="${r * 1.2}" ry="${r * 0.84}" ` +
        svg`fill="${fill}"/>` +
        (svg`<path d="M${-r * 1.14} ${r * 0.06}Q${-r * 0.4} ${-r * 0.26} 0 0T${r * 1.14} ${-r * 0.06}" ` +
          svg`fill="none" stroke="#180b05" stroke-width="${r * 0.16}" stroke-linecap="round"/></g>`),
      layer,
    );
  },
};

function scatter(scene: Scene, spots: readonly (readonly [number, number])[]): void {
  for (const [x, y] of spots) lay(scene, bean, [x, y, 0]);
}

/** A cup on its saucer with a pattern in the foam, from above. */
const latte: Shot = (scene) => {
  scene.look({ pitch: 58, span: 20, at: [0, 0, 2.6] });
  wood(scene, '#c8955e');
  plate(scene, [0, 0, 0], 7.6, '#f4f1ec');
  standing(scene, [0, 0, 0.8], 3.4, 5, 2);
  scene.put(
    [0, 0, 0.9],
    handle(scene, [0, 0, 0.9], 4.2, 1.6, 4.6, '#f4f1ec') +
      vessel(scene, [0, 0, 0.9], {
        rings: [[2.6, 0], [3.7, 2], [4.4, 5.6]],
        colour: '#f4f1ec',
        smooth: true,
        filled: { colour: '#9a5c2e', below: 0.5 },
      }),
    2,
  );
  const [x, y] = scene.camera.spot([0, 0, 5.9]);
  const s = scene.camera.scale;
  const heart = [1, 0.72, 0.46]
    .map(
      (size, index) =>
        svg`<path transform="translate(${x} ${y + s * (0.3 - index * 0.1)}) scale(${(s * size) / 10} ${s * size * 0.08})" d="M0 22` +
        svg`C-30 2 -22 -20 -8 -18Q0 -17 0 -10Q0 -17 8 -18C22 -20 30 2 0 22Z" fill="${index % 2 ? '#b87a45' : '#f6ead6'}"/>`,
    )
    .join('');
  scene.overlay(heart);
  scatter(scene, [[-8.6, 5.6], [-7.4, 7.2], [7.4, 7], [8.4, -6.2], [-8.2, -8], [9.2, 2.4]]);
};

/** A drip bag hung into a mug. */
const drip: Shot = (scene) => {
  scene.look({ pitch: 17, span: 21, at: [0.8, 0, 6.4] });
  paper(scene, scene.random.pick(['cream', 'warm', 'stone']), 0.62);
  const colour = scene.random.pick(['#1d4a3f', '#f1eee8', '#8a4a34']);
  mug(scene, [0, 0, 0], colour, '#2c170d');
  const cone = plus([0, 0, 0], [0, 0, 7.4]);
  scene.put([0, 0, 9], wings(scene), 0.4);
  scene.put(
    [0, 0, 9],
    vessel(scene, cone, {
      rings: [[1.6, 0], [4.1, 5.2]],
      colour: '#f3f0ea',
      gloss: 0,
      filled: { colour: '#3a2013', below: 0.8 },
    }),
    1,
  );
  scatter(scene, [[-6.8, -3.4], [-5.2, -5], [6.4, -5.2], [7.7, -4], [-8.4, -5.6]]);
};

/** The paper arms that hold the bag on the rim. */
function wings(scene: Scene): string {
  return ([-1, 1] as const)
    .map((flip) => {
      const spot = (x: number, z: number): string => {
        const [px, py] = scene.camera.spot([x * flip, 0, z]);
        return svg`${px} ${py}`;
      };
      return (
        `<path d="M${spot(2.6, 11.6)}L${spot(6.2, 10.6)}L${spot(5.8, 7.4)}L${spot(3, 8.6)}Z" ` +
        `fill="${scene.linear([[0, '#efe4cd'], [1, '#d6c6a6']])}"/>`
      );
    })
    .join('');
}

/** Black coffee and beans on a board. */
const black: Shot = (scene) => {
  scene.look({ pitch: 40, yaw: -14, span: 24, at: [0, 0, 3] });
  wood(scene, '#b9865a');
  board(scene, [0, 0, 0], [22, 13], 0, '#6f4529');
  mug(scene, [2, 1, 1.6], '#f1eee8', '#2c170d', 2);
  for (let count = 0; count < 26; count++) {
    const place: Vec = [-9.4 + scene.random.next() * 6.6, -4.6 + scene.random.next() * 7, 1.6 + scene.random.next() * 0.5];
    bean.draw(scene, plus(place, [0, 0, 0.4]), 2);
  }
  scene.put(
    [-4, 5, 1.6],
    lathe(
      scene,
      [-5, 5, 1.6],
      [[1.9, 0], [2.2, 3]],
      { colour: '#efe7d8', gloss: 0.3, top: null },
    ) + disc(scene, [-5, 5, 4.6], 2.1, 'fill="#fbf7ee"'),
    2,
  );
};

const boxShots = coffeeBoxShots;
export const coffeeShots: readonly Shot[] = [
  boxShots[2],
  latte,
  drip,
  closeUp(bean),
  black,
  boxShots[3],
  inBowl(bean),
  boxShots[5],
  boxShots[7],
].filter((shot) => shot !== undefined);
