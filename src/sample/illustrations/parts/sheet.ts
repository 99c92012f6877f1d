import type { Spot, Vec } from '../studio/camera';
import { polygon, type Scene, svg } from '../studio/scene';
import { blockShadow, box, corner, type Block } from './box';

/** A sheet of card lying on the table; `spot` maps shares of it (0…1 from its lower left) to the picture. */
export interface Sheet {
  rect(left: number, bottom: number, right: number, top: number, colour: string): string;
  line(spots: readonly Spot[], colour: string, width: number): string;
  dot(x: number, y: number, radius: number, colour: string): string;
}

/** Lays a sheet of `size` cm and hands it over to be drawn on. */
export function sheet(
  scene: Scene,
  at: Vec,
  size: readonly [number, number],
  turn: number,
  colour: string,
  draw: (on: Sheet) => string,
  layer = 0,
  thick = 0.4,
): void {
  const block: Block = { size: [size[0], size[1], thick], colour, turn, soften: 0.3 };
  blockShadow(scene, at, block, layer);
  const spot = (x: number, y: number): Spot => scene.camera.spot(corner(at, block, x * 2 - 1, y * 2 - 1, 1));
  const place = (x: number, y: number): string => svg`${spot(x, y)[0]},${spot(x, y)[1]}`;
  const on: Sheet = {
    rect: (left, bottom, right, top, fill) =>
      polygon(
        [spot(left, bottom), spot(right, bottom), spot(right, top), spot(left, top)],
        svg`fill="${fill}" stroke="${fill}" stroke-width="${scene.camera.scale * 0.24}" stroke-linejoin="round"`,
      ),
    line: (spots, stroke, width) =>
      svg`<polyline points="${spots.map(([x, y]) => place(x, y)).join(' ')}" fill="none" stroke="${stroke}" ` +
      svg`stroke-width="${width * scene.camera.scale}" stroke-linecap="round" stroke-linejoin="round"/>`,
    dot: (x, y, radius, fill) => {
      const [cx, cy] = spot(x, y);
      return (
        svg`<ellipse cx="${cx}" cy="${cy}" rx="${radius * scene.camera.scale}" ry="${radius * scene.camera.scale * scene.camera.tilt}" ` +
        svg`fill="${fill}"/>`
      );
    },
  };
  scene.put(at, box(scene, at, block) + draw(on), layer);
}
