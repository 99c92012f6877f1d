import { board } from '../parts/board';
import { carton, corner } from '../parts/box';
import { plate, vessel } from '../parts/dish';
import { leaf } from '../parts/leaf';
import { punnet } from '../parts/punnet';
import { ruler } from '../parts/ruler';
import { endRings, tube } from '../parts/tube';
import { gingham, linen, paper, TONES, wood, type Tone } from './backdrop';
import { plus, type Vec } from './camera';
import { darken } from './colour';
import type { Scene } from './scene';
import { standing } from './shadow';
import type { Piece, Shot } from './shot';

const SOFT: readonly Tone[] = ['warm', 'stone', 'mist', 'cream'];

/** Lays one on the table, shadow included. */
export function lay(scene: Scene, piece: Piece, at: Vec, layer = 0): void {
  const lift = piece.radius * (piece.lift ?? 1);
  standing(scene, at, piece.radius * 0.78, piece.radius * 2 * (piece.lift ?? 1), layer);
  piece.draw(scene, plus(at, [0, 0, lift]), layer);
}

/** A heap: rings of pieces, each layer smaller, `radius` cm wide at its foot. */
export function heap(scene: Scene, piece: Piece, at: Vec, radius: number, layers: number, layer: number): void {
  const r = piece.radius;
  for (let level = 0; level < layers; level++) {
    const reach = radius - level * r * 1.25;
    const height = r * (piece.lift ?? 1) + level * r * 1.15;
    for (let ring = reach; ring > -r * 0.4; ring -= r * 1.75) {
      const count = Math.max(1, Math.floor((2 * Math.PI * Math.max(ring, 0)) / (r * 1.9)));
      // Rings buried under the next level are never seen.
      if (level < layers - 1 && ring < reach - r * 4.2) break;
      const start = scene.random.next() * 6;
      for (let index = 0; index < count; index++) {
        const angle = start + (index / count) * Math.PI * 2;
        const place: Vec = [
          Math.cos(angle) * Math.max(ring, 0),
          Math.sin(angle) * Math.max(ring, 0),
          height + scene.random.between(-0.1, 0.14) * r,
        ];
        piece.draw(scene, plus(at, place), layer);
      }
    }
  }
}

/** Nothing but the thing itself, edge to edge. */
export const closeUp =
  (piece: Piece): Shot =>
  (scene) => {
    const { random } = scene;
    const across = piece.radius > 2 ? random.pick([4.4, 5.2]) : random.pick([6.2, 7.2]);
    scene.look({ pitch: 62, span: piece.radius * 2 * across });
    scene.backdrop(scene.fill(piece.depth));
    const reach = piece.radius * across * 0.95 * (Math.max(scene.width, scene.height) / Math.min(scene.width, scene.height));
    const step = piece.radius * 1.62;
    for (let row = 0, y = reach * 1.15; y > -reach * 1.3; y -= step * 0.86, row++) {
      for (let x = -reach + (row % 2) * step * 0.5; x < reach; x += step) {
        piece.draw(
          scene,
          [x + random.between(-0.22, 0.22) * step, y + random.between(-0.2, 0.2) * step, random.between(0, 0.7) * piece.radius],
          0,
        );
      }
    }
    scene.overlay(
      scene.fill(scene.linear([[0, '#fff8ea', 0.2], [0.45, '#fff8ea', 0], [0.5, '#120b08', 0], [1, '#120b08', 0.36]])),
    );
    if (piece.leaf)
      scene.overlay(
        leaf(
          scene,
          [scene.width * random.between(0.2, 0.55), scene.height * random.between(0.25, 0.5)],
          30 * scene.unit,
          random.between(35, 75),
          piece.leaf,
        ),
      );
  };

/** A heap on a plate, seen by somebody about to sit down. */
export const onPlate =
  (piece: Piece): Shot =>
  (scene) => {
    const { random } = scene;
    const radius = piece.radius * (piece.radius > 2 ? 4.8 : 7.4);
    scene.look({ pitch: random.between(48, 60), span: radius * 2.6, at: [0, 0, piece.radius] });
    random.pick([() => paper(scene, random.pick(SOFT), 0.1), () => linen(scene, random.pick(['#d9d3c6', '#c8d3c9'])), () => wood(scene)])();
    plate(scene, [0, 0, 0], radius, random.pick(['#f6f3ee', '#f6f3ee', '#dfe7e4']));
    heap(scene, piece, [0, 0, 0.7], radius * 0.66, piece.radius > 2 ? 2 : 3, 2);
    for (const [x, y] of [[1.12, -0.78], [1.26, -0.46], [-1.2, -0.86]] as const)
      lay(scene, piece, [x * radius, y * radius, 0], 0);
    if (piece.leaf) scene.backdrop(leaf(scene, [scene.width * 0.02, scene.height * 0.16], 24 * scene.unit, 24, piece.leaf));
  };

