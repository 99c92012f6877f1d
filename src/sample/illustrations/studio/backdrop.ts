import { darken, lighten, mix } from './colour';
import { type Scene, type Stop, svg } from './scene';

/** Paper sweeps of the studio; warm greys first, they carry most pictures. */
export const TONES = {
  warm: '#e4dfd7',
  stone: '#dcd8d0',
  mist: '#dadcda',
  cream: '#efe6d6',
  sage: '#c9d4ca',
  blush: '#ecd9d0',
  sky: '#d3dfe6',
  dusk: '#3d4a5c',
  cinnabar: '#b8402a',
} as const;
export type Tone = keyof typeof TONES;

/** A paper sweep: wall runs into floor without an edge. */
export function paper(scene: Scene, tone: Tone, horizon = 0.52): void {
  const colour = TONES[tone];
  const sweep = scene.linear([
    [0, darken(colour, 0.05)],
    [Math.max(0.05, horizon - 0.24), lighten(colour, 0.05)],
    [horizon, darken(colour, 0.055)],
    [Math.min(0.95, horizon + 0.16), lighten(colour, 0.12)],
    [1, lighten(colour, 0.24)],
  ]);
  scene.backdrop(scene.fill(sweep));
}

/** A wooden table: planks and drawn grain, for pictures from above. */
export function wood(scene: Scene, colour = '#d2a974', planks = 4): void {
  const { width, height, random } = scene;
  scene.backdrop(scene.fill(colour));
  const plank = height / planks;
  for (let index = 0; index < planks; index++) {
    const own = mix(colour, random.pick(['#b98b55', '#e3c091', '#c89c66', '#d9b27d']), 0.42);
    const top = index * plank;
    const fill = scene.linear([[0, darken(own, 0.12)], [0.03, lighten(own, 0.1)], [0.5, own], [1, darken(own, 0.05)]]);
    scene.backdrop(svg`<rect y="${top}" width="${width}" height="${plank + 1}" fill="${fill}"/>`);
    for (let line = 0; line < 7; line++) {
      const y = top + random.between(0.06, 0.94) * plank;
      const sway = random.between(-0.1, 0.1) * plank;
      const start = random.between(-0.2, 0.3) * width;
      const end = start + random.between(0.5, 1) * width;
      scene.backdrop(
        svg`<path d="M${start} ${y}C${start + width * 0.3} ${y + sway} ${end - width * 0.3} ${y - sway} ${end} ${y + sway * 0.4}" ` +
          (svg`fill="none" stroke="${darken(own, 0.35)}" stroke-width="${random.between(0.8, 3.4)}" ` +
            svg`stroke-linecap="round" stroke-opacity="${random.between(1, 3) / 10}"/>`),
      );
    }
  }
  lamplight(scene);
}

/** A checked cloth seen from above. */
export function gingham(scene: Scene, colour: string, cell = 11): void {
  const step = scene.unit * cell;
  scene.backdrop(scene.fill('#f3eee4'));
  for (let x = 0; x < scene.width; x += step * 2) {
    scene.backdrop(svg`<rect x="${x}" width="${step}" height="${scene.height}" fill="${colour}" fill-opacity=".34"/>`);
  }
  for (let y = 0; y < scene.height; y += step * 2) {
    scene.backdrop(svg`<rect y="${y}" width="${scene.width}" height="${step}" fill="${colour}" fill-opacity=".34"/>`);
  }
  lamplight(scene);
}

/** A linen cloth with a few soft folds. */
export function linen(scene: Scene, colour: string): void {
  const { width, height, random } = scene;
  scene.backdrop(scene.fill(colour));
  for (let fold = 0; fold < 5; fold++) {
    const x = random.between(-0.1, 1.1) * width;
    const lean = random.between(-0.5, 0.2) * width;
    const path = svg`M${x} -20Q${x + lean * 0.3} ${height * 0.5} ${x + lean} ${height + 20}`;
    for (const [wide, shade, shift] of [[70, darken(colour, 0.5), 0], [26, darken(colour, 0.5), 6], [20, '#ffffff', -24]] as const) {
      scene.backdrop(
        `<path d="${path}" transform="translate(${shift} 0)" fill="none" stroke="${shade}" stroke-width="${wide}" ` +
          `stroke-opacity="${shade === '#ffffff' ? 0.2 : 0.045}"/>`,
      );
    }
  }
  lamplight(scene);
}

/** A wall and a table top that ends in front of it. */
export function counter(scene: Scene, wall: string, top: string, edge = 0.56): void {
  const y = scene.height * edge;
  scene.backdrop(scene.fill(scene.linear([[0, darken(wall, 0.07)], [0.5, lighten(wall, 0.12)], [1, wall]])));
  const table = scene.linear([[0, darken(top, 0.1)], [0.08, top], [1, lighten(top, 0.2)]]);
  scene.backdrop(
    `<rect y="${y - 26}" width="${scene.width}" height="26" ` +
      `fill="${scene.linear([[0, '#2b1f17', 0], [1, '#2b1f17', 0.13]])}"/>`,
  );
  scene.backdrop(`<rect y="${y}" width="${scene.width}" height="${scene.height - y}" fill="${table}"/>`);
}

/**
 * Light falling off towards the viewer. Only an upright gradient: the renderer paints those a row at a time, slanted and
 * round ones a pixel at a time, which takes eight times as long for hardly more light.
 */
function lamplight(scene: Scene): void {
  const glow: Stop[] = [[0, '#fff8ea', 0.3], [0.45, '#fff8ea', 0], [0.5, '#2b1f17', 0], [1, '#2b1f17', 0.17]];
  scene.backdrop(scene.fill(scene.linear(glow)));
}
