import { plus, type Spot, type Vec } from '../studio/camera';
import { darken, lighten, mix } from '../studio/colour';
import { footprint } from '../studio/shadow';
import { polygon, type Scene, svg } from '../studio/scene';

export interface Block {
  /** width, depth, height in centimetres; `at` is the middle of the foot */
  size: Vec;
  colour: string;
  /** degrees it is turned on the table */
  turn?: number;
  /** Softness of the edges, centimetres. */
  soften?: number;
}

/** Where a corner lies: −1…1 across and deep, 0…1 up. */
export function corner(at: Vec, { size, turn = 0 }: Block, across: number, deep: number, up: number): Vec {
  const [x, y] = [(across * size[0]) / 2, (deep * size[1]) / 2];
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
  return plus(at, [x * cos - y * sin, x * sin + y * cos, up * size[2]]);
}

const SIDES = [
  { normal: [0, -1], from: [-1, -1], to: [1, -1] },
  { normal: [1, 0], from: [1, -1], to: [1, 1] },
  { normal: [-1, 0], from: [-1, 1], to: [-1, -1] },
  { normal: [0, 1], from: [1, 1], to: [-1, 1] },
] as const;

/** A side of the block as the viewer sees it: from its lower left, along, and up (each 0…1). */
export function side(at: Vec, block: Block, index: 0 | 1 | 2 | 3): (along: number, up: number) => Vec {
  const { from, to } = SIDES[index];
  return (along, up) => corner(at, block, from[0] + (to[0] - from[0]) * along, from[1] + (to[1] - from[1]) * along, up);
}

function sideNormal({ turn = 0 }: Block, index: 0 | 1 | 2 | 3): Vec {
  const [x, y] = SIDES[index].normal;
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
  return [x * cos - y * sin, x * sin + y * cos, 0];
}

/** Paint of a flat face by the light it receives. */
export function facePaint(scene: Scene, colour: string, normal: Vec): string {
  const light = scene.camera.light(normal);
  const base = light > 0.55 ? lighten(colour, (light - 0.55) * 0.5) : darken(colour, (0.55 - light) * 0.52);
  return scene.linear([[0, lighten(base, 0.07)], [1, darken(base, normal[2] > 0.5 ? 0.03 : 0.1)]]);
}

/** The sides turned to the viewer. */
export const visibleSides = (scene: Scene, block: Block): (0 | 1 | 2 | 3)[] =>
  ([0, 1, 2, 3] as const).filter((index) => scene.camera.faces(sideNormal(block, index)));

/** A closed box with slightly rounded edges. */
export function box(scene: Scene, at: Vec, block: Block): string {
  const joins = (fill: string): string =>
    svg`fill="${fill}" stroke="${fill}" stroke-width="${(block.soften ?? 0.12) * 2 * scene.camera.scale}" ` + 'stroke-linejoin="round"';
  const faces = visibleSides(scene, block).map((index) => {
    const spot = side(at, block, index);
    const shape: Spot[] = ([[0, 0], [1, 0], [1, 1], [0, 1]] as const).map(([along, up]) => scene.camera.spot(spot(along, up)));
    return polygon(shape, joins(facePaint(scene, block.colour, sideNormal(block, index))));
  });
  const lid: Spot[] = ([[-1, -1], [1, -1], [1, 1], [-1, 1]] as const).map(([x, y]) => scene.camera.spot(corner(at, block, x, y, 1)));
  return faces.join('') + polygon(lid, joins(facePaint(scene, block.colour, [0, 0, 1])));
}

/** A flat patch on a side of a box: label, tape, ribbon. Shares of the side: left, bottom, right, top. */
export function patch(
  scene: Scene,
  at: Vec,
  block: Block,
  index: 0 | 1 | 2 | 3,
  area: readonly [number, number, number, number],
  colour: string,
): string {
  const spot = side(at, block, index);
  const [left, bottom, right, top] = area;
  const shape: Spot[] = (
    [[left, bottom], [right, bottom], [right, top], [left, top]] as const
  ).map(([along, up]) => scene.camera.spot(spot(along, up)));
  return polygon(shape, `fill="${facePaint(scene, colour, sideNormal(block, index))}"`);
}

/** The same on the lid: shares from the front left corner. */
export function lidPatch(scene: Scene, at: Vec, block: Block, area: readonly [number, number, number, number], colour: string): string {
  const [left, front, right, back] = area.map((share) => share * 2 - 1) as [number, number, number, number];
  const shape: Spot[] = (
    [[left, front], [right, front], [right, back], [left, back]] as const
  ).map(([x, y]) => scene.camera.spot(corner(at, block, x, y, 1)));
  return polygon(shape, `fill="${facePaint(scene, colour, [0, 0, 1])}"`);
}

/** Shadow of a block on what it stands on. */
export function blockShadow(scene: Scene, at: Vec, block: Block, layer = 0): void {
  footprint(scene, ([[-1, -1], [1, -1], [1, 1], [-1, 1]] as const).map(([x, y]) => corner(at, block, x, y, 0)), block.size[2], layer);
}

/** An open carton: back walls, floor, then the caller's contents on `layer`, front walls above them. */
export function carton(scene: Scene, at: Vec, block: Block, layer: number): void {
  blockShadow(scene, at, block, layer);
  const seen = visibleSides(scene, block);
  const wall = (index: 0 | 1 | 2 | 3, colour: string): string => {
    const spot = side(at, block, index);
    const shape: Spot[] = ([[0, 0], [1, 0], [1, 1], [0, 1]] as const).map(([along, up]) => scene.camera.spot(spot(along, up)));
    return polygon(
      shape,
      svg`fill="${facePaint(scene, colour, sideNormal(block, index))}" stroke="${mix(block.colour, '#fffdf8', 0.3)}" ` +
        svg`stroke-width="${0.25 * scene.camera.scale}" stroke-linejoin="round"`,
    );
  };
  const floor: Spot[] = ([[-1, -1], [1, -1], [1, 1], [-1, 1]] as const).map(([x, y]) => scene.camera.spot(corner(at, block, x, y, 0.02)));
  const hidden = ([0, 1, 2, 3] as const).filter((index) => !seen.includes(index));
  scene.put(
    at,
    polygon(floor, `fill="${darken(block.colour, 0.42)}"`) + hidden.map((index) => wall(index, darken(block.colour, 0.2))).join(''),
    layer,
  );
  scene.put(
    at,
    seen
      .map((index) => wall(index, block.colour) + patch(scene, at, block, index, [0.44, 0.02, 0.56, 0.98], lighten(block.colour, 0.3)))
      .join(''),
    layer + 2,
  );
  for (const index of hidden) scene.put(at, flap(scene, at, block, index), layer + 0.1);
}

function flap(scene: Scene, at: Vec, block: Block, index: 0 | 1 | 2 | 3): string {
  const spot = side(at, block, index);
  const normal = sideNormal(block, index);
  const out = block.size[2] * 0.55;
  const tip = (along: number): Vec => plus(spot(along, 1), [normal[0] * out, normal[1] * out, out * 0.35]);
  const shape = [spot(0, 1), spot(1, 1), tip(0.97), tip(0.03)].map((place) => scene.camera.spot(place));
  return polygon(shape, `fill="${scene.linear([[0, lighten(block.colour, 0.16)], [1, darken(block.colour, 0.06)]])}"`);
}
