import type { Vec } from '../studio/camera';
import { plus } from '../studio/camera';
import { darken, lighten, mix } from '../studio/colour';
import { counter, paper, TONES } from '../studio/backdrop';
import { type Scene, svg } from '../studio/scene';
import { standing } from '../studio/shadow';
import { colourOf, type Shot, type Ware } from '../studio/shot';
import { mug, vessel } from '../parts/dish';
import { disc, lathe } from '../parts/lathe';
import { leaf } from '../parts/leaf';
import { cloud, moon, stars } from '../parts/sky';
import { hero, onPlinth, onShelf } from '../studio/ware-shots';

const GREENS = ['#4f7f4b', '#6a9a57', '#3f6d48', '#83ad68'] as const;

/** A pot plant: stems bend out, leaves from back to front. */
const plant: Ware = {
  radius: 7,
  height: 26,
  colours: ['#e9e2d6', '#b8704f', '#31564c', '#c9a98b'],
  draw(scene, at, colour, layer) {
    standing(scene, at, 5, 20, layer);
    const rim = plus(at, [0, 0, 9]);
    const [x, y] = scene.camera.spot(rim);
    const s = scene.camera.scale;
    let foliage = '';
    const stems = 11;
    for (let stem = 0; stem < stems; stem++) {
      const lean = ((stem * 7) % stems) / (stems - 1) - 0.5;
      const rise = (12.5 - Math.abs(lean) * 11 + scene.random.between(-2, 2)) * s;
      const [tx, ty] = [x + lean * 15 * s, y - rise];
      foliage +=
        svg`<path d="M${x + lean * 3 * s} ${y}Q${x + lean * 5 * s} ${y - rise * 0.6} ${tx} ${ty}" ` +
        svg`fill="none" stroke="#4d6f3c" stroke-width="${s * 0.22}"/>`;
      foliage += leaf(
        scene,
        [tx - lean * s, ty + s * 2.4],
        8.4 * s,
        -90 + lean * 130 + scene.random.between(-14, 14),
        scene.random.pick(GREENS),
        0.34,
      );
    }
    scene.put(
      at,
      vessel(scene, at, {
        rings: [[3.9, 0], [4.9, 7.4], [5.1, 9]],
        colour,
        gloss: 0.25,
        filled: { colour: '#4a3526', below: 0.7 },
      }) + foliage,
      layer,
    );
  },
};

/** A window frame over a painted sky, with a sill; `front` stands on the sill. */
function windowFrame(scene: Scene, wall: string, sky: string, light: string): void {
  const { width, height } = scene;
  const [left, top, right, sill] = [width * 0.2, height * 0.08, width * 0.8, height * 0.7];
  const frame = '#f3efe7';
  scene.backdrop(scene.fill(scene.linear([[0, darken(wall, 0.1)], [1, wall]])));
  scene.backdrop(
    svg`<svg x="${left}" y="${top}" width="${right - left}" height="${sill - top}" viewBox="0 0 600 620" ` +
      svg`preserveAspectRatio="xMidYMid slice">${sky}</svg>`,
  );
  const bars =
    svg`<path d="M${left} ${top}H${right}V${sill}H${left}Z" fill="none" stroke="${frame}" stroke-width="26"/>` +
    svg`<path d="M${width / 2} ${top}V${sill}M${left} ${top + (sill - top) * 0.42}H${right}" ` +
    svg`stroke="${frame}" stroke-width="15"/>`;
  scene.backdrop(`<g transform="translate(5 7)" opacity=".14" stroke="#2b1f17">${bars.replaceAll(frame, '#2b1f17')}</g>${bars}`);
  scene.backdrop(
    svg`<rect x="${left - 60}" y="${sill + 4}" width="${right - left + 120}" height="40" ` +
      svg`fill="${scene.linear([[0, lighten(frame, 0.5)], [1, darken(frame, 0.1)]])}"/>` +
      svg`<rect x="${left - 60}" y="${sill + 44}" width="${right - left + 120}" height="26" ` +
      svg`fill="${scene.linear([[0, '#2b1f17', 0.22], [1, '#2b1f17', 0]])}"/>`,
  );
  // Light through the panes lies on the wall below.
  scene.backdrop(
    svg`<polygon points="${left + 40},${sill + 90} ${right - 60},${sill + 90} ${right + 60},${height} ${left + 150},${height}" ` +
      svg`fill="${light}" fill-opacity=".3"/>`,
  );
  for (const [x, flip] of [[left - 10, 1], [right + 10, -1]] as const)
    curtain(scene, x, flip, height * 0.8, mix(wall, '#fffdf8', 0.55));
}

