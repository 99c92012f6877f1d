import type { Spot, Vec } from '../studio/camera';
import { darken, lighten } from '../studio/colour';
import { type Scene, svg } from '../studio/scene';

export interface Skin {
  colour: string;
  /** 0 chalk … 1 wet */
  gloss?: number;
  /** height ÷ width on the picture */
  squash?: number;
  /** degrees the shape is turned on the picture */
  turn?: number;
}

/** A rounded body lit from the upper left. `middle` in picture units, so that details can be drawn on it. */
export function ballAt(scene: Scene, [x, y]: Spot, radius: number, skin: Skin): string {
  const gloss = skin.gloss ?? 0.4;
  const { colour } = skin;
  const body = scene.radial(
    [
      [0, lighten(colour, 0.2 + gloss * 0.3)],
      [0.3, lighten(colour, 0.1)],
      [0.62, colour],
      [0.9, darken(colour, 0.34)],
      [1, darken(colour, 0.22)],
    ],
    [0.44, 0.42],
    0.62,
    [0.33, 0.28],
  );
  const turn = skin.turn ? svg` transform="rotate(${skin.turn} ${x} ${y})"` : '';
  const shape = svg`<ellipse cx="${x}" cy="${y}" rx="${radius}" ry="${radius * (skin.squash ?? 1)}" fill="${body}"${turn}/>`;
  // On a small ball the highlight of the body says enough.
  if (gloss < 0.3 || radius < 26) return shape;
  const shine = scene.radial([[0, '#ffffff', gloss * 0.85], [0.4, '#ffffff', gloss * 0.4], [1, '#ffffff', 0]]);
  const [sx, sy] = [x - radius * 0.34, y - radius * 0.42 * (skin.squash ?? 1)];
  return (
    svg`${shape}<ellipse cx="${sx}" cy="${sy}" rx="${radius * 0.34}" ry="${radius * 0.22}" ` +
    svg`fill="${shine}" transform="rotate(-32 ${sx} ${sy})"/>`
  );
}

/** A rounded body of `radius` centimetres around a place. */
export const ball = (scene: Scene, at: Vec, radius: number, skin: Skin): string =>
  ballAt(scene, scene.camera.spot(at), radius * scene.camera.scale, skin);
