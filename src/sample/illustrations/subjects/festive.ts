import { plus, type Vec } from '../studio/camera';
import { darken, lighten } from '../studio/colour';
import { counter, paper, wood } from '../studio/backdrop';
import { boxed, closeUp, flatLay, inBowl, inCarton, lay, onPlate, trio } from '../studio/piece-shots';
import { polygon, type Scene, svg } from '../studio/scene';
import { standing } from '../studio/shadow';
import type { Piece, Shot } from '../studio/shot';
import { ballAt } from '../parts/ball';
import { plate, vessel } from '../parts/dish';
import { disc, lathe, wrap } from '../parts/lathe';
import { moon, stars } from '../parts/sky';

/** A pressed mooncake: fluted edge, flower on top. */
const mooncake: Piece = {
  radius: 3.2,
  depth: '#5c3312',
  lift: 0.05,
  draw(scene, middle, layer) {
    const { camera, random } = scene;
    const colour = random.pick(['#c98a3e', '#d1954a', '#bd7d34']);
    const r = this.radius;
    const flutes = 18;
    const ring = (radius: number, z: number): (readonly [number, number])[] =>
      Array.from({ length: flutes * 4 }, (_, step) => {
        const angle = (step / (flutes * 4)) * Math.PI * 2;
        const out = radius * (1 + 0.045 * Math.cos(angle * flutes));
        return camera.spot(plus(middle, [Math.cos(angle) * out, Math.sin(angle) * out, z]));
      });
    let sides = '';
    for (let flute = 0; flute < flutes; flute++) {
      const [a, b] = [((flute - 0.5) / flutes) * Math.PI * 2, ((flute + 0.5) / flutes) * Math.PI * 2];
      const normal: Vec = [Math.cos((a + b) / 2), Math.sin((a + b) / 2), 0];
      if (!camera.faces(normal)) continue;
      const corner = (angle: number, z: number): Vec => plus(middle, [Math.cos(angle) * r * 0.99, Math.sin(angle) * r * 0.99, z]);
      const light = camera.light(normal);
      sides += polygon(
        [corner(a, 0), corner(b, 0), corner(b, 2.2), corner(a, 2.2)].map((place) => camera.spot(place)),
        `fill="${darken(colour, 0.2 + 0.32 * (1 - light))}" stroke="${darken(colour, 0.5)}" stroke-opacity=".35" stroke-width="1.5"`,
      );
    }
    const up = plus(middle, [0, 0, 2.2]);
    const [x, y] = camera.spot(up);
    const s = camera.scale * r;
    const petals = Array.from(
      { length: 8 },
      (_, step) =>
        svg`<path transform="rotate(${step * 45})" d="M0 ${-s * 0.16}Q${s * 0.17} ${-s * 0.36} 0 ${-s * 0.6}` +
        svg`Q${-s * 0.17} ${-s * 0.36} 0 ${-s * 0.16}Z"/>`,
    ).join('');
    const top =
      polygon(ring(r, 2.2), `fill="${scene.linear([[0, lighten(colour, 0.1)], [0.5, lighten(colour, 0.22)], [1, colour]])}"`) +
      disc(scene, up, r * 0.82, svg`fill="none" stroke="${darken(colour, 0.32)}" stroke-width="${s * 0.045}"`) +
      disc(scene, plus(up, [0, 0, -0.05]), r * 0.82, svg`fill="none" stroke="${lighten(colour, 0.4)}" stroke-width="${s * 0.02}"`) +
      (svg`<g transform="translate(${x} ${y}) scale(1 ${camera.tilt})" fill="${lighten(colour, 0.3)}" ` +
        svg`stroke="${darken(colour, 0.34)}" stroke-width="${s * 0.035}">${petals}<circle r="${s * 0.11}"/>` +
        '</g>');
    scene.put(middle, sides + top, layer);
  },
};

