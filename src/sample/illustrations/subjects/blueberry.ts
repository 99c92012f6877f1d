import type { Vec } from '../studio/camera';
import { mix } from '../studio/colour';
import { boxed, closeUp, flatLay, inBowl, inCarton, measured, onPlate, spilled, tower, trio } from '../studio/piece-shots';
import { type Scene, svg } from '../studio/scene';
import type { Piece, Shot } from '../studio/shot';
import { ballAt } from '../parts/ball';

const BLOOM = ['#4a5aa0', '#43508f', '#56669f', '#3a4681'] as const;

/** The five-pointed crown where the flower was, seen at a slant. */
function crown(scene: Scene, x: number, y: number, r: number): string {
  const { random } = scene;
  const angle = random.between(200, 340);
  const out = random.between(0.25, 0.68);
  const [cx, cy] = [x + Math.cos((angle * Math.PI) / 180) * r * out, y + Math.sin((angle * Math.PI) / 180) * r * out];
  const squeeze = Math.sqrt(1 - out * out);
  const star = Array.from({ length: 10 }, (_, step) => {
    const reach = r * (step % 2 ? 0.17 : 0.29);
    return svg`${Math.cos((step * Math.PI) / 5) * reach},${Math.sin((step * Math.PI) / 5) * reach}`;
  }).join(' ');
  return (
    svg`<g transform="translate(${cx} ${cy}) rotate(${angle}) scale(${squeeze} 1)">` +
    (svg`<polygon points="${star}" fill="#27305f" stroke="#6c7ab8" stroke-width="${r * 0.035}" ` +
      svg`stroke-linejoin="round"/><circle r="${r * 0.12}" fill="#161b38"/></g>`)
  );
}

export const blueberry: Piece = {
  radius: 0.8,
  depth: '#1c2347',
  leaf: '#7fae57',
  draw(scene, middle: Vec, layer) {
    const colour = mix(scene.random.pick(BLOOM), '#5a6bb0', 0.1);
    const [x, y] = scene.camera.spot(middle);
    const r = this.radius * scene.camera.scale * scene.random.between(0.94, 1.06);
    scene.put(
      middle,
      ballAt(scene, [x, y], r, { colour, gloss: 0.34, squash: 0.97 }) + (scene.random.next() < 0.72 ? crown(scene, x, y, r) : ''),
      layer,
    );
  },
};

export const blueberryShots: readonly Shot[] = [closeUp, onPlate, boxed, trio, inBowl, inCarton, measured, spilled, tower, flatLay].map(
  (shot) => shot(blueberry),
);
