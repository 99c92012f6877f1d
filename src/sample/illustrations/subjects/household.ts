import { plus, type Vec } from '../studio/camera';
import { darken, lighten } from '../studio/colour';
import { linen, paper, wood } from '../studio/backdrop';
import { type Scene, svg } from '../studio/scene';
import { standing } from '../studio/shadow';
import type { Shot, Ware } from '../studio/shot';
import { board } from '../parts/board';
import { blockShadow, box, carton, patch, visibleSides, type Block } from '../parts/box';
import { disc, lathe } from '../parts/lathe';
import { leaf } from '../parts/leaf';
import { endRings, tube } from '../parts/tube';
import { hero, inParcel, onPlinth, onShelf, row } from '../studio/ware-shots';

const TOWELS = ['#a9c1ae', '#f3efe7', '#dcb5a2', '#9fb2bd', '#d9cba9'] as const;

/** A folded towel: three soft folds seen at its front. */
function folded(scene: Scene, at: Vec, colour: string, size: Vec, turn: number, layer: number): void {
  const fold: Vec = [size[0], size[1], size[2] / 2.2];
  for (let level = 0; level < 2; level++) {
    const foot = plus(at, [0, 0, level * fold[2] * 1.08]);
    const block: Block = { size: fold, colour: level ? lighten(colour, 0.06) : colour, turn, soften: fold[2] * 0.34 };
    if (level === 0) blockShadow(scene, at, block, layer);
    const hem = visibleSides(scene, block)
      .map((index) => patch(scene, foot, block, index, [0, 0.36, 1, 0.64], darken(colour, 0.07)))
      .join('');
    scene.put(foot, box(scene, foot, block) + hem, layer + level * 0.2);
  }
}

const towelStack: Shot = (scene) => {
  scene.look({ pitch: 24, yaw: scene.random.pick([-24, 22]), span: 44, at: [0, 0, 6.4] });
  paper(scene, scene.random.pick(['warm', 'stone', 'mist']), 0.5);
  for (let level = 0; level < 4; level++)
    folded(scene, [0, 0, level * 3.6], TOWELS[level % TOWELS.length] ?? '#ffffff', [26, 18, 3.1], scene.random.between(-3, 3), level);
  scene.overlay(leaf(scene, [scene.width * 0.46, scene.height * 0.34], 22 * scene.unit, 8, '#8fb27a'));
};

const towelRolls: Shot = (scene) => {
  scene.look({ pitch: 24, yaw: -34, span: 34, at: [0, 0, 4] });
  paper(scene, scene.random.pick(['warm', 'stone', 'blush']), 0.4);
  for (const [x, colour] of [[9.6, TOWELS[3]], [0, TOWELS[1]], [-9.6, TOWELS[2]]] as const)
    roll(scene, [x, 0, 4.4], colour, 4.4, 13);
};

function roll(scene: Scene, at: Vec, colour: string, radius: number, half: number): void {
  const [front, back]: [Vec, Vec] = [plus(at, [0, -half, 0]), plus(at, [0, half, 0])];
  standing(scene, plus(at, [0, 0, -radius]), radius * 1.6, radius);
  const axis: Vec = [0, -1, 0];
  scene.put(
    front,
    tube(scene, back, front, radius, { colour, end: lighten(colour, 0.05) }) +
      endRings(scene, front, axis, radius, [0.9, 0.72, 0.54, 0.36, 0.18], darken(colour, 0.2), 0.22),
  );
}

/** Cloth lying flat, one corner turned over: weave and hem. */
const towelCorner: Shot = (scene) => {
  const { width, height, random } = scene;
  const colour = random.pick(TOWELS);
  linen(scene, random.pick(['#b9cdbf', '#d9d3c6']));
  const fill = scene.linear([[0, lighten(colour, 0.3)], [1, darken(colour, 0.06)]], [0, 0], [0, 1]);
  let loops = '';
  for (let line = 0; line < 26; line++)
    loops +=
      `<path d="M-200 ${line * 44}H1200" stroke="${line % 2 ? '#ffffff' : '#2b1f17'}" stroke-width="9" ` +
      `stroke-opacity="${line % 2 ? 0.16 : 0.04}"/>`;
  const cloth =
    svg`M${width * 0.5} ${-height * 0.06}L${width * 1.04} ${height * 0.5}L${width * 0.5} ${height * 1.05}` +
    svg`L${-width * 0.05} ${height * 0.5}Z`;
  scene.backdrop(
    svg`<g transform="rotate(${random.between(-12, 12)} 500 500)">` +
      [22, 14, 7].map((wide) => `<path d="${cloth}" transform="translate(${wide} ${wide})" fill="#2b1f17" fill-opacity=".06"/>`).join('') +
      (`<clipPath id="cloth"><path d="${cloth}"/></clipPath><path d="${cloth}" fill="${fill}" ` +
        `stroke="${lighten(colour, 0.4)}" stroke-width="7" stroke-linejoin="round"/><g clip-path="url(#cloth)">` +
        `<g transform="rotate(45 500 500)">${loops}</g></g>`) +
      (svg`<path d="M${width * 0.77} ${height * 0.22}L${width * 1.04} ${height * 0.5}L${width * 0.74} ${height * 0.5}` +
        svg`Z" fill="${scene.linear([[0, lighten(colour, 0.5)], [1, darken(colour, 0.14)]])}"/>` +
        '</g>'),
  );
};

