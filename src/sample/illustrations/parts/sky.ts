import type { Spot } from '../studio/camera';
import { round, type Scene } from '../studio/scene';

/** A pale moon with its halo. */
export function moon(scene: Scene, [x, y]: Spot, radius: number): string {
  const halo = scene.radial([[0, '#fff2cf', 0.55], [0.45, '#fff2cf', 0.16], [1, '#fff2cf', 0]]);
  const face = scene.radial([[0, '#fffaf0'], [0.7, '#fbeac4'], [1, '#efd49b']], [0.42, 0.4], 0.6);
  const crater = (dx: number, dy: number, r: number): string => `<circle cx="${round(x + dx * radius)}" cy="${round(y + dy * radius)}" r="${round(r * radius)}" fill="#d9bd84" fill-opacity=".28"/>`;
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius * 2.4)}" fill="${halo}"/><circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${face}"/>${crater(-0.3, -0.2, 0.2)}${crater(0.3, 0.25, 0.26)}${crater(-0.1, 0.5, 0.12)}`;
}

export function stars(scene: Scene, count: number): string {
  let markup = '';
  for (let star = 0; star < count; star++) {
    markup += `<circle cx="${round(scene.random.next() * scene.width)}" cy="${round(scene.random.next() * scene.height * 0.7)}" r="${round(scene.random.between(0.8, 2.8))}" fill-opacity="${round(scene.random.between(3, 9)) / 10}"/>`;
  }
  return `<g fill="#fff6dc">${markup}</g>`;
}

/** A bank of soft cloud. */
export function cloud([x, y]: Spot, size: number, colour = '#ffffff', opacity = 0.75): string {
  const puffs = [[-1.3, 0.15, 0.55], [-0.6, -0.2, 0.75], [0.2, -0.35, 0.9], [1, -0.05, 0.65], [1.6, 0.2, 0.4]] as const;
  return `<g fill="${colour}" opacity="${opacity}">${puffs.map(([dx, dy, r]) => `<circle cx="${round(x + dx * size)}" cy="${round(y + dy * size)}" r="${round(r * size)}"/>`).join('')}<rect x="${round(x - size * 1.7)}" y="${round(y + size * 0.1)}" width="${round(size * 3.6)}" height="${round(size * 0.55)}" rx="${round(size * 0.27)}"/></g>`;
}