function curtain(scene: Scene, x: number, flip: 1 | -1, length: number, colour: string): void {
  for (let fold = 0; fold < 4; fold++) {
    const start = x - flip * (fold * 42 - 24);
    scene.backdrop(
      svg`<path d="M${start} 0Q${start - flip * 8} ${length * 0.5} ${start - flip * (20 - fold * 3)} ${length}h${flip * -46}` +
        svg`Q${start - flip * 44} ${length * 0.5} ${start - flip * 42} 0Z" ` +
        svg`fill="${scene.linear([[0, darken(colour, 0.12)], [0.4, lighten(colour, 0.3)], [1, darken(colour, 0.16)]], [0, 0], [1, 0])}"/>`,
    );
  }
}

const hills = (near: string, far: string): string =>
  `<path d="M0 470Q150 380 300 450T600 420V620H0Z" fill="${far}"/><path d="M0 540Q200 460 380 530T600 510` + `V620H0Z" fill="${near}"/>`;

const sunrise =
  (sun: readonly [number, number], tones: readonly [string, string, string]): Shot =>
  (scene) => {
    const sky = scene.linear([[0, tones[0]], [0.6, tones[1]], [1, tones[2]]]);
    const glow = scene.radial([[0, '#fff4cf', 0.95], [0.2, '#ffe3a0', 0.6], [1, '#ffd58a', 0]]);
    const outside =
      `<rect width="600" height="620" fill="${sky}"/><circle cx="${sun[0]}" cy="${sun[1]}" r="230" ` +
      `fill="${glow}"/><circle cx="${sun[0]}" cy="${sun[1]}" r="58" ` +
      `fill="#fff6da"/>${cloud([430, 130], 44)}${cloud([140, 210], 34)}${hills('#8fb08a', '#b9cdb0')}`;
    windowFrame(scene, scene.random.pick([TONES.cream, TONES.blush, TONES.sage]), outside, '#ffe9bd');
    sillThings(scene);
  };

/** A plant and a mug on the sill: the sill is at 70 % of the height. */
function sillThings(scene: Scene): void {
  scene.look({ pitch: 8, span: 52, at: [0, 0, 11.6] });
  plant.draw(scene, [scene.random.pick([-9, -8]), 0, 0], colourOf(plant, Math.floor(scene.random.next() * 4)), 1);
  mug(scene, [8.6, -1, 0], scene.random.pick(['#b8704f', '#31564c', '#f1eee8']), '#5a3822', 1, 0.8);
}

const rain: Shot = (scene) => {
  let drops = '';
  for (let drop = 0; drop < 70; drop++)
    drops +=
      svg`<path d="M${scene.random.next() * 600} ${scene.random.next() * 600}l-5 ${scene.random.between(14, 32)}" ` +
      svg`stroke="#ffffff" stroke-width="3" stroke-linecap="round" stroke-opacity="${scene.random.between(2, 6) / 10}"/>`;
  windowFrame(
    scene,
    TONES.mist,
    `<rect width="600" height="620" fill="${scene.linear([
      [0, '#8fa3b0'],
      [1, '#c3cfd2'],
    ])}"/>${cloud([180, 120], 60, '#e6ebec', 0.6)}${cloud([450, 90], 52, '#dfe6e8', 0.6)}${hills('#7d9a8c', '#9db3aa')}${drops}`,
    '#e9f0f2',
  );
  sillThings(scene);
};

/** Moon over roofs with lit windows. */
const night =
  (x: number): Shot =>
  (scene) => {
    let roofs = '';
    for (let house = 0; house < 9; house++) {
      const [left, tall] = [house * 72 - 20, scene.random.between(90, 230)];
      roofs +=
        svg`<rect x="${left}" y="${620 - tall}" width="74" height="${tall}" ` +
        svg`fill="${mix('#27324d', '#3b4766', scene.random.next())}"/>`;
      for (let pane = 0; pane < 6; pane++)
        if (scene.random.next() < 0.5)
          roofs +=
            svg`<rect x="${left + 14 + (pane % 2) * 28}" y="${638 - tall + Math.floor(pane / 2) * 30}" ` +
            svg`width="15" height="17" rx="2" fill="${scene.random.pick(['#ffd98a', '#ffe7b3', '#f7b867'])}"/>`;
    }
    const sky = `<rect width="600" height="620" fill="${scene.linear([
      [0, '#1b2742'],
      [0.6, '#3d4a72'],
      [1, '#76688a'],
    ])}"/>${stars(scene, 40)}${moon(scene, [x, 150], 52)}${roofs}`;
    windowFrame(scene, '#5d6478', sky, '#b9c3e6');
    scene.look({ pitch: 8, span: 52, at: [0, 0, 11.6] });
    lamp(scene, [-10, 0, 0]);
    mug(scene, [7, -1, 0], '#e9e2d6', '#f1e6d2', 1, 0.8);
  };

