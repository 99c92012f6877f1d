import { plus, type Vec } from '../studio/camera';
import { darken, lighten } from '../studio/colour';
import { atHome, detail, fromAbove, hero, inParcel, onPlinth, onShelf, pair, row } from '../studio/ware-shots';
import { type Scene, svg } from '../studio/scene';
import { standing } from '../studio/shadow';
import type { Shot, Ware } from '../studio/shot';
import { ballAt } from '../parts/ball';
import { blockShadow, box, lidPatch, patch, side, visibleSides, type Block } from '../parts/box';
import { lathe, wrap } from '../parts/lathe';

/** A printed front without words: a field, a mark and two lines. */
function print(scene: Scene, at: Vec, block: Block, field: string, ink: string): string {
  return visibleSides(scene, block)
    .filter((index) => index < 2)
    .map((index) => {
      const spot = side(at, block, index);
      const [x, y] = scene.camera.spot(spot(0.5, 0.64));
      const r = Math.min(block.size[0], block.size[2]) * 0.13 * scene.camera.scale;
      return (
        patch(scene, at, block, index, [0.14, 0.16, 0.86, 0.86], field) +
        (index === 0 ? ballAt(scene, [x, y], r, { colour: ink, gloss: 0 }) : '') +
        patch(scene, at, block, index, [0.3, 0.36, 0.7, 0.4], ink) +
        patch(scene, at, block, index, [0.38, 0.27, 0.62, 0.3], ink)
      );
    })
    .join('');
}

const gift: Ware = {
  radius: 6,
  height: 9,
  colours: ['#b8402a', '#0e5c4c', '#e8dcc6', '#d7a6a0', '#31475c'],
  draw(scene, at, colour, layer) {
    const block: Block = { size: [11, 11, 8], colour, turn: 24, soften: 0.2 };
    const lid: Block = { ...block, size: [11.7, 11.7, 2], soften: 0.2 };
    const ribbon = colour === '#e8dcc6' ? '#b8402a' : '#f0dcb0';
    blockShadow(scene, at, block, layer);
    const top = plus(at, [0, 0, 7.2]);
    const bands = visibleSides(scene, block)
      .map((index) => patch(scene, at, block, index, [0.44, 0, 0.56, 0.9], ribbon))
      .join('');
    const lidBands = visibleSides(scene, lid)
      .map((index) => patch(scene, top, lid, index, [0.44, 0, 0.56, 1], ribbon))
      .join('');
    scene.put(
      at,
      box(scene, at, block) +
        bands +
        box(scene, top, lid) +
        lidBands +
        lidPatch(scene, top, lid, [0.44, 0, 0.56, 1], ribbon) +
        lidPatch(scene, top, lid, [0, 0.44, 1, 0.56], ribbon) +
        bow(scene, plus(top, [0, 0, 2]), ribbon),
      layer,
    );
  },
};

function bow(scene: Scene, at: Vec, colour: string): string {
  const [x, y] = scene.camera.spot(at);
  const s = scene.camera.scale * 0.8;
  const loop = (flip: 1 | -1): string =>
    svg`<path d="M0 0C${flip * s * 2} ${-s * 3.6} ${flip * s * 6.4} ${-s * 3.4} ${flip * s * 5} ${-s * 0.5}` +
    svg`Q${flip * s * 3} ${s * 0.8} 0 0Z" fill="${scene.linear([[0, lighten(colour, 0.35)], [1, darken(colour, 0.16)]])}"/>` +
    (svg`<path d="M${flip * s} ${-s * 0.5}C${flip * s * 2.4} ${-s * 2.2} ${flip * s * 4.6} ${-s * 2.2} ${flip * s * 3.9} ${-s * 0.6}` +
      svg`Q${flip * s * 2.4} ${s * 0.1} ${flip * s} ${-s * 0.5}Z" fill="${darken(colour, 0.3)}"/>`) +
    (svg`<path d="M0 0Q${flip * s * 2} ${s * 0.6} ${flip * s * 3.4} ${s * 3}L${flip * s * 2} ${s * 2.8}` +
      svg`Q${flip * s} ${s} 0 0Z" fill="${darken(colour, 0.06)}"/>`);
  return (
    svg`<g transform="translate(${x} ${y})">${loop(-1)}${loop(1)}<ellipse cy="${-s * 0.3}" ` +
    svg`rx="${s * 0.95}" ry="${s * 0.8}" fill="${scene.radial([[0, lighten(colour, 0.5)], [1, darken(colour, 0.14)]], [0.4, 0.35])}"/>` +
    '</g>'
  );
}

const carton = (size: Vec, turn: number, field: string, inks: readonly string[], colours: readonly string[]): Ware => ({
  radius: size[0] * 0.56,
  height: size[2],
  colours,
  draw(scene, at, colour, layer) {
    const block: Block = { size, colour, turn, soften: 0.12 };
    blockShadow(scene, at, block, layer);
    const ink = inks[colours.indexOf(colour) % inks.length] ?? '#333333';
    scene.put(at, box(scene, at, block) + print(scene, at, block, field === 'same' ? lighten(colour, 0.14) : field, ink), layer);
  },
});

