import { plus, type Spot, type Vec } from '../studio/camera';
import { darken, lighten, mix } from '../studio/colour';
import { polygon, type Scene, svg } from '../studio/scene';

/** One ring of a turned body: radius and height above its foot, centimetres. */
export type Ring = readonly [radius: number, height: number];

export interface Turned {
  colour: string;
  /** 0 matt … 1 polished */
  gloss?: number;
  /** Curved instead of straight between the rings. */
  smooth?: boolean;
  /** Opacity of the whole body, for glass. */
  opacity?: number;
  /** Colour of the closed top; absent = a little lighter than the body, null = no top. */
  top?: string | null;
}

/** Side-to-side shading of a cylinder lit from the left. */
export function roundShade(scene: Scene, colour: string, gloss: number): string {
  return scene.linear(
    [
      [0, darken(colour, 0.2)],
      [0.1, mix(colour, darken(colour, 0.2), 0.35)],
      [0.28, lighten(colour, 0.14 + gloss * 0.24)],
      [0.48, colour],
      [0.84, darken(colour, 0.3)],
      [1, darken(colour, 0.18)],
    ],
    [0, 0],
    [1, 0],
  );
}

/** The two sides of the rings as picture spots, foot first, `share` of the radius out from the axis. */
function edge(scene: Scene, at: Vec, rings: readonly Ring[], share: number): Spot[] {
  return rings.map(([radius, height]) => {
    const [x, y] = scene.camera.spot(plus(at, [0, 0, height]));
    return [x + radius * share * scene.camera.scale, y + radius * scene.camera.tilt * Math.sqrt(1 - share * share) * scene.camera.scale];
  });
}

/** `L…` or `C…` path pieces through spots (Catmull-Rom when smooth). */
export function through(spots: readonly Spot[], smooth: boolean): string {
  const at = (index: number): Spot => spots[Math.min(Math.max(index, 0), spots.length - 1)] ?? [0, 0];
  return spots
    .slice(1)
    .map((spot, index) => {
      if (!smooth) return svg`L${spot[0]} ${spot[1]}`;
      const [before, from, after] = [at(index - 1), at(index), at(index + 2)];
      const [c1, c2] = [
        [from[0] + (spot[0] - before[0]) / 6, from[1] + (spot[1] - before[1]) / 6],
        [spot[0] - (after[0] - from[0]) / 6, spot[1] - (after[1] - from[1]) / 6],
      ] as [Spot, Spot];
      return svg`C${c1[0]} ${c1[1]} ${c2[0]} ${c2[1]} ${spot[0]} ${spot[1]}`;
    })
    .join('');
}

/** The disc of one ring as an ellipse. */
export function disc(scene: Scene, at: Vec, radius: number, attributes: string): string {
  const [x, y] = scene.camera.spot(at);
  const { scale, tilt } = scene.camera;
  return svg`<ellipse cx="${x}" cy="${y}" rx="${radius * scale}" ry="${radius * scale * tilt}" ${attributes}/>`;
}

/** A body turned around an upright axis: bottle, cup, jar, lantern. Rings from the foot up. */
export function lathe(scene: Scene, at: Vec, rings: readonly Ring[], look: Turned): string {
  const gloss = look.gloss ?? 0.3;
  const left = edge(scene, at, rings, -1);
  const right = edge(scene, at, rings, 1).reverse();
  const { scale, tilt } = scene.camera;
  const [foot, head] = [rings[0]?.[0] ?? 0, rings.at(-1)?.[0] ?? 0];
  const arc = (radius: number, sweep: 0 | 1, [x, y]: Spot): string =>
    svg`A${radius * scale} ${radius * scale * tilt} 0 0 ${sweep} ${x} ${y}`;
  const [start, top]: [Spot, Spot] = [left[0] ?? [0, 0], right[0] ?? [0, 0]];
  const outline =
    svg`M${start[0]} ${start[1]}${through(left, look.smooth ?? false)}${arc(head, 1, top)}` +
    `${through(right, look.smooth ?? false)}${arc(foot, 1, start)}Z`;
  const body = `<path d="${outline}" fill="${roundShade(scene, look.colour, gloss)}"/>`;
  const ground = `<path d="${outline}" fill="${scene.linear([[0, '#fff8ea', 0.1], [0.55, '#2b1f17', 0], [1, '#2b1f17', 0.2]])}"/>`;
  const shine = gloss > 0.35 ? glint(scene, at, rings, look.smooth ?? false, gloss) : '';
  const lid =
    look.top === null || head === 0
      ? ''
      : cap(scene, plus(at, [0, 0, rings.at(-1)?.[1] ?? 0]), head, look.top ?? lighten(look.colour, 0.16));
  return look.opacity === undefined ? body + ground + shine + lid : `<g opacity="${look.opacity}">${body}${ground}</g>${shine}`;
}

/** A flat round top that catches the light. */
export function cap(scene: Scene, at: Vec, radius: number, colour: string): string {
  return disc(scene, at, radius, `fill="${scene.linear([[0, lighten(colour, 0.22)], [1, darken(colour, 0.08)]], [0, 0], [1, 1])}"`);
}

/** The narrow reflection of the soft box along the left side. */
function glint(scene: Scene, at: Vec, rings: readonly Ring[], smooth: boolean, gloss: number): string {
  const outer = edge(scene, at, rings, -0.8);
  const inner = edge(scene, at, rings, -0.62).reverse();
  const [a, b] = [outer[0] ?? [0, 0], inner[0] ?? [0, 0]];
  const path = svg`M${a[0]} ${a[1]}${through(outer, smooth)}L${b[0]} ${b[1]}${through(inner, smooth)}Z`;
  return `<path d="${path}" fill="${scene.linear([
    [0, '#ffffff', gloss * 0.25],
    [0.25, '#ffffff', gloss * 0.75],
    [0.85, '#ffffff', gloss * 0.4],
    [1, '#ffffff', 0],
  ])}"/>`;
}

/** A band or label around a turned body between two heights; angles in degrees from the viewer, −90…90. */
export function wrap(scene: Scene, at: Vec, low: Ring, high: Ring, colour: string, angles: readonly [number, number] = [-90, 90]): string {
  const { scale, tilt } = scene.camera;
  const along = ([radius, height]: Ring): Spot[] => {
    const [x, y] = scene.camera.spot(plus(at, [0, 0, height]));
    return Array.from({ length: 13 }, (_, step) => {
      const angle = ((angles[0] + ((angles[1] - angles[0]) * step) / 12) * Math.PI) / 180;
      return [x + Math.sin(angle) * radius * scale, y + Math.cos(angle) * radius * scale * tilt] as const;
    });
  };
  const fill = scene.linear(
    [[0, darken(colour, 0.12)], [0.3, lighten(colour, 0.18)], [0.6, colour], [1, darken(colour, 0.22)]],
    [0, 0],
    [1, 0],
  );
  return polygon([...along(low), ...along(high).reverse()], `fill="${fill}"`);
}
