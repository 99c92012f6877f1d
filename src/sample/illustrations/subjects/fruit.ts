import { ballAt } from '../parts/ball';
import { leaf } from '../parts/leaf';
import { darken, lighten, mix } from '../studio/colour';
import { boxed, closeUp, flatLay, inBowl, inCarton, measured, onPlate, spilled, tower, trio } from '../studio/piece-shots';
import { type Scene, svg } from '../studio/scene';
import type { Piece, Shot } from '../studio/shot';

const at = (x: number, y: number): string => svg`translate(${x} ${y})`;

/** Pores of citrus skin: a few pale dots are enough to say orange. */
function pores(scene: Scene, x: number, y: number, r: number, colour: string): string {
  let dots = '';
  for (let dot = 0; dot < 16; dot++) {
    const [angle, out] = [scene.random.next() * 6.283, Math.sqrt(scene.random.next()) * 0.86];
    dots += svg`<circle cx="${x + Math.cos(angle) * out * r}" cy="${y + Math.sin(angle) * out * r}" r="${r * 0.022}"/>`;
  }
  return `<g fill="${colour}" fill-opacity=".45">${dots}</g>`;
}

const orange: Piece = {
  radius: 3.9,
  depth: '#7a3a08',
  leaf: '#5d8f45',
  draw(scene, middle, layer) {
    const { random, camera } = scene;
    const colour = random.pick(['#ee8a1d', '#f09428', '#e87e17']);
    const [x, y] = camera.spot(middle);
    const r = this.radius * camera.scale * random.between(0.95, 1.05);
    const angle = random.between(220, 320);
    const [sx, sy] = [x + Math.cos((angle * Math.PI) / 180) * r * 0.55, y + Math.sin((angle * Math.PI) / 180) * r * 0.55];
    const stalk =
      svg`<ellipse rx="${r * 0.2}" ry="${r * 0.14}" fill="${darken(colour, 0.22)}" fill-opacity=".6" ` +
      svg`transform="${at(sx, sy)}"/>` +
      ('<polygon points="0,-9 3,-3 9,-2 4,3 5,9 0,5 -5,9 -4,3 -9,-2 -3,-3" fill="#5b7a35" ' +
        svg`transform="${at(sx, sy)} scale(${r / 6 / 10})"/>`);
    const green = random.next() < 0.2 ? leaf(scene, [sx, sy], r * 0.85, angle + 40, '#5d8f45') : '';
    scene.put(
      middle,
      ballAt(scene, [x, y], r, { colour, gloss: 0.42, squash: 0.96 }) + (r > 60 ? pores(scene, x, y, r, '#ffd08a') : '') + stalk + green,
      layer,
    );
  },
};

const cherry: Piece = {
  radius: 1.2,
  depth: '#3c0610',
  leaf: '#5f9148',
  draw(scene, middle, layer) {
    const { random, camera } = scene;
    const colour = random.pick(['#a3142c', '#8d0f26', '#b51f33']);
    const [x, y] = camera.spot(middle);
    const r = this.radius * camera.scale * random.between(0.95, 1.06);
    const lean = random.between(-0.7, 0.7);
    const top = y - r * 0.62;
    const stalk =
      random.next() < 0.7
        ? svg`<path d="M${x} ${top}Q${x + lean * r * 0.3} ${top - r} ${x + lean * r * 1.4} ${top - r * 1.7}" ` +
          svg`fill="none" stroke="#7d8f3c" stroke-width="${r * 0.09}" stroke-linecap="round"/>`
        : '';
    const dip = svg`<ellipse cx="${x}" cy="${top}" rx="${r * 0.3}" ry="${r * 0.12}" fill="${darken(colour, 0.5)}" ` + 'fill-opacity=".7"/>';
    scene.put(middle, ballAt(scene, [x, y], r, { colour, gloss: 0.85, squash: 0.94 }) + dip + stalk, layer);
  },
};