function lamp(scene: Scene, at: Vec): void {
  const [x, y] = scene.camera.spot(plus(at, [0, 0, 14]));
  const s = scene.camera.scale;
  standing(scene, at, 4, 3, 1);
  scene.put(
    at,
    svg`<circle cx="${x}" cy="${y}" r="${s * 17}" ` +
      svg`fill="${scene.radial([[0, '#ffe2a0', 0.75], [0.4, '#ffd080', 0.24], [1, '#ffd080', 0]])}"/>` +
      lathe(scene, at, [[3.4, 0], [3.2, 0.7], [0.5, 1.2], [0.5, 11]], { colour: '#b98d4e', gloss: 0.5, top: null }) +
      lathe(scene, plus(at, [0, 0, 10.4]), [[5.6, 0], [3.4, 7]], { colour: '#f6dca6', gloss: 0.2, top: '#fff3cf' }),
    1,
  );
}

/** The sky itself: what one photographs from the balcony. */
const openSky =
  (tones: readonly [string, string, string], dark: boolean): Shot =>
  (scene) => {
    const { width, height } = scene;
    scene.backdrop(scene.fill(scene.linear([[0, tones[0]], [0.55, tones[1]], [0.8, tones[2]]])));
    if (dark) scene.backdrop(stars(scene, 70) + moon(scene, [width * 0.68, height * 0.26], 8.4 * scene.unit));
    else
      scene.backdrop(
        `<circle cx="${width * 0.5}" cy="${height * 0.6}" r="${34 * scene.unit}" ` +
          `fill="${scene.radial([[0, '#fff6da', 0.95], [0.24, '#ffe6ab', 0.6], [1, '#ffd58a', 0]])}"/>` +
          `<circle cx="${width * 0.5}" cy="${height * 0.6}" r="${6.4 * scene.unit}" fill="#fffaeb"/>`,
      );
    const mist = dark ? '#55638c' : '#ffffff';
    scene.backdrop(
      cloud([width * 0.24, height * 0.3], 7 * scene.unit, mist, 0.42) +
        cloud([width * 0.8, height * 0.44], 5.4 * scene.unit, mist, 0.36) +
        cloud([width * 0.5, height * 0.18], 4 * scene.unit, mist, 0.3),
    );
    const ridges = dark ? ['#4d5a80', '#36426a', '#232d4e'] : ['#b9c7c0', '#8fa99a', '#5f8473'];
    ridges.forEach((colour, index) => {
      const y = height * (0.64 + index * 0.1);
      const wave = (0.05 + index * 0.015) * height * (index % 2 ? -1 : 1);
      scene.backdrop(
        svg`<path d="M0 ${y}C${width * 0.25} ${y - wave * 2} ${width * 0.4} ${y + wave} ${width * 0.62} ${y - wave * 0.4}` +
          svg`S${width} ${y - wave} ${width} ${y}V${height}H0Z" ` +
          svg`fill="${scene.linear([[0, colour], [1, lighten(colour, 0.14)]])}"/>`,
      );
    });
  };

/** Porridge or milk with bread at a table by the wall. */
const breakfast: Shot = (scene) => {
  scene.look({ pitch: 30, span: 30, at: [0, 0, 3] });
  counter(scene, TONES.cream, '#d3ac7c', 0.4);
  standing(scene, [-5, 1, 0], 5, 5);
  scene.put(
    [-5, 1, 0],
    vessel(scene, [-5, 1, 0], {
      rings: [[2.8, 0], [5, 1.4], [6.6, 5]],
      colour: '#31564c',
      inside: '#f1ece2',
      smooth: true,
      filled: { colour: '#f0dfb8', below: 0.8 },
    }) +
      disc(scene, [-4.6, 0.8, 4.3], 1, 'fill="#b8402a"') +
      disc(scene, [-6.4, 1.4, 4.3], 0.7, 'fill="#c8553a"') +
      disc(scene, [-5.6, -0.6, 4.3], 0.6, 'fill="#a9381f"'),
  );
  mug(scene, [6, 2.4, 0], '#f1eee8', '#f7f1e4', 0, 0.9);
};

export const plantShots: readonly Shot[] = [
  hero(plant),
  onShelf(plant),
  onPlinth(plant),
  (scene) => {
    scene.look({ pitch: 20, span: 34, at: [0, 0, 11] });
    paper(scene, 'sage', 0.6);
    plant.draw(scene, [-6, 3, 0], '#b8704f', 0);
    mug(scene, [8, -3, 0], '#f1eee8', '#5a3822', 0, 0.8);
  },
];
export const morningShots: readonly Shot[] = [
  sunrise([300, 380], ['#9fc3dc', '#fbe2bd', '#ffd9a0']),
  openSky(['#8fb4d0', '#fbdcb6', '#ffcf96'], false),
  breakfast,
  sunrise([180, 300], ['#b5d3e6', '#e8eee6', '#fdebc8']),
  rain,
  openSky(['#a9bcd6', '#f3c9b8', '#ffb98a'], false),
];
export const nightShots: readonly Shot[] = [
  night(420),
  openSky(['#141d38', '#36426e', '#7d6f94'], true),
  night(160),
  openSky(['#1f2748', '#4d4a7c', '#a37a8e'], true),
];
