import sharp from 'sharp';
import { Random } from './studio/random';
import { Scene } from './studio/scene';
import type { Shot } from './studio/shot';
import { blueberryShots } from './subjects/blueberry';
import { candleShots, detergentShots, honeyShots, milkShots, sunscreenShots, thermosShots } from './subjects/bottle';
import { coffeeShots } from './subjects/coffee';
import { eggShots } from './subjects/egg';
import { dumplingShots, lanternShots, mooncakeShots, tangyuanShots } from './subjects/festive';
import { cherryShots, lemonShots, orangeShots, strawberryShots, tomatoShots } from './subjects/fruit';
import { gatheringShots, umbrellaShots } from './subjects/gathering';
import { panShots, tissueShots, towelShots } from './subjects/household';
import { chartShots, notebookShots, phoneShots } from './subjects/lesson';
import { morningShots, nightShots, plantShots } from './subjects/morning';
import { noodleShots } from './subjects/noodles';
import { giftShots, riceShots, soapShots, teaTinShots } from './subjects/package';

const SHOTS = {
  blueberry: blueberryShots,
  cherry: cherryShots,
  strawberry: strawberryShots,
  orange: orangeShots,
  lemon: lemonShots,
  tomato: tomatoShots,
  egg: eggShots,
  coffee: coffeeShots,
  tea: teaTinShots,
  honey: honeyShots,
  milk: milkShots,
  rice: riceShots,
  noodles: noodleShots,
  thermos: thermosShots,
  detergent: detergentShots,
  sunscreen: sunscreenShots,
  soap: soapShots,
  candle: candleShots,
  towel: towelShots,
  tissue: tissueShots,
  pan: panShots,
  umbrella: umbrellaShots,
  plant: plantShots,
  morning: morningShots,
  night: nightShots,
  lantern: lanternShots,
  mooncake: mooncakeShots,
  dumpling: dumplingShots,
  tangyuan: tangyuanShots,
  gift: giftShots,
  chart: chartShots,
  phone: phoneShots,
  notebook: notebookShots,
  gathering: gatheringShots,
} as const satisfies Record<string, readonly Shot[]>;

/** What can be drawn. */
export type Subject = keyof typeof SHOTS;
export const subjects = Object.keys(SHOTS) as readonly Subject[];

/** How many different arrangements a subject has; variants beyond repeat them with other colours and places. */
export const arrangements = (subject: Subject): number => SHOTS[subject].length;

/** Longest side of a picture, pixels. */
const PIXELS = 576;
/** Most are square, as phones crop them in the grid; some are held upright or across. */
const FRAMES = [[1000, 1000], [1000, 1000], [1000, 1000], [1000, 1000], [1000, 750], [750, 1000]] as const;

/** The picture as SVG text, the same for the same subject and variant (0, 1, 2 …). */
export function drawIllustration(subject: Subject, variant: number): string {
  const shots: readonly Shot[] = SHOTS[subject];
  const shot = shots[variant % shots.length];
  if (!shot) throw new RangeError(`no variant ${variant} of ${subject}`);
  const random = new Random(`${subject} ${variant}`);
  const [width, height] = random.pick(FRAMES);
  const scene = new Scene(width, height, random);
  shot(scene);
  return scene.svg(PIXELS);
}

/**
 * The picture as a JPEG, longest side 720 px. About 30 ms each; librsvg paints one at a time in a process, however many
 * are asked for at once.
 */
export function renderIllustration(subject: Subject, variant: number): Promise<Buffer> {
  return sharp(Buffer.from(drawIllustration(subject, variant)))
    .removeAlpha()
    .jpeg({ quality: 82 })
    .toBuffer();
}
