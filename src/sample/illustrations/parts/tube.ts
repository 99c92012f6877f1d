import { plus, type Vec } from '../studio/camera';
import { darken, lighten } from '../studio/colour';
import { type Scene, svg } from '../studio/scene';

export interface Roll {
  colour: string;
  /** Colour of the end turned to the viewer. */
  end?: string;
  gloss?: number;
}

/** A lying cylinder of `radius` from one middle to the other (cm); draws the end that faces the viewer. */
export function tube(scene: Scene, from: Vec, to: Vec, radius: number, look: Roll): string {
  const { camera } = scene;
  const length = Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
  const axis: Vec = [(to[0] - from[0]) / length, (to[1] - from[1]) / length, (to[2] - from[2]) / length];
  const towards = camera.nearness(axis);
  // Drawn from the near end, so that its disc lies over the body.
  const near = towards >= 0 ? to : from;
  const [nx, ny] = camera.spot(near);
  const [fx, fy] = camera.spot(towards >= 0 ? from : to);
  const angle = (Math.atan2(fy - ny, fx - nx) * 180) / Math.PI;
  const reach = Math.hypot(fx - nx, fy - ny);
  const r = radius * camera.scale;
  const rx = Math.abs(towards) * r;
  // The body is drawn along +x; flipped upright, the light stays on top.
  const upright = Math.abs(angle) <= 90;
  const [first, second] = upright ? [0, 1] : [1, 0];
  const fill = scene.linear(
    [
      [0, darken(look.colour, 0.06)],
      [0.24, lighten(look.colour, 0.24 + (look.gloss ?? 0) * 0.3)],
      [0.55, look.colour],
      [0.9, darken(look.colour, 0.32)],
      [1, darken(look.colour, 0.24)],
    ],
    [0, first],
    [0, second],
  );
  const body = svg`M0 ${-r}L${reach} ${-r}A${rx} ${r} 0 0 1 ${reach} ${r}L0 ${r}A${rx} ${r} 0 0 1 0 ${-r}Z`;
  const end = look.end ?? lighten(look.colour, 0.1);
  const endFill = scene.radial([[0, lighten(end, 0.1)], [0.8, end], [1, darken(end, 0.12)]]);
  return (
    svg`<g transform="translate(${nx} ${ny}) rotate(${angle})"><path d="${body}" fill="${fill}"/>` +
    svg`<ellipse rx="${rx}" ry="${r}" fill="${endFill}"/></g>`
  );
}

/** Rings drawn on the near end of a lying cylinder: rolled towel, paper core. Shares of the radius, outside in. */
export function endRings(
  scene: Scene,
  near: Vec,
  axis: Vec,
  radius: number,
  shares: readonly number[],
  colour: string,
  width: number,
): string {
  const { camera } = scene;
  const [x, y] = camera.spot(near);
  const [ax, ay] = camera.spot(plus(near, axis));
  const angle = (Math.atan2(ay - y, ax - x) * 180) / Math.PI;
  const ratio = Math.abs(camera.nearness(axis));
  return shares
    .map((share) => {
      const r = radius * share * camera.scale;
      return (
        svg`<ellipse rx="${r * ratio}" ry="${r}" fill="none" stroke="${colour}" stroke-width="${width * camera.scale}" ` +
        svg`transform="translate(${x} ${y}) rotate(${angle})"/>`
      );
    })
    .join('');
}