const strawberry: Piece = {
  radius: 1.7,
  depth: '#5a0d10',
  leaf: '#6fa04c',
  draw(scene, middle, layer) {
    const { random, camera } = scene;
    const [x, y] = camera.spot(middle);
    const r = this.radius * camera.scale * random.between(0.94, 1.08);
    const colour = random.pick(['#d8232f', '#cf1f2c', '#e0333a']);
    const fill = scene.radial(
      [[0, lighten(colour, 0.36)], [0.35, colour], [0.85, darken(colour, 0.3)], [1, darken(colour, 0.2)]],
      [0.45, 0.4],
      0.62,
      [0.34, 0.26],
    );
    let seeds = '';
    const rows = [[-0.35, 3, 0.55], [0.35, 3, 0.5], [0, 4, 0.7], [0.7, 2, 0.26]] as const;
    // In a pile nobody counts the seeds.
    for (const [row, count, wide] of r < 50 ? rows.slice(0, 2) : rows) {
      for (let seed = 0; seed < count; seed++)
        seeds += svg`<ellipse cx="${((seed / (count - 1)) * 2 - 1) * wide * r}" cy="${row * r}" rx="${r * 0.04}" ry="${r * 0.07}"/>`;
    }
    const sepals = (r < 50 ? [-60, 0, 60] : [-60, -25, 0, 25, 60])
      .map(
        (turn) =>
          svg`<path d="M0 0Q${r * 0.2} ${-r * 0.18} ${r * 0.08} ${-r * 0.62}Q${-r * 0.2} ${-r * 0.2} 0 0` +
          svg`Z" transform="translate(0 ${-r * 0.72}) rotate(${turn * 1.9})" ` +
          svg`fill="${mix('#5f9a3f', '#8cbf5f', (turn + 60) / 120)}"/>`,
      )
      .join('');
    const shine = scene.radial([[0, '#ffffff', 0.6], [1, '#ffffff', 0]]);
    const turn = random.between(-150, 150) * (layer > 0 || random.next() < 0.6 ? 0.35 : 1);
    scene.put(
      middle,
      svg`<g transform="${at(x, y)} rotate(${turn})">` +
        svg`<path d="M0 ${r * 1.12}C${-r * 0.75} ${r * 0.75} ${-r * 1.2} ${-r * 0.2} ${-r * 0.78} ${-r * 0.66}` +
        (svg`C${-r * 0.4} ${-r * 0.95} ${r * 0.4} ${-r * 0.95} ${r * 0.78} ${-r * 0.66}` +
          svg`C${r * 1.2} ${-r * 0.2} ${r * 0.75} ${r * 0.75} 0 ${r * 1.12}Z" fill="${fill}"/>`) +
        (svg`<g fill="#f3c56a">${seeds}</g><ellipse cx="${-r * 0.32}" cy="${-r * 0.34}" rx="${r * 0.26}" ry="${r * 0.17}" ` +
          svg`fill="${shine}"/>${sepals}</g>`),
      layer,
    );
  },
};

const tomato: Piece = {
  radius: 2.6,
  depth: '#5c120a',
  leaf: '#5d8f45',
  draw(scene, middle, layer) {
    const { random, camera } = scene;
    const [x, y] = camera.spot(middle);
    const r = this.radius * camera.scale * random.between(0.94, 1.06);
    const colour = random.pick(['#d8361f', '#e0452a', '#cc2f1c']);
    const [sx, sy] = [x + random.between(-0.25, 0.25) * r, y - r * random.between(0.45, 0.6)];
    const sepals = [0, 72, 144, 216, 288]
      .map(
        (turn) =>
          svg`<path d="M0 0Q${r * 0.14} ${-r * 0.16} 0 ${-r * 0.46}Q${-r * 0.12} ${-r * 0.14} 0 0` +
          svg`Z" transform="${at(sx, sy)} scale(1 .62) rotate(${turn + 20})" fill="${mix('#4e7d34', '#7fae57', turn / 300)}"/>`,
      )
      .join('');
    scene.put(middle, ballAt(scene, [x, y], r, { colour, gloss: 0.7, squash: 0.9 }) + sepals, layer);
  },
};

const lemon: Piece = {
  radius: 3,
  depth: '#7a5a08',
  leaf: '#6f9f4f',
  draw(scene, middle, layer) {
    const { random, camera } = scene;
    const [x, y] = camera.spot(middle);
    const r = this.radius * camera.scale * random.between(0.95, 1.05);
    const colour = random.pick(['#f2cf3f', '#f5d650', '#eec630']);
    const turn = random.between(-40, 40);
    const fill = scene.radial(
      [[0, lighten(colour, 0.5)], [0.4, colour], [0.88, darken(colour, 0.28)], [1, darken(colour, 0.16)]],
      [0.44, 0.42],
      0.62,
      [0.36, 0.26],
    );
    const path =
      svg`M${-r * 1.22} 0C${-r * 1.08} ${-r * 0.16} ${-r * 0.98} ${-r * 0.85} 0 ${-r * 0.86}` +
      svg`C${r * 0.98} ${-r * 0.85} ${r * 1.08} ${-r * 0.16} ${r * 1.22} 0` +
      svg`C${r * 1.08} ${r * 0.16} ${r * 0.98} ${r * 0.85} 0 ${r * 0.86}` +
      svg`C${-r * 0.98} ${r * 0.85} ${-r * 1.08} ${r * 0.16} ${-r * 1.22} 0Z`;
    scene.put(
      middle,
      svg`<g transform="${at(x, y)} rotate(${turn})"><path d="${path}" fill="${fill}"/></g>` +
        (r > 60 ? pores(scene, x, y, r * 0.9, '#fff3b8') : ''),
      layer,
    );
  },
};

const all = [closeUp, onPlate, boxed, trio, inBowl, inCarton, measured, spilled, tower, flatLay];
const big = [closeUp, inCarton, trio, inBowl, flatLay, measured, onPlate];
const shots = (piece: Piece, list = all): readonly Shot[] => list.map((shot) => shot(piece));

export const orangeShots = shots(orange, big);
export const lemonShots = shots(lemon, big);
export const tomatoShots = shots(tomato, big);
export const cherryShots = shots(cherry);
export const strawberryShots = shots(strawberry);
