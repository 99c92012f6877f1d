import { plus, type Vec } from '../studio/camera';
import { polygon, type Scene, svg } from '../studio/scene';
import { blockShadow, corner, side, visibleSides, type Block } from './box';

/** A clear tray with lid. `fill` is called with the places of the pieces inside (cm). */
export function punnet(scene: Scene, at: Vec, size: Vec, turn: number, layer: number): void {
  const block: Block = { size, colour: '#ffffff', turn };
  blockShadow(scene, at, block, layer);
  const rim: Block = { size: [size[0] * 1.05, size[1] * 1.05, 0.5], colour: '#ffffff', turn };
  const glass = (shape: readonly Vec[], opacity: number, rimmed = true): string =>
    polygon(
      shape.map((place) => scene.camera.spot(place)),
      svg`fill="#ffffff" fill-opacity="${opacity}" stroke="#ffffff" stroke-opacity="${rimmed ? 0.7 : 0}" ` +
        svg`stroke-width="${0.1 * scene.camera.scale}" stroke-linejoin="round"`,
    );
  const walls = visibleSides(scene, block).map((index) => {
    const spot = side(at, block, index);
    return (
      glass([spot(0.03, 0), spot(0.97, 0), spot(1, 1), spot(0, 1)], 0.14) +
      glass([spot(0.12, 0.12), spot(0.2, 0.12), spot(0.2, 0.86), spot(0.12, 0.86)], 0.2, false)
    );
  });
  const top = plus(at, [0, 0, size[2]]);
  const lid = ([[-1, -1], [1, -1], [1, 1], [-1, 1]] as const).map(([x, y]) => corner(top, rim, x, y, 0));
  scene.put(at, walls.join('') + glass(lid, 0.36), layer + 2);
}
