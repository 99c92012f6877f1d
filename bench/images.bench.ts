import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { DecodeBudget } from '../src/platform/images/decode-budget';
import { fitWithin, transformImage, VARIANTS } from '../src/platform/images/transform-image';
import { FileStore } from '../src/platform/storage/file-store';
import type { BenchResult } from './bench-result';

const WIDTH = 4000;
const HEIGHT = 3000;
const PICTURES = 6;
const ROUNDS = 5;
/** Pictures in work at once; a pipeline alone leaves a core idle between its steps. */
const IN_FLIGHT = 3;
const TARGET = 0.85;

/**
 * Pictures per second through everything an upload goes through after it arrived (content check, decode, four variants, both hashes
 * in all forms, synced atomic files) against sharp alone making the same four files from one decode, in turns.
 */
export async function benchImages(): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-images-'));
  try {
    const pictures = await makePictures(folder);
    const ours = await pipeline(join(folder, 'store'));
    const raw = await rawSharp(join(folder, 'raw'));
    await inTurns(pictures, 0, ours);
    await inTurns(pictures, 0, raw);
    const rounds: { oursMs: number; rawMs: number }[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      // Who goes second finds a busier disk, so they change places.
      const first = round % 2 ? await inTurns(pictures, round, ours) : 0;
      const rawMs = await inTurns(pictures, round, raw);
      rounds.push({ rawMs, oursMs: first || (await inTurns(pictures, round, ours)) });
    }
    const perSecond = (ms: number) => (pictures.length * 1000) / ms;
    // The middle round, because one disturbance by another process would spoil a sum.
    const ratio = median(rounds.map(({ oursMs, rawMs }) => rawMs / oursMs));
    return [
      {
        name: 'picture pipeline, 12 MP JPEG',
        value: perSecond(median(rounds.map(({ oursMs }) => oursMs))),
        unit: 'pictures/s',
        reference: {
          name: 'raw sharp, one decode, same four files',
          value: perSecond(median(rounds.map(({ rawMs }) => rawMs))),
        },
        ratio,
        target: TARGET,
        bound: 'at least',
        holds: ratio >= TARGET,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

type Work = (file: string, round: number) => Promise<void>;

async function inTurns(pictures: string[], round: number, work: Work): Promise<number> {
  const started = performance.now();
  const waiting = [...pictures];
  const worker = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) await work(file, round);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return performance.now() - started;
}

async function pipeline(root: string): Promise<Work> {
  const store = await FileStore.open(root);
  const budget = new DecodeBudget();
  return async (file, round) => {
    const { variants } = await transformImage(file, budget);
    const key = createHash('sha256').update(`${round} ${basename(file)}`).digest('hex');
    await store.putAll(
      Object.entries(variants).map(([name, { bytes }]) => [`${key}.${name}`, bytes] as const),
    );
  };
}

async function rawSharp(folder: string): Promise<Work> {
  await mkdir(folder);
  const { width, height } = fitWithin(WIDTH, HEIGHT, VARIANTS.full.edge);
  return async (file, round) => {
    const { data, info } = await sharp(file, { failOn: 'error', limitInputPixels: 50e6 })
      .autoOrient()
      .resize(width, height)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const pixels = () => sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } });
    const out = join(folder, `${round}-${basename(file)}`);
    await Promise.all([
      pixels().resize(VARIANTS.thumb.edge).webp({ effort: 2 }).toFile(`${out}.thumb.webp`),
      pixels().resize(VARIANTS.feed.edge).webp({ effort: 2 }).toFile(`${out}.feed.webp`),
      pixels().webp({ effort: 2 }).toFile(`${out}.full.webp`),
      pixels().jpeg({ quality: 85 }).toFile(`${out}.jpg`),
    ]);
  };
}

/** Photograph-like JPEGs of 3–4 MB: large soft colours, texture, and sensor noise that keeps the entropy decoder busy. */
async function makePictures(folder: string): Promise<string[]> {
  const files: string[] = [];
  for (let at = 0; at < PICTURES; at++) {
    const [colours, texture, noise] = await Promise.all([grain(12, 60), grain(400, 40), grain(2000, 12)]);
    const pixels = colours.map((colour, index) => colour * 0.7 + texture[index]! * 0.3 + noise[index]! - 128);
    const file = join(folder, `${at}.jpg`);
    await sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } }).jpeg({ quality: 88 }).toFile(file);
    files.push(file);
  }
  return files;
}

async function grain(width: number, sigma: number): Promise<Uint8ClampedArray> {
  const height = (width * HEIGHT) / WIDTH;
  const noise = { type: 'gaussian', mean: 128, sigma } as const;
  const small = await sharp({ create: { width, height, channels: 3, background: '#000', noise } }).png().toBuffer();
  return new Uint8ClampedArray(await sharp(small).resize(WIDTH, HEIGHT, { fit: 'fill', kernel: 'cubic' }).raw().toBuffer());
}
