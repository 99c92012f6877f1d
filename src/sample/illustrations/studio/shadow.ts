import type { Spot, Vec } from './camera';
import { plus } from './camera';
import { polygon, type Scene, svg } from './scene';

const INK = '#2b1f17';

/** A soft dark ellipse on the table under `at`; radii in centimetres. */
function pool(scene: Scene, at: Vec, radiusX: number, radiusY: number, strength: number): string {
  const { scale, tilt } = scene.camera;
  const [x, y] = scene.camera.spot(at);
  const fill = scene.radial([[0, INK, strength], [0.45, INK, strength * 0.62], [0.75, INK, strength * 0.2], [1, INK, 0]]);
  return svg`<ellipse cx="${x}" cy="${y}" rx="${radiusX * scale}" ry="${radiusY * scale * Math.max(tilt, 0.1)}" ` + svg`fill="${fill}"/>`;
}

/**
 * What a round thing of this radius and height (cm) does to the table: a tight dark line where it stands and a wide
 * pale shadow away from the light.
 */
export function standing(scene: Scene, at: Vec, radius: number, height: number, layer = 0): void {
  const reach = Math.min(height, radius * 6) * 0.42;
  const cast = pool(scene, plus(at, [reach * 0.9, reach * 0.15, 0]), radius * 1.25 + reach, radius * 1.3 + reach * 0.35, 0.2);
  const contact = pool(scene, plus(at, [radius * 0.12, -radius * 0.05, 0]), radius * 1.22, radius * 1.25, 0.5);
  scene.put(at, cast + contact, layer - 0.5);
}

/**
 * A soft-edged dark shape: copies stacked from wide and faint to narrow. Cheaper than a blur, and `fill-opacity` cheaper
 * than `opacity`, for which the renderer would set up a layer of its own.
 */
export function soft(spots: readonly Spot[], spread: number, strength: number): string {
  const steps = 7;
  const middle = [0, 1].map((axis) => spots.reduce((sum, spot) => sum + (spot[axis] ?? 0), 0) / spots.length) as [number, number];
  let markup = '';
  for (let step = steps; step >= 0; step--) {
    const grow = spread * ((step / steps) * 1.5 - 0.5);
    const grown = spots.map(([x, y]): Spot => {
      const far = Math.hypot(x - middle[0], y - middle[1]) || 1;
      const share = Math.max(0.2, (far + grow) / far);
      return [middle[0] + (x - middle[0]) * share, middle[1] + (y - middle[1]) * share];
    });
    markup += polygon(grown, `fill="${INK}" fill-opacity="${(strength / steps).toFixed(3)}"`);
  }
  return markup;
}

/** The shadow of a flat-footed thing: its footprint (cm) drawn out away from the light by its height. */
export function footprint(scene: Scene, corners: readonly Vec[], height: number, layer = 0): void {
  const reach = Math.min(height, 14) * 0.38;
  const first = corners[0] ?? [0, 0, 0];
  const spread = Math.min(Math.max(height * 0.16, 0.5), 2.2) * scene.camera.scale;
  const base = corners.map((corner) => scene.camera.spot(corner));
  const moved = corners.map((corner) => scene.camera.spot(plus(corner, [reach, reach * 0.1, 0])));
  scene.put(first, soft(hull([...base, ...moved]), spread, 0.17) + soft(base, spread * 0.3, 0.26), layer - 0.5);
}

/** Convex hull (Andrew's monotone chain). */
export function hull(spots: readonly Spot[]): Spot[] {
  const sorted = [...spots].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly Spot[]): Spot[] => {
    const chain: Spot[] = [];
    for (const spot of list) {
      for (;;) {
        const [a, b] = chain.slice(-2);
        if (!a || !b || (b[0] - a[0]) * (spot[1] - a[1]) - (b[1] - a[1]) * (spot[0] - a[0]) > 0) break;
        chain.pop();
      }
      chain.push(spot);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}