/** Two folded towels on a board with a sprig: ready for guests. */
const towelsForGuests: Shot = (scene) => {
  scene.look({ pitch: 34, yaw: 20, span: 40, at: [0, 0, 3.4] });
  wood(scene, '#cfa878');
  board(scene, [0, 0, 0], [34, 24], 0, '#8d5a37');
  folded(scene, [-1, 1, 1.6], TOWELS[0], [22, 15, 3.4], 4, 2);
  folded(scene, [-1, 1, 5.4], TOWELS[1], [19, 13, 3.2], -3, 3);
  scene.overlay(
    leaf(scene, [scene.width * 0.38, scene.height * 0.44], 17 * scene.unit, -14, '#7d9f68', 0.26) +
      leaf(scene, [scene.width * 0.4, scene.height * 0.45], 15 * scene.unit, 16, '#8fb27a', 0.26),
  );
};

/** Rolled and put up in a box, nobody pulls from the pile. */
const towelsInBox: Shot = (scene) => {
  scene.look({ pitch: 34, yaw: -28, span: 42, at: [0, 0, 4.4] });
  paper(scene, scene.random.pick(['cream', 'sage', 'stone']), 0.3);
  carton(scene, [0, 0, 0], { size: [27, 18, 7], colour: '#b98f5e' }, 0);
  for (const [index, x] of [-8.6, 0, 8.6].entries()) {
    const colour = TOWELS[index + 1] ?? '#ffffff';
    const [back, front]: [Vec, Vec] = [[x, 7.6, 6], [x, -7.6, 6]];
    scene.put(
      front,
      tube(scene, back, front, 4, { colour, end: lighten(colour, 0.05) }) +
        endRings(scene, front, [0, -1, 0], 4, [0.86, 0.64, 0.42, 0.2], darken(colour, 0.2), 0.2),
      1,
    );
  }
};

const paperRoll = (scene: Scene, at: Vec, layer: number): void => {
  standing(scene, at, 5.3, 9.6, layer);
  scene.put(
    at,
    lathe(scene, at, [[5.4, 0], [5.5, 0.3], [5.5, 9.3], [5.4, 9.6]], { colour: '#f6f4f0', gloss: 0.1, top: '#fbfaf7' }) +
      disc(scene, plus(at, [0, 0, 9.6]), 4.4, 'fill="none" stroke="#e0dcd4" stroke-width="2"') +
      disc(scene, plus(at, [0, 0, 9.6]), 3.2, 'fill="none" stroke="#e4e0d9" stroke-width="2"') +
      disc(scene, plus(at, [0, 0, 9.6]), 2, 'fill="#b5966e"') +
      disc(scene, plus(at, [0.1, -0.2, 9.6]), 1.75, `fill="${scene.linear([[0, '#4d3b28'], [1, '#8d7352']])}"`),
    layer,
  );
};

const rollPyramid: Shot = (scene) => {
  scene.look({ pitch: 20, span: 31, at: [0, 0, 8.4] });
  paper(scene, scene.random.pick(['mist', 'stone', 'warm']), 0.5);
  for (const [x, y] of [[-5.9, 1.5], [5.9, 1.5], [0, -4.6]] as const)
    paperRoll(scene, [x, y, 0], 0);
  paperRoll(scene, [0, 0, 9.6], 2);
};

const sheets: Shot = (scene) => {
  scene.look({ pitch: 32, yaw: 28, span: 32, at: [0, 0, 1.8] });
  paper(scene, scene.random.pick(['mist', 'warm']), 0.3);
  for (let level = 0; level < 7; level++) {
    const block: Block = { size: [19, 13, 0.5], colour: '#f5f3ee', turn: scene.random.between(-3, 3), soften: 0.2 };
    const at: Vec = [scene.random.between(-0.4, 0.4), 0, level * 0.66];
    if (level === 0) blockShadow(scene, at, block);
    scene.put(at, box(scene, at, block), level * 0.1);
  }
};

