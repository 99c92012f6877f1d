import type { Spot, Vec } from '../studio/camera';
import { darken } from '../studio/colour';
import { type Scene, svg } from '../studio/scene';
import { blockShadow, box, corner, type Block } from './box';

/** A wooden board lying on the table; things on it go on a higher layer. Its top is at 1.6 cm. */
export function board(scene: Scene, at: Vec, size: readonly [number, number], turn = 0, colour = '#a9693d', layer = 0): void {
  const block: Block = { size: [size[0], size[1], 1.6], colour, turn, soften: 0.35 };
  blockShadow(scene, at, block, layer);
  let grain = '';
  for (let line = 0; line < 9; line++) {
    const deep = scene.random.between(-0.94, 0.94);
    const [from, to] = [scene.random.between(-0.96, -0.3), scene.random.between(0.2, 0.96)];
    const [a, b] = [scene.camera.spot(corner(at, block, from, deep, 1)), scene.camera.spot(corner(at, block, to, deep, 1))];
    const bend = scene.random.between(-5, 5);
    const middle: Spot = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + bend];
    grain +=
      svg`<path d="M${a[0]} ${a[1]}Q${middle[0]} ${middle[1]} ${b[0]} ${b[1]}" fill="none" ` +
      svg`stroke="${darken(colour, 0.35)}" stroke-width="${scene.random.between(1, 3.4)}" stroke-opacity=".3"/>`;
  }
  scene.put(at, box(scene, at, block) + grain, layer);
}