/** A few, close, with nothing to distract. */
export const trio =
  (piece: Piece): Shot =>
  (scene) => {
    const { random } = scene;
    const r = piece.radius;
    scene.look({ pitch: 24, span: r * 6, at: [0, 0, r * 1.02] });
    paper(scene, random.pick(SOFT));
    if (piece.leaf) {
      scene.backdrop(
        leaf(scene, [scene.width * 0.24, scene.height * 0.66], 30 * scene.unit, -158, piece.leaf) +
          leaf(scene, [scene.width * 0.76, scene.height * 0.6], 30 * scene.unit, -32, piece.leaf),
      );
    }
    lay(scene, piece, [-1.06 * r, 0.9 * r, 0]);
    lay(scene, piece, [1.18 * r, 0.5 * r, 0]);
    lay(scene, piece, [random.between(-0.1, 0.2) * r, -1.1 * r, 0]);
  };

function fillPunnet(scene: Scene, piece: Piece, at: Vec, size: Vec, turn: number, layer: number): void {
  const r = piece.radius;
  const [across, deep] = [Math.max(2, Math.round(size[0] / (r * 1.95))), Math.max(2, Math.round(size[1] / (r * 1.95)))];
  const levels = Math.max(1, Math.round(size[2] / (r * 1.9)));
  const block = { size, turn, colour: '#ffffff' };
  for (let level = 0; level < levels; level++) {
    for (let row = 0; row < deep; row++) {
      for (let column = 0; column < across; column++) {
        // Only the outside and the top can be seen.
        if (level < levels - 1 && row > 0 && row < deep - 1 && column > 0 && column < across - 1) continue;
        const inset = (index: number, count: number): number => ((index + 0.5) / count) * 2 - 1;
        const place = corner(at, block, inset(column, across) * 0.97, inset(row, deep) * 0.97, 0);
        piece.draw(
          scene,
          plus(place, [scene.random.between(-0.08, 0.08) * r, 0, r * 0.92 + level * r * 1.75 + scene.random.between(0, 0.2) * r]),
          layer + 1,
        );
      }
    }
  }
  punnet(scene, at, size, turn, layer);
}

/** One clear box as it is handed over. */
export const boxed =
  (piece: Piece): Shot =>
  (scene) => {
    const { random } = scene;
    const r = piece.radius;
    const size: Vec = [r * 10, r * 7.8, r * 5.4];
    scene.look({ pitch: 26, yaw: random.pick([-26, 24, 32]), span: r * 17, at: [0, 0, r * 2] });
    paper(scene, random.pick(['mist', 'stone', 'sky']));
    fillPunnet(scene, piece, [0, 0, 0], size, 0, 0);
    for (const [x, y] of [[7.4, -3.4], [6.2, -5.6]] as const)
      lay(scene, piece, [x * r, y * r, 0]);
  };

/** Boxes piled up: how much there is. */
export const tower =
  (piece: Piece): Shot =>
  (scene) => {
    const { random } = scene;
    const r = piece.radius;
    const size: Vec = [r * 8, r * 6, r * 3.9];
    scene.look({ pitch: 15, yaw: -24, span: r * 18.5, at: [0, 0, r * 6.6] });
    paper(scene, random.pick(['sage', 'mist', 'warm']), 0.66);
    [0, 1, 2].forEach((level) =>
      fillPunnet(scene, piece, [level === 1 ? r * 0.3 : 0, 0, level * r * 4.25], size, level === 2 ? 4 : 0, level * 4),
    );
  };

/** A heap in a bowl: large things a handful, small ones many. */
export const inBowl =
  (piece: Piece): Shot =>
  (scene) => {
    const { random } = scene;
    const r = piece.radius;
    const bowl = r * (r > 2 ? 3.7 : 5.4);
    const colour = random.pick(['#f3f0ea', '#31564c', '#c9a98b', '#7f95a8']);
    scene.look({ pitch: 27, span: bowl * 3, at: [0, 0, bowl * 0.56] });
    paper(scene, random.pick(SOFT));
    standing(scene, [0, 0, 0], bowl * 0.64, bowl * 0.75);
    const rings = [[bowl * 0.44, 0], [bowl * 0.68, bowl * 0.15], [bowl * 0.93, bowl * 0.48], [bowl, bowl * 0.74]] as const;
    scene.put(
      [0, 0, 0],
      vessel(scene, [0, 0, 0], { rings, colour, smooth: true, filled: { colour: darken(piece.depth, 0.1), below: bowl * 0.16 } }),
    );
    heap(scene, piece, [0, 0, bowl * 0.74 - r], bowl - r * 1.3, r > 2 ? 2 : 3, 2);
    if (piece.leaf) scene.overlay(leaf(scene, [scene.width * 0.54, scene.height * 0.25], 14 * scene.unit, -40, piece.leaf));
    lay(scene, piece, [bowl + r * 1.3, -bowl * 0.55, 0]);
    lay(scene, piece, [-bowl - r * 1.3, -bowl * 0.4, 0]);
  };