const tissueBox: Ware = {
  radius: 8,
  height: 12,
  colours: ['#9db9ad', '#e6d6be', '#d9b4a4', '#a9b8c4'],
  draw(scene, at, colour, layer) {
    const block: Block = { size: [19, 10, 7], colour, turn: 14, soften: 0.4 };
    blockShadow(scene, at, block, layer);
    const top = plus(at, [0, 0, 7.1]);
    const [x, y] = scene.camera.spot(top);
    const s = scene.camera.scale;
    const puff =
      svg`<path d="M${-s * 4} 0Q${-s * 4.4} ${-s * 3.4} ${-s * 2.6} ${-s * 5.6}` +
      svg`Q${-s * 1.4} ${-s * 3.8} ${-s * 0.2} ${-s * 6.4}Q${s * 1.6} ${-s * 4.2} ${s * 3.2} ${-s * 5}` +
      svg`Q${s * 4} ${-s * 2} ${s * 3.8} 0Z" fill="${scene.linear([[0, '#ffffff'], [0.6, '#f4f1ec'], [1, '#cfcac1']])}"/>` +
      svg`<path d="M${-s * 1.6} ${-s * 3.8}Q${-s * 1.2} ${-s * 1.6} ${-s * 1.8} 0M${s * 0.6} ${-s * 4.8}` +
      svg`Q${s * 0.8} ${-s * 2} ${s * 0.4} 0" fill="none" stroke="#d9d4ca" stroke-width="${s * 0.2}"/>`;
    scene.put(
      at,
      box(scene, at, block) +
        patch(scene, at, block, 0, [0.1, 0.2, 0.5, 0.3], lighten(colour, 0.4)) +
        patch(scene, at, block, 0, [0.1, 0.4, 0.36, 0.48], lighten(colour, 0.5)) +
        disc(scene, top, 4.6, `fill="${darken(colour, 0.34)}"`) +
        svg`<g transform="translate(${x} ${y + s * 0.4})">${puff}</g>`,
      layer,
    );
  },
};

const pan: Ware = {
  radius: 12,
  height: 6,
  colours: ['#3c4441', '#31564c', '#d9cfbf', '#a94a34'],
  draw(scene, at, colour, layer) {
    standing(scene, at, 11, 5, layer);
    const grip = tube(scene, plus(at, [10, 1.5, 4]), plus(at, [22, 3.4, 5.6]), 1.1, { colour: '#a9744a' });
    const top = plus(at, [0, 0, 5]);
    scene.put(
      at,
      grip +
        lathe(scene, at, [[9.4, 0], [10.6, 1.4], [12, 5]], { colour, gloss: 0.4, smooth: true, top: null }) +
        disc(scene, top, 12, `fill="${lighten(colour, 0.4)}"`) +
        disc(scene, top, 11.5, `fill="${scene.linear([[0, '#1d201f'], [0.5, '#35393a'], [1, '#585c5b']])}"`) +
        disc(scene, plus(at, [0, 0, 2.6]), 9.4, `fill="${scene.radial([[0, '#5a5f5e'], [0.8, '#3d4241'], [1, '#2c3030']], [0.4, 0.4])}"`),
      layer,
    );
  },
};

const eggInPan: Shot = (scene) => {
  scene.look({ pitch: 48, span: 36, at: [3, 0, 2] });
  wood(scene, scene.random.pick(['#c8955e', '#d9b98a']));
  pan.draw(scene, [0, 0, 0], scene.random.pick(pan.colours), 0);
  const s = scene.camera.scale;
  for (const [dx, dy] of [[-4, 2], [3.6, -1.6]] as const) {
    const [x, y] = scene.camera.spot([dx, dy, 2.8]);
    scene.overlay(
      svg`<g transform="translate(${x} ${y})"><path d="M${-s * 4} 0` +
        svg`Q${-s * 4.6} ${-s * 3} ${-s} ${-s * 3}T${s * 4} ${-s * 0.6}` +
        svg`Q${s * 4.2} ${s * 2.8} ${s * 0.4} ${s * 2.9}T${-s * 4} 0Z" ` +
        svg`fill="${scene.radial([[0, '#ffffff'], [0.8, '#fbf6ea'], [1, '#e3c48c']])}"/>` +
        svg`<circle cx="${s * 0.1}" cy="${-s * 0.3}" r="${s * 1.5}" ` +
        svg`fill="${scene.radial([[0, '#ffd766'], [0.6, '#f5a623'], [1, '#dd8412']], [0.4, 0.35], 0.6)}"/>` +
        svg`<ellipse cx="${-s * 0.4}" cy="${-s * 0.9}" rx="${s * 0.4}" ry="${s * 0.22}" fill="#fffbe6" ` +
        'fill-opacity=".85"/></g>',
    );
  }
};

export const towelShots: readonly Shot[] = [towelStack, towelCorner, towelRolls, towelsForGuests, towelsInBox];
export const tissueShots: readonly Shot[] = [
  rollPyramid,
  sheets,
  hero(tissueBox),
  onShelf(tissueBox),
  onPlinth(tissueBox),
  row(tissueBox),
  inParcel(tissueBox),
];
export const panShots: readonly Shot[] = [eggInPan, hero(pan), onPlinth(pan)];