/** A pillow bag with crimped top: rice, flour, pet food. */
const rice: Ware = {
  radius: 7,
  height: 24,
  colours: ['#e9dfc9', '#cfdccb', '#e6cfb8'],
  draw(scene, at, colour, layer) {
    standing(scene, at, 6.4, 20, layer);
    const { scale } = scene.camera;
    const [x, y] = scene.camera.spot(at);
    const [, top] = scene.camera.spot(plus(at, [0, 0, 21]));
    const w = 6.8 * scale;
    const fill = scene.linear(
      [[0, darken(colour, 0.2)], [0.2, lighten(colour, 0.34)], [0.55, colour], [0.88, darken(colour, 0.24)], [1, darken(colour, 0.14)]],
      [0, 0],
      [1, 0],
    );
    const outline =
      svg`M${x - w * 0.92} ${y}C${x - w * 1.12} ${y - scale * 5} ${x - w * 1.06} ${top + scale * 6} ${x - w * 0.84} ${top}` +
      svg`L${x + w * 0.84} ${top}C${x + w * 1.06} ${top + scale * 6} ${x + w * 1.12} ${y - scale * 5} ${x + w * 0.92} ${y}` +
      svg`Q${x} ${y + scale * 2.2} ${x - w * 0.92} ${y}Z`;
    const fold = (fx: number, reach: number): string =>
      svg`<path d="M${x + w * fx} ${top}q${-w * fx * 0.16} ${scale * reach * 0.6} ${w * 0.03} ${scale * reach}" ` +
      svg`fill="none" stroke="${darken(colour, 0.4)}" stroke-width="${scale * 0.22}" stroke-linecap="round" ` +
      'stroke-opacity=".35"/>';
    const label =
      svg`<rect x="${x - w * 0.56}" y="${top + scale * 5.4}" width="${w * 1.12}" height="${scale * 9.6}" ` +
      svg`rx="${scale * 0.4}" fill="${scene.linear([[0, '#fdfbf5'], [1, '#efe9dc']])}"/>`;
    const ear =
      svg`<g transform="translate(${x} ${top + scale * 10.6})" fill="#a9822f">` +
      [-1, 1]
        .map((flip) =>
          [0, 1, 2, 3]
            .map(
              (step) =>
                svg`<ellipse cx="${flip * scale * 0.75}" cy="${-scale * (step * 1.1 - 1.2)}" ` +
                svg`rx="${scale * 0.38}" ry="${scale * 0.72}" ` +
                svg`transform="rotate(${flip * 28} ${flip * scale * 0.75} ${-scale * (step * 1.1 - 1.2)})"/>`,
            )
            .join(''),
        )
        .join('') +
      svg`<rect x="${-scale * 0.1}" y="${-scale * 3}" width="${scale * 0.2}" height="${scale * 6.4}"/></g>`;
    const crimp =
      svg`<rect x="${x - w * 0.86}" y="${top - scale * 2.4}" width="${w * 1.72}" height="${scale * 2.6}" ` +
      svg`fill="${scene.linear([[0, lighten(colour, 0.3)], [1, darken(colour, 0.14)]])}"/>` +
      svg`<rect x="${x - w * 0.86}" y="${top - scale * 1.2}" width="${w * 1.72}" height="${scale * 0.3}" ` +
      'fill="#b8402a"/>';
    scene.put(
      at,
      `<path d="${outline}" fill="${fill}"/><path d="${outline}" ` +
        `fill="${scene.linear([[0, '#2b1f17', 0.1], [0.15, '#2b1f17', 0], [0.6, '#2b1f17', 0], [1, '#2b1f17', 0.2]])}"/>` +
        fold(-0.5, 5) +
        fold(0.1, 3.6) +
        fold(0.6, 5.4) +
        label +
        ear +
        crimp,
      layer,
    );
  },
};

const teaTin: Ware = {
  radius: 4.2,
  height: 12,
  colours: ['#31564c', '#b28a4e', '#7a2f2a', '#d9d2c2'],
  draw(scene, at, colour, layer) {
    standing(scene, at, 4.2, 12, layer);
    scene.put(
      at,
      lathe(scene, at, [[4.1, 0], [4.2, 0.3], [4.2, 9]], { colour, gloss: 0.45, top: null }) +
        lathe(scene, plus(at, [0, 0, 8.9]), [[4.36, 0], [4.36, 2.8], [4.1, 3.1]], { colour: darken(colour, 0.1), gloss: 0.5 }) +
        wrap(scene, at, [4.22, 2.2], [4.22, 7], '#f2eadb', [-30, 26]) +
        wrap(scene, at, [4.23, 4.2], [4.23, 6], '#b8402a', [-9, 5]) +
        wrap(scene, at, [4.23, 3], [4.23, 3.3], '#8d7a5c', [-16, 12]),
      layer,
    );
  },
};

const soap = carton([7.4, 4.6, 2.6], 18, 'same', ['#fffdf8'], ['#cbb79a', '#9db7a4', '#e3c1b4', '#8f9fae']);
const coffeeBox = carton([11, 5, 13], 16, 'same', ['#e9d6ab', '#6b4a2c', '#f3ead8'], ['#1d4a3f', '#e2d3b6', '#7d4a31']);

const boxy = (ware: Ware): readonly Shot[] => [hero, pair, atHome, onPlinth, row, inParcel, onShelf, detail].map((shot) => shot(ware));

export const giftShots: readonly Shot[] = [hero, pair, onPlinth, row, fromAbove, onShelf].map((shot) => shot(gift));
export const riceShots = boxy(rice);
export const teaTinShots = boxy(teaTin);
export const soapShots: readonly Shot[] = [fromAbove, row, pair, onPlinth, hero].map((shot) => shot(soap));
export const coffeeBoxShots = boxy(coffeeBox);
