import type { Spot } from '../studio/camera';
import { type Scene, svg } from '../studio/scene';

/** A pale moon with its halo. */
export function moon(scene: Scene, [x, y]: Spot, radius: number): string {
  const halo = scene.radial([[0, '#fff2cf', 0.55], [0.45, '#fff2cf', 0.16], [1, '#fff2cf', 0]]);
  const face = scene.radial([[0, '#fffaf0'], [0.7, '#fbeac4'], [1, '#efd49b']], [0.42, 0.4], 0.6);
  const crater = (dx: number, dy: number, r: number): string =>
    svg`<circle cx="${x + dx * radius}" cy="${y + dy * radius}" r="${r * radius}" fill="#d9bd84" fill-opacity=".28"/>`;
  return (
    svg`<circle cx="${x}" cy="${y}" r="${radius * 2.4}" fill="${halo}"/><circle cx="${x}" cy="${y}" r="${radius}" ` +
    svg`fill="${face}"/>${crater(-0.3, -0.2, 0.2)}${crater(0.3, 0.25, 0.26)}${crater(-0.1, 0.5, 0.12)}`
  );
}

export function stars(scene: Scene, count: number): string {
  let markup = '';
  for (let star = 0; star < count; star++) {
    markup +=
      svg`<circle cx="${scene.random.next() * scene.width}" cy="${scene.random.next() * scene.height * 0.7}" ` +
      svg`r="${scene.random.between(0.8, 2.8)}" ` +
      svg`fill-opacity="${scene.random.between(3, 9) / 10}"/>`;
  }
  return `<g fill="#fff6dc">${markup}</g>`;
}

/** A bank of soft cloud. */
export function cloud([x, y]: Spot, size: number, colour = '#ffffff', opacity = 0.75): string {
  const puffs = [[-1.3, 0.15, 0.55], [-0.6, -0.2, 0.75], [0.2, -0.35, 0.9], [1, -0.05, 0.65], [1.6, 0.2, 0.4]] as const;
  const circles = puffs.map(([dx, dy, r]) => svg`<circle cx="${x + dx * size}" cy="${y + dy * size}" r="${r * size}"/>`);
  return (
    svg`<g fill="${colour}" opacity="${opacity}">${circles.join('')}<rect x="${x - size * 1.7}" y="${y + size * 0.1}" ` +
    svg`width="${size * 3.6}" height="${size * 0.55}" rx="${size * 0.27}"/></g>`
  );
}
