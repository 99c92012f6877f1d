import { plus } from '../studio/camera';
import { darken, lighten } from '../studio/colour';
import { atHome, detail, hero, inParcel, onPlinth, onShelf, pair, row } from '../studio/ware-shots';
import { svg } from '../studio/scene';
import { standing } from '../studio/shadow';
import type { Shot, Ware } from '../studio/shot';
import { disc, lathe, wrap } from '../parts/lathe';

const thermos: Ware = {
  radius: 3.5,
  height: 23,
  colours: ['#0e5c4c', '#ece7dc', '#c4553a', '#33475b', '#e3b6a4'],
  draw(scene, at, colour, layer) {
    standing(scene, at, 3.5, 23, layer);
    const steel = '#c9ccca';
    const cap = colour === '#ece7dc' ? '#c9b79c' : '#ebe5d9';
    scene.put(
      at,
      lathe(scene, at, [[3.3, 0], [3.5, 0.7], [3.5, 17], [3.1, 18.2], [2.7, 18.8]], { colour, gloss: 0.5, top: null }) +
        lathe(scene, plus(at, [0, 0, 18.7]), [[2.68, 0], [2.68, 0.7]], { colour: steel, gloss: 0.8, top: null }) +
        lathe(scene, plus(at, [0, 0, 19.3]), [[2.95, 0], [2.95, 3.3], [2.7, 3.8]], { colour: cap, gloss: 0.35 }) +
        wrap(scene, at, [3.5, 1], [3.5, 1.3], lighten(colour, 0.2)) +
        wrap(scene, at, [3.51, 9.4], [3.51, 11], lighten(colour, 0.42), [-14, 14]),
      layer,
    );
  },
};

const detergent: Ware = {
  radius: 5.2,
  height: 24,
  colours: ['#8fb0d6', '#e9d9b4', '#9fc4ae', '#d9b3bf'],
  draw(scene, at, colour, layer) {
    standing(scene, at, 5.2, 22, layer);
    const [x, y] = scene.camera.spot(plus(at, [0, 0, 21.8]));
    const s = scene.camera.scale;
    const nozzle =
      svg`<path d="M${x - s * 0.9} ${y}h${s * 5}q${s * 0.9} 0 ${s * 0.9} ${s * 0.9}v${s * 0.7}h${-s}v${-s * 0.2}h${-s * 5}` +
      svg`Z" fill="${scene.linear([[0, '#ffffff'], [1, '#cfccc6']])}"/>`;
    scene.put(
      at,
      lathe(
        scene,
        at,
        [[4.8, 0], [5.2, 0.6], [5.2, 11], [4.9, 12.6], [3.4, 14.4], [2, 15.4], [1.9, 16]],
        { colour, gloss: 0.6, smooth: true, top: null },
      ) +
        lathe(scene, plus(at, [0, 0, 15.8]), [[2.05, 0], [2.05, 1.7], [1.5, 2.2]], { colour: '#f4f2ee', gloss: 0.3 }) +
        lathe(scene, plus(at, [0, 0, 18]), [[0.62, 0], [0.62, 3.6]], { colour: '#f4f2ee', top: null }) +
        nozzle +
        wrap(scene, at, [5.22, 3], [5.22, 9.6], '#fbfaf7', [-44, 40]) +
        wrap(scene, at, [5.23, 6.4], [5.23, 8.6], colour, [-12, 10]) +
        wrap(scene, at, [5.23, 4.4], [5.23, 4.8], darken(colour, 0.2), [-26, 22]) +
        wrap(scene, at, [5.23, 3.6], [5.23, 3.9], lighten(colour, 0.3), [-20, 16]),
      layer,
    );
  },
};

const sunscreen: Ware = {
  radius: 2.9,
  height: 15,
  colours: ['#f6f3ee', '#efc98a', '#d9e3e2', '#e9b59a'],
  draw(scene, at, colour, layer) {
    standing(scene, at, 2.6, 15, layer);
    const cap = colour === '#f6f3ee' ? '#dd9c3c' : '#fbfaf7';
    const { scale } = scene.camera;
    const up = plus(at, [0, 0, 3]);
    // The tube is round at the cap and pressed flat at its end.
    const [x0, y0] = scene.camera.spot(up);
    const [, y1] = scene.camera.spot(plus(at, [0, 0, 15]));
    const [wide, foot] = [3.15 * scale, 2.45 * scale];
    const fill = scene.linear(
      [[0, darken(colour, 0.14)], [0.22, lighten(colour, 0.5)], [0.5, colour], [0.86, darken(colour, 0.2)], [1, darken(colour, 0.1)]],
      [0, 0],
      [1, 0],
    );
    const body =
      svg`<path d="M${x0 - foot} ${y0}C${x0 - foot} ${y0 - scale * 4} ${x0 - wide} ${y1 + scale * 4} ${x0 - wide} ${y1}` +
      svg`L${x0 + wide} ${y1}C${x0 + wide} ${y1 + scale * 4} ${x0 + foot} ${y0 - scale * 4} ${x0 + foot} ${y0}` +
      svg`Z" fill="${fill}"/>`;
    const crimp =
      svg`<rect x="${x0 - wide}" y="${y1 - scale * 0.2}" width="${wide * 2}" height="${scale * 1.1}" ` +
      svg`fill="${lighten(colour, 0.3)}"/><rect x="${x0 - wide}" y="${y1 + scale * 0.86}" ` +
      svg`width="${wide * 2}" height="${scale * 0.1}" fill="${darken(colour, 0.3)}" fill-opacity=".6"/>`;
    const sun =
      svg`<g transform="translate(${x0} ${(y0 + y1) / 2})">` +
      svg`<circle r="${scale * 0.85}" fill="${darken(cap === '#fbfaf7' ? '#dd9c3c' : cap, 0.06)}"/>` +
      svg`<circle r="${scale * 1.35}" fill="none" stroke="#dd9c3c" stroke-width="${scale * 0.14}" ` +
      svg`stroke-dasharray="${scale * 0.3} ${scale * 0.41}"/><rect x="${-scale * 1.2}" y="${scale * 2.1}" ` +
      svg`width="${scale * 2.4}" height="${scale * 0.2}" rx="2" fill="${darken(colour, 0.4)}" ` +
      svg`fill-opacity=".6"/><rect x="${-scale * 0.8}" y="${scale * 2.6}" width="${scale * 1.6}" height="${scale * 0.16}" ` +
      svg`rx="2" fill="${darken(colour, 0.4)}" fill-opacity=".4"/></g>`;
    scene.put(
      at,
      body +
        crimp +
        sun +
        lathe(scene, at, [[2.5, 0], [2.55, 0.3], [2.5, 3.1]], { colour: cap, gloss: 0.4, top: null }),
      layer,
    );
  },
};

