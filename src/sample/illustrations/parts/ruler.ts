import type { Vec } from '../studio/camera';
import { polygon, type Scene, svg } from '../studio/scene';
import { blockShadow, box, corner, type Block } from './box';

/** A white ruler with millimetre ticks along x. */
export function ruler(scene: Scene, at: Vec, length: number): void {
  const block: Block = { size: [length, 3.2, 0.25], colour: '#f4f3ef', soften: 0.08 };
  blockShadow(scene, at, block);
  let ticks = '';
  const tick = (along: number, reach: number, width: number): string => {
    const x = (along / length) * 2 - 1;
    const [a, b] = [scene.camera.spot(corner(at, block, x, 0.96, 1)), scene.camera.spot(corner(at, block, x, 0.96 - reach, 1))];
    return svg`<path d="M${a[0]} ${a[1]}L${b[0]} ${b[1]}" stroke="#555b57" stroke-width="${width}"/>`;
  };
  for (let half = 1; half < length * 2; half++) ticks += half % 2 ? tick(half / 2, 0.5, 1.6) : tick(half / 2, 0.9, 2.6);
  const edge = ([[-1, -1], [1, -1], [1, -0.86], [-1, -0.86]] as const).map(([x, y]) => scene.camera.spot(corner(at, block, x, y, 1)));
  scene.put(at, box(scene, at, block) + ticks + polygon(edge, 'fill="#c8452a" fill-opacity=".75"'));
}
