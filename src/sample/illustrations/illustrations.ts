import sharp from 'sharp';
import { Random } from './studio/random';
import { Scene } from './studio/scene';
import type { Shot } from './studio/shot';
import { blueberryShots } from './subjects/blueberry';
import { candleShots, detergentShots, honeyShots, milkShots, sunscreenShots, thermosShots } from './subjects/bottle';
import { coffeeBoxShots, giftShots, riceShots, soapShots, teaTinShots } from './subjects/package';
import { eggShots } from './subjects/egg';
import { cherryShots, lemonShots, orangeShots, strawberryShots, tomatoShots } from './subjects/fruit';

const SHOTS = {
  blueberry: blueberryShots, egg: eggShots, cherry: cherryShots, strawberry: strawberryShots, orange: orangeShots, lemon: lemonShots, tomato: tomatoShots,
  thermos: thermosShots, detergent: detergentShots, sunscreen: sunscreenShots, honey: honeyShots, milk: milkShots, candle: candleShots,
  gift: giftShots, rice: riceShots, tea: teaTinShots, soap: soapShots, coffee: coffeeBoxShots,
} as const satisfies Record<string, readonly Shot[]>;

/** What can be drawn. */
export type Subject = keyof typeof SHOTS;
export const subjects = Object.keys(SHOTS) as readonly Subject[];

/** Longest side of a picture, pixels. */
const PIXELS = 720;

/** The picture as SVG text. */
export function drawIllustration(subject: Subject, variant: number): string {
  const shots: readonly Shot[] = SHOTS[subject];
  const shot = shots[variant % shots.length];
  if (!shot) throw new RangeError(`no variant ${variant} of ${subject}`);
  const scene = new Scene(1000, 1000, new Random(`${subject} ${variant}`));
  shot(scene);
  return scene.svg(PIXELS);
}

export function renderIllustration(subject: Subject, variant: number): Promise<Buffer> {
  return sharp(Buffer.from(drawIllustration(subject, variant))).removeAlpha().jpeg({ quality: 82 }).toBuffer();
}
