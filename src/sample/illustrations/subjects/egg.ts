import type { Vec } from '../studio/camera';
import { darken, lighten } from '../studio/colour';
import { paper, wood, gingham } from '../studio/backdrop';
import { closeUp, inBowl, inCarton, lay, measured, trio } from '../studio/piece-shots';
import { type Scene, svg } from '../studio/scene';
import type { Piece, Shot } from '../studio/shot';
import { blockShadow, box, type Block } from '../parts/box';
import { disc } from '../parts/lathe';
import { plate } from '../parts/dish';

const SHELLS = ['#d9a877', '#e2b98d', '#cf9a67', '#ecd3b4'] as const;

/** Standing on its blunt end when seen from the side, rounder the more one looks down on it. */
const egg: Piece = {
  radius: 2.2,
  depth: '#5f3f26',
  lift: 1.15,
  draw(scene, middle, layer) {
    const { camera, random } = scene;
    const colour = random.pick(SHELLS);
    const [x, y] = camera.spot(middle);
    const r = this.radius * camera.scale * random.between(0.96, 1.04);
    const tall = 1 + 0.3 * camera.rise;
    const fill = scene.radial(
      [[0, lighten(colour, 0.5)], [0.34, lighten(colour, 0.16)], [0.66, colour], [0.92, darken(colour, 0.3)], [1, darken(colour, 0.18)]],
      [0.44, 0.42],
      0.62,
      [0.34, 0.26],
    );
    const path =
      svg`M0 ${-r * tall}C${r * 0.66} ${-r * tall} ${r} ${-r * 0.2} ${r} ${r * 0.22}` +
      svg`C${r} ${r * 0.78} ${r * 0.55} ${r} 0 ${r}S${-r} ${r * 0.78} ${-r} ${r * 0.22}` +
      svg`C${-r} ${-r * 0.2} ${-r * 0.66} ${-r * tall} 0 ${-r * tall}Z`;
    scene.put(middle, svg`<path d="${path}" fill="${fill}" transform="translate(${x} ${y}) rotate(${random.between(-9, 9)})"/>`, layer);
  },
};

/** A pulp tray with `columns` × `rows` eggs; `gaps` are left empty. */
function tray(scene: Scene, at: Vec, columns: number, rows: number, gaps = 0): void {
  const step = 4.9;
  const block: Block = { size: [columns * step + 1, rows * step + 1, 2.2], colour: '#b9afa4', soften: 0.5 };
  blockShadow(scene, at, block);
  scene.put(at, box(scene, at, block), 0);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cup: Vec = [at[0] + (column - (columns - 1) / 2) * step, at[1] + (row - (rows - 1) / 2) * step, at[2] + 2.2];
      scene.put(cup, disc(scene, cup, 2.35, `fill="${scene.linear([[0, '#7d7268'], [1, '#d3cabf']])}"`), 0.5);
      if (scene.random.next() >= gaps) egg.draw(scene, [cup[0], cup[1], cup[2] + 1.2], 1);
    }
  }
}

const onTray: Shot = (scene) => {
  scene.look({ pitch: 38, yaw: 26, span: 24, at: [0, 0, 2] });
  paper(scene, scene.random.pick(['warm', 'stone', 'cream']), 0.3);
  tray(scene, [0, 0, 0], 4, 4);
};

const trayFromAbove: Shot = (scene) => {
  scene.look({ pitch: 70, yaw: -14, span: 30, at: [0, 0, 2] });
  wood(scene);
  tray(scene, [0, 0, 0], 6, 4, 0.12);
};

/** One broken into a plate: the yolk is what people ask about. */
const yolk: Shot = (scene) => {
  scene.look({ pitch: 52, span: 26, at: [0, 0, 0] });
  gingham(scene, '#8fae97');
  plate(scene, [0, 0, 0], 9.5, '#e8ece9');
  const [x, y] = scene.camera.spot([0, 0, 0.9]);
  const s = scene.camera.scale;
  const white = scene.radial([[0, '#fffdf4', 0.95], [0.7, '#fdf8e6', 0.7], [1, '#ffffff', 0.3]]);
  const gold = scene.radial([[0, '#ffd25c'], [0.5, '#f6a51f'], [0.9, '#dd7c10'], [1, '#c96a0c']], [0.45, 0.42], 0.6, [0.34, 0.28]);
  const yolkAt = svg`cx="${x + s * 0.4}" cy="${y - s * 0.9}"`;
  scene.put(
    [0, 0, 1],
    svg`<ellipse cx="${x}" cy="${y}" rx="${s * 6.2}" ry="${s * 4.7}" fill="${white}"/>` +
      svg`<ellipse ${yolkAt} rx="${s * 2.3}" ry="${s * 2.05}" fill="${gold}"/>` +
      (svg`<ellipse cx="${x - s * 0.5}" cy="${y - s * 1.7}" rx="${s * 0.7}" ry="${s * 0.36}" fill="#fff7dc" ` +
        svg`fill-opacity=".85" transform="rotate(-24 ${x - s * 0.5} ${y - s * 1.7})"/>`),
    2,
  );
  lay(scene, egg, [10.6, 7, 0]);
  lay(scene, egg, [-10.4, -7.6, 0]);
};

export const eggShots: readonly Shot[] = [onTray, trio(egg), yolk, closeUp(egg), trayFromAbove, inBowl(egg), inCarton(egg), measured(egg)];
