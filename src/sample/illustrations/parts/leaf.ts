import type { Spot } from '../studio/camera';
import { darken, lighten } from '../studio/colour';
import { type Scene, svg } from '../studio/scene';

/** A leaf from its stalk at a picture spot; `angle` in degrees, length in picture units. */
export function leaf(scene: Scene, [x, y]: Spot, length: number, angle: number, colour = '#6f9f4f', width = 0.36): string {
  const half = length * width;
  const curve = (bulge: number): string => svg`C${length * 0.25} ${bulge} ${length * 0.7} ${bulge * 0.9} ${length} 0`;
  const back = svg`C${length * 0.7} ${half * 0.9} ${length * 0.25} ${half} 0 0`;
  const light = scene.linear([[0, lighten(colour, 0.3)], [1, colour]]);
  const dark = scene.linear([[0, darken(colour, 0.08)], [1, darken(colour, 0.3)]]);
  return (
    svg`<g transform="translate(${x} ${y}) rotate(${angle})">` +
    svg`<path d="M0 0${curve(-half)}L0 0Z" fill="${light}"/><path d="M0 0L${length} 0${back}Z" fill="${dark}"/>` +
    (svg`<path d="M${-length * 0.06} 0L${length * 0.96} 0" stroke="${lighten(colour, 0.4)}" ` +
      svg`stroke-width="${length * 0.018}" stroke-opacity=".8"/></g>`)
  );
}

/** A leaf that floats between the lamp and the paper, only its blurred shadow seen. */
export function leafShadows(scene: Scene): string {
  const { random, unit } = scene;
  let markup = '';
  for (let stem = 0; stem < 3; stem++) {
    const x = random.between(-4, 46) * unit;
    const y = random.between(-6, 16) * unit;
    for (let step = 0; step < 4; step++) {
      const angle = random.between(20, 70);
      const [lx, ly] = [x + step * 7 * unit, y + step * 5 * unit];
      for (const [size, opacity] of [[30, 0.022], [26, 0.028], [22, 0.03]] as const) {
        const w = size * 0.16 * unit;
        const l = size * unit;
        markup +=
          svg`<path d="M0 0Q${l / 2} ${-w * 2} ${l} 0Q${l / 2} ${w * 2} 0 0Z" ` +
          svg`transform="translate(${lx} ${ly}) rotate(${angle})" fill="#2b1f17" fill-opacity="${opacity}"/>`;
      }
    }
  }
  return markup;
}