/** A folded dumpling with its pleats. */
export const dumpling: Piece = {
  radius: 2.4,
  depth: '#8f7f68',
  lift: 0.55,
  draw(scene, middle, layer) {
    const { camera, random } = scene;
    const [x, y] = camera.spot(middle);
    const r = this.radius * camera.scale * random.between(0.95, 1.06);
    const colour = random.pick(['#f3e9d6', '#f6eedd', '#efe3cc']);
    const fill = scene.radial(
      [[0, '#fffdf6'], [0.4, colour], [0.85, darken(colour, 0.2)], [1, darken(colour, 0.12)]],
      [0.45, 0.45],
      0.62,
      [0.36, 0.26],
    );
    const pleats = [-0.72, -0.46, -0.2, 0.06, 0.32, 0.58]
      .map(
        (at) =>
          svg`<path d="M${at * r} ${-r * (0.56 - at * at * 0.3)}q${r * 0.14} ${r * 0.12} ${r * 0.08} ${r * 0.36}" ` +
          svg`fill="none" stroke="${darken(colour, 0.34)}" stroke-width="${r * 0.035}" stroke-linecap="round" ` +
          'stroke-opacity=".75"/>',
      )
      .join('');
    const rim =
      svg`M${-r * 1.12} ${r * 0.06}Q${-r * 0.7} ${-r * 0.62} 0 ${-r * 0.66}T${r * 1.12} ${r * 0.06}` +
      svg`Q${r * 0.7} ${-r * 0.34} 0 ${-r * 0.4}T${-r * 1.12} ${r * 0.06}Z`;
    scene.put(
      middle,
      svg`<g transform="translate(${x} ${y}) rotate(${random.between(-16, 16)})"><path d="M${-r * 1.12} ${r * 0.06}` +
        svg`C${-r * 0.8} ${-r * 0.72} ${r * 0.8} ${-r * 0.72} ${r * 1.12} ${r * 0.06}` +
        svg`C${r * 0.95} ${r * 0.76} ${-r * 0.95} ${r * 0.76} ${-r * 1.12} ${r * 0.06}Z" fill="${fill}"/>` +
        `<path d="${rim}" fill="${lighten(colour, 0.4)}" fill-opacity=".8"/>${pleats}</g>`,
      layer,
    );
  },
};

const tangyuan: Piece = {
  radius: 1.5,
  depth: '#9a8f80',
  draw(scene, middle, layer) {
    const [x, y] = scene.camera.spot(middle);
    scene.put(
      middle,
      ballAt(scene, [x, y], this.radius * scene.camera.scale * scene.random.between(0.95, 1.05), {
        colour: scene.random.pick(['#f7f3ec', '#f7f3ec', '#f2cfc6', '#f3dfb4']),
        gloss: 0.7,
        squash: 0.95,
      }),
      layer,
    );
  },
};

/** A round paper lantern with ribs, gold caps and a tassel; `at` is the end of the tassel. */
function lantern(scene: Scene, at: Vec, size: number, colour: string, layer: number): void {
  const up = (z: number): Vec => plus(at, [0, 0, z * size]);
  const { scale } = scene.camera;
  const body = [[2.4, 0], [4.6, 1.3], [5.5, 3.6], [4.6, 5.9], [2.4, 7.2]].map(([r, z]) => [(r ?? 0) * size, (z ?? 0) * size] as const);
  const [x, bottom] = scene.camera.spot(up(5));
  const [, tip] = scene.camera.spot(at);
  const [, top] = scene.camera.spot(up(13.2));
  let ribs = '';
  for (const share of [-0.72, -0.38, 0, 0.38, 0.72]) {
    const w = share * 5.5 * size * scale;
    ribs +=
      svg`<path d="M${x + w * 0.42} ${top}C${x + w * 1.25} ${top + (bottom - top) * 0.25} ${x + w * 1.25} ` +
      svg`${top + (bottom - top) * 0.75} ${x + w * 0.42} ${bottom}" ` +
      svg`fill="none" stroke="${darken(colour, 0.3)}" stroke-width="${size * scale * 0.09}" stroke-opacity=".55"/>`;
  }
  const glow = scene.radial([[0, '#ffe2a0', 0.75], [0.5, '#ffb65a', 0.28], [1, '#ffb65a', 0]]);
  const [, heart] = scene.camera.spot(up(9));
  const threads = [-0.5, -0.25, 0, 0.25, 0.5]
    .map(
      (lean) =>
        svg`<path d="M${x} ${bottom + size * scale}L${x + lean * size * scale * 1.3} ${tip}" ` +
        svg`stroke="${lighten(colour, 0.1)}" stroke-width="${size * scale * 0.22}" stroke-linecap="round"/>`,
    )
    .join('');
  scene.put(
    at,
    svg`<path d="M${x} ${top - size * scale}V-20" stroke="#8a6a3a" stroke-width="${size * scale * 0.12}"/>${threads}` +
      lathe(scene, up(5.6), body, { colour, gloss: 0.1, smooth: true, top: null }) +
      ribs +
      svg`<ellipse cx="${x}" cy="${heart}" rx="${5 * size * scale}" ry="${4.4 * size * scale}" fill="${glow}"/>` +
      lathe(scene, up(12.7), [[2.5 * size, 0], [2.5 * size, 0.9 * size]], { colour: '#d9a441', gloss: 0.6 }) +
      lathe(scene, up(4.9), [[2.5 * size, 0], [2.5 * size, 0.9 * size]], { colour: '#d9a441', gloss: 0.6, top: null }),
    layer,
  );
}

