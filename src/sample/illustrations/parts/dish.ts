import { plus, type Vec } from '../studio/camera';
import { darken, lighten } from '../studio/colour';
import { standing } from '../studio/shadow';
import { type Scene, svg } from '../studio/scene';
import { disc, lathe, type Ring } from './lathe';

/** A flat plate of `radius` cm; food goes on a higher layer. */
export function plate(scene: Scene, at: Vec, radius: number, colour = '#f6f3ee', layer = 0, rimColour = colour): void {
  standing(scene, at, radius * 0.9, 1.4, layer);
  const rings: Ring[] = [[radius * 0.6, 0], [radius * 0.82, 0.5], [radius, 1.3]];
  const glaze = scene.linear([[0, darken(colour, 0.1)], [0.5, colour], [1, lighten(colour, 0.6)]], [0.1, 0], [0.9, 1]);
  const well = scene.linear([[0, darken(colour, 0.08)], [0.4, colour], [1, lighten(colour, 0.5)]], [0.2, 0], [0.8, 1]);
  const up = (height: number): Vec => plus(at, [0, 0, height]);
  scene.put(
    at,
    lathe(scene, at, rings, { colour, top: null, gloss: 0.2 }) +
      disc(scene, up(1.3), radius, `fill="${lighten(rimColour, 0.3)}"`) +
      disc(scene, up(1.27), radius * 0.975, `fill="${rimColour === colour ? glaze : rimColour}"`) +
      disc(
        scene,
        up(0.92),
        radius * 0.76,
        `fill="${scene.linear([[0, darken(colour, 0.22)], [0.6, darken(colour, 0.06)], [1, lighten(colour, 0.5)]])}"`,
      ) +
      disc(scene, up(0.82), radius * 0.725, `fill="${well}"`),
    layer,
  );
}

export interface Vessel {
  rings: readonly Ring[];
  colour: string;
  inside?: string;
  gloss?: number;
  /** What it holds: colour and level (cm below the rim). */
  filled?: { colour: string; below: number };
  smooth?: boolean;
}

/** An open cup or bowl, its inner wall and what is in it; contents on top go on a higher layer. */
export function vessel(scene: Scene, at: Vec, look: Vessel): string {
  const [rim, top] = look.rings.at(-1) ?? [1, 1];
  const up = plus(at, [0, 0, top]);
  const inside = look.inside ?? look.colour;
  const inner = scene.linear([[0, darken(inside, 0.34)], [0.5, darken(inside, 0.12)], [1, lighten(inside, 0.1)]], [0, 0], [1, 0.25]);
  let markup =
    lathe(scene, at, look.rings, { colour: look.colour, gloss: look.gloss ?? 0.45, smooth: look.smooth, top: null }) +
    disc(scene, up, rim, `fill="${lighten(look.colour, 0.34)}"`) +
    disc(scene, up, rim * 0.94, `fill="${inner}"`);
  if (look.filled) markup += liquid(scene, up, rim * 0.94, look.filled.below, look.filled.colour);
  return markup;
}

/** The surface of what a round vessel holds, cut off by its near wall. */
function liquid(scene: Scene, up: Vec, radius: number, below: number, colour: string): string {
  const { scale, tilt, rise } = scene.camera;
  const [x, y] = scene.camera.spot(up);
  const [rx, ry, drop] = [radius * scale, radius * scale * tilt, below * rise * scale];
  const fill = scene.radial([[0, lighten(colour, 0.14)], [0.7, colour], [1, darken(colour, 0.3)]], [0.5, 0.5], 0.5, [0.4, 0.35]);
  const inner = 0.97;
  // Lens of the rim ellipse and the lowered surface: both have half-width close to rx where they cross.
  const cross = Math.sqrt(Math.max(0, 1 - (drop / (2 * ry)) ** 2)) * rx * inner;
  const middle = y + drop / 2;
  const path =
    svg`M${x - cross} ${middle}A${rx * inner} ${ry} 0 0 1 ${x + cross} ${middle}` + svg`A${rx} ${ry} 0 0 1 ${x - cross} ${middle}Z`;
  return drop >= ry * 1.9 ? '' : `<path d="${path}" fill="${fill}"/>`;
}

/** A cup handle on the right. */
export function handle(scene: Scene, at: Vec, radius: number, low: number, high: number, colour: string): string {
  const { scale } = scene.camera;
  const [x, y1] = scene.camera.spot(plus(at, [radius, 0, high]));
  const [, y2] = scene.camera.spot(plus(at, [radius, 0, low]));
  const out = radius * 0.85 * scale;
  const path = svg`M${x - 4} ${y1}C${x + out} ${y1 - out * 0.1} ${x + out} ${y2 + out * 0.12} ${x - 4} ${y2}`;
  const wide = radius * 0.24 * scale;
  return (
    svg`<path d="${path}" fill="none" stroke="${darken(colour, 0.26)}" stroke-width="${wide}"/>` +
    (svg`<path d="${path}" fill="none" stroke="${lighten(colour, 0.16)}" stroke-width="${wide * 0.4}" ` +
      svg`transform="translate(${-wide * 0.14} ${-wide * 0.14})"/>`)
  );
}

/** A mug of coffee, tea or milk. */
export function mug(scene: Scene, at: Vec, colour: string, drink: string, layer = 0, size = 1): void {
  const [r, h] = [4 * size, 8.6 * size];
  standing(scene, at, r, h, layer);
  const rings: Ring[] = [[r * 0.93, 0], [r, 0.5], [r, h]];
  scene.put(
    at,
    handle(scene, at, r, h * 0.24, h * 0.78, colour) + vessel(scene, at, { rings, colour, filled: { colour: drink, below: 1.1 * size } }),
    layer,
  );
}