/** Sorted by size against a ruler. */
export const measured =
  (piece: Piece): Shot =>
  (scene) => {
    const r = piece.radius;
    const span = r * 12.2;
    scene.look({ pitch: 78, span, at: [0, -r * 0.8, 0] });
    wood(scene, '#dfc49a', 3);
    const wide = span * (scene.width / Math.min(scene.width, scene.height));
    for (let x = -wide / 2 + r * 0.4, index = 0; x < wide / 2 + r; x += r * 2.24, index++)
      lay(scene, piece, [x, r * 0.6 + (index % 2) * r * 0.08, 0]);
    ruler(scene, [0, -r * 2.2, 0], Math.ceil(wide) + 4);
  };

/** A white cup lying on its side, its mouth to the right and towards the viewer. */
function tippedCup(scene: Scene, mouth: Vec, radius: number): void {
  const axis: Vec = [0.82, -0.57, 0];
  const foot = plus(mouth, [-axis[0] * radius * 2.3, -axis[1] * radius * 2.3, 0]);
  standing(scene, plus(foot, [radius, -radius * 0.4, -radius]), radius * 1.5, radius, 2);
  const inside =
    endRings(scene, mouth, axis, radius, [0.5], '#b9b4aa', radius * 0.86) +
    endRings(scene, mouth, axis, radius, [0.97], '#fffdf8', radius * 0.07);
  scene.put(foot, tube(scene, foot, mouth, radius, { colour: '#efece6', end: '#a9a39a', gloss: 0.3 }) + inside, 2);
}

/** Tipped out of a cup onto a board. */
export const spilled =
  (piece: Piece): Shot =>
  (scene) => {
    const { random } = scene;
    const r = piece.radius;
    scene.look({ pitch: 40, yaw: -12, span: r * 18, at: [r, 0, r * 1.4] });
    wood(scene);
    board(scene, [0, 0, 0], [r * 17, r * 10.5], 0, random.pick(['#a9693d', '#8d5a37', '#b98a5a']));
    const spots: Vec[] = [];
    for (let row = 0; row < 5; row++)
      for (let column = 0; column < 5 - Math.abs(row - 2); column++)
        spots.push([-r * 4.4 + column * r * 2.05 + Math.abs(row - 2) * r, (row - 2) * r * 1.9, 1.6]);
    for (const spot of spots) lay(scene, piece, plus(spot, [random.between(0, 0.4) * r, random.between(-0.2, 0.2) * r, 0]), 2);
    heap(scene, piece, [-r * 1.6, -r * 0.4, 1.6], r * 2.2, 2, 3);
    tippedCup(scene, [-r * 3.4, r * 0.8, 1.6 + r * 2.6], r * 2.6);
    if (piece.leaf) scene.overlay(leaf(scene, [scene.width * 0.74, scene.height * 0.66], 22 * scene.unit, 18, piece.leaf));
  };

/** In the carton it travels in. */
export const inCarton =
  (piece: Piece): Shot =>
  (scene) => {
    const { random } = scene;
    const r = piece.radius;
    const size: Vec = [r * 12, r * 9, r * 4.6];
    const yaw = random.pick([-24, 22, 30]);
    scene.look({ pitch: 36, yaw, span: r * 19, at: [0, 0, r * 1.8] });
    paper(scene, random.pick(SOFT));
    const block = { size, colour: '#c69a63' };
    carton(scene, [0, 0, 0], block, 0);
    for (let row = 0; row < 4; row++) {
      for (let column = 0; column < 6; column++) {
        piece.draw(
          scene,
          plus(corner([0, 0, 0], block, ((column + 0.5) / 3 - 1) * 0.95, ((row + 0.5) / 2 - 1) * 0.92, 0), [
            0,
            0,
            r * 3.3 + random.between(0, 0.4) * r,
          ]),
          1,
        );
      }
    }
  };

/** In rows on a checked cloth, from above. */
export const flatLay =
  (piece: Piece): Shot =>
  (scene) => {
    const { random } = scene;
    const r = piece.radius;
    scene.look({ pitch: 74, span: r * 12 });
    random.pick([
      () => gingham(scene, random.pick(['#8fae97', '#c98f7a', '#8ea6bd'])),
      () => linen(scene, TONES.cream),
      () => linen(scene, TONES.sage),
    ])();
    for (let row = -2; row <= 2; row++) {
      for (let column = -2; column <= 2; column++) {
        if (random.next() < 0.12) continue;
        lay(scene, piece, [
          column * r * 2.5 + (row % 2) * r * 0.9 + random.between(-0.3, 0.3) * r,
          row * r * 2.5 + random.between(-0.3, 0.3) * r,
          0,
        ]);
      }
    }
    if (piece.leaf) scene.overlay(leaf(scene, [scene.width * 0.8, scene.height * 0.9], 26 * scene.unit, -120, piece.leaf));
  };