const honey: Ware = {
  radius: 4.3,
  height: 12,
  colours: ['#d98a1c', '#c8741a', '#e3a63a'],
  draw(scene, at, colour, layer) {
    standing(scene, at, 4.3, 11, layer);
    scene.put(
      at,
      lathe(scene, at, [[3.9, 0], [4.3, 0.7], [4.3, 7.4], [3.9, 8.6], [3.3, 9.3]], { colour: '#f4ead6', gloss: 0.5, opacity: 0.5 }) +
        lathe(
          scene,
          plus(at, [0, 0, 0.35]),
          [[3.6, 0], [4, 0.6], [4, 6.6], [3.7, 7.6]],
          { colour, gloss: 0.75, top: lighten(colour, 0.25) },
        ) +
        lathe(scene, plus(at, [0, 0, 9.1]), [[3.6, 0], [3.6, 2.3], [3.4, 2.5]], { colour: '#d8b56a', gloss: 0.6 }) +
        wrap(scene, at, [4.32, 2], [4.32, 6.2], '#fbf6ea', [-42, 38]) +
        wrap(scene, at, [4.33, 3.6], [4.33, 5.2], lighten(colour, 0.1), [-11, 7]) +
        wrap(scene, at, [4.33, 2.7], [4.33, 2.95], '#a9825a', [-24, 20]),
      layer,
    );
  },
};

const milk: Ware = {
  radius: 3.4,
  height: 17,
  colours: ['#fbfaf5', '#f0dcc4', '#f2d3d5'],
  draw(scene, at, colour, layer) {
    standing(scene, at, 3.4, 16, layer);
    scene.put(
      at,
      lathe(
        scene,
        at,
        [[3.1, 0], [3.4, 0.6], [3.4, 9.6], [2.4, 12.4], [1.8, 13.6], [1.8, 15.2]],
        { colour, gloss: 0.75, smooth: true, top: null },
      ) +
        lathe(scene, plus(at, [0, 0, 15]), [[2, 0], [2, 1.6]], { colour: '#3f7c6c', gloss: 0.4 }) +
        wrap(scene, at, [3.42, 3.4], [3.42, 7.2], '#3f7c6c', [-38, 34]) +
        wrap(scene, at, [3.43, 4.9], [3.43, 6], '#fbfaf5', [-16, 12]),
      layer,
    );
  },
};

const candle: Ware = {
  radius: 3.8,
  height: 9,
  colours: ['#e9dfcf', '#c98f78', '#7d9286', '#45545e'],
  draw(scene, at, colour, layer) {
    standing(scene, at, 3.8, 8, layer);
    const top = plus(at, [0, 0, 7.6]);
    const [x, y] = scene.camera.spot(plus(at, [0, 0, 7.2]));
    const s = scene.camera.scale;
    const glow = scene.radial([[0, '#ffd98a', 0.75], [0.3, '#ffc45a', 0.3], [1, '#ffc45a', 0]]);
    scene.put(
      at,
      lathe(scene, at, [[3.6, 0], [3.8, 0.4], [3.8, 7.6]], { colour, gloss: 0.45, top: null }) +
        disc(scene, top, 3.8, `fill="${lighten(colour, 0.4)}"`) +
        disc(scene, top, 3.5, `fill="${scene.radial([[0, '#fff1cf'], [1, '#e6cfa6']])}"`) +
        svg`<path d="M${x} ${y}v${-s * 0.8}" stroke="#3a2a1e" stroke-width="${s * 0.16}"/>` +
        svg`<circle cx="${x}" cy="${y - s * 1.5}" r="${s * 4}" fill="${glow}"/>` +
        (svg`<path d="M${x} ${y - s * 0.5}q${-s * 0.9} ${-s * 0.9} 0 ${-s * 2.4}q${s * 0.9} ${s * 1.5} 0 ${s * 2.4}` +
          svg`Z" fill="${scene.linear([[0, '#ffe9a8'], [0.7, '#ffb43c'], [1, '#f08a2a']])}"/>`) +
        wrap(scene, at, [3.82, 2.2], [3.82, 5.2], '#fbf8f1', [-34, 30]) +
        wrap(scene, at, [3.83, 3.5], [3.83, 3.9], darken(colour, 0.3), [-18, 14]),
      layer,
    );
  },
};

const shots = (ware: Ware): readonly Shot[] => [pair, hero, atHome, onPlinth, inParcel, row, onShelf, detail].map((shot) => shot(ware));

export const thermosShots = shots(thermos);
export const detergentShots = shots(detergent);
export const sunscreenShots = shots(sunscreen);
export const honeyShots = shots(honey);
export const milkShots = shots(milk);
export const candleShots = shots(candle);