const lanternTrio: Shot = (scene) => {
  scene.look({ pitch: 2, span: 30, at: [0, 0, 10] });
  paper(scene, 'cream', 0.9);
  lantern(scene, [-8.4, 4, 6.5], 0.72, '#c8452a', 0);
  lantern(scene, [8.8, 4, 8.6], 0.62, '#c8452a', 0);
  lantern(scene, [0.6, 0, 0], 1.04, '#cf3f2a', 1);
};

const lanternNight: Shot = (scene) => {
  scene.look({ pitch: 2, span: 34, at: [0, 0, 10] });
  scene.backdrop(
    scene.fill(scene.linear([[0, '#1d2a44'], [0.6, '#3a4468'], [1, '#7a5a6a']])) +
      stars(scene, 46) +
      moon(scene, [scene.width * 0.74, scene.height * 0.24], 9 * scene.unit),
  );
  lantern(scene, [-8, 2, 6], 0.86, '#d8482c', 0);
  lantern(scene, [2, 0, -1], 0.98, '#d8482c', 1);
};

const lanternOne: Shot = (scene) => {
  scene.look({ pitch: 2, span: 20, at: [0, 0, 8.6] });
  paper(scene, 'blush', 0.9);
  lantern(scene, [0, 0, 0], 1.06, '#c8452a', 0);
};

const lanternRow: Shot = (scene) => {
  scene.look({ pitch: 2, span: 34, at: [0, 0, 7] });
  counter(scene, '#e9d3b4', '#8d4a32', 0.88);
  for (const [x, z] of [[-13, 2], [-4.4, 0.4], [4.4, 0.4], [13, 2]] as const)
    lantern(scene, [x, 0, z], 0.72, x < 0 ? '#c8452a' : '#b8402a', 0);
};

const teaAndCakes: Shot = (scene) => {
  scene.look({ pitch: 34, span: 27, at: [0, 0, 1.6] });
  scene.random.pick([() => wood(scene, '#8a5a3a'), () => paper(scene, 'cream', 0.1)])();
  plate(scene, [-3, 0, 0], 8.4, '#dfe7e2');
  for (const [x, y, z] of [[-6, 2, 0.9], [0, 2, 0.9], [-3, -2.6, 0.9], [-3, 0.6, 3.1]] as const)
    lay(scene, mooncake, [x, y, z], z > 1 ? 3 : 2);
  cup(scene, [8.6, -3, 0], '#c58a35');
  cup(scene, [9.4, 5, 0], '#c58a35');
};

export function cup(scene: Scene, at: Vec, drink: string, colour = '#f1eee8', layer = 0): void {
  standing(scene, at, 2, 3.4, layer);
  scene.put(
    at,
    vessel(scene, at, {
      rings: [[1.5, 0], [2.2, 1.2], [2.7, 3.6]],
      colour,
      smooth: true,
      filled: { colour: drink, below: 0.6 },
    }),
    layer,
  );
}

const steamer: Shot = (scene) => {
  scene.look({ pitch: 48, span: 25, at: [0, 0, 2] });
  wood(scene, '#a9764a');
  standing(scene, [0, 0, 0], 9.4, 5);
  scene.put(
    [0, 0, 0],
    vessel(scene, [0, 0, 0], {
      rings: [[9.4, 0], [9.4, 4.6]],
      colour: '#d3a566',
      inside: '#e6c793',
      gloss: 0.1,
    }) +
      disc(scene, [0, 0, 2.6], 8.5, 'fill="#d8b77e"') +
      wrap(scene, [0, 0, 0], [9.45, 3.4], [9.45, 4], '#a9763c') +
      wrap(scene, [0, 0, 0], [9.45, 0.5], [9.45, 1.1], '#a9763c'),
  );
  for (const [x, y] of [[0, 5.4], [-5, 2.2], [5, 2.2], [0, 0.2], [-5, -3], [5, -3], [0, -5.4]] as const)
    lay(scene, dumpling, [x, y * 0.9, 2.8], 2);
};

export const mooncakeShots: readonly Shot[] = [
  teaAndCakes,
  trio(mooncake),
  onPlate(mooncake),
  flatLay(mooncake),
  boxed(mooncake),
  inCarton(mooncake),
];
export const dumplingShots: readonly Shot[] = [steamer, onPlate(dumpling), trio(dumpling), flatLay(dumpling), closeUp(dumpling)];
export const tangyuanShots: readonly Shot[] = [inBowl(tangyuan), trio(tangyuan), onPlate(tangyuan), flatLay(tangyuan)];
export const lanternShots: readonly Shot[] = [lanternTrio, lanternNight, lanternOne, lanternRow];
