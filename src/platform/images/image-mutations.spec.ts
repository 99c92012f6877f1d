import sharp from 'sharp';
import { gifFrames, photo } from '../../../test/support/image-fixtures';
import { HubError } from '../errors';
import { DecodeBudget } from './decode-budget';
import { transformImage, VARIANTS } from './transform-image';

const SEED = 20261122;
const MUTANTS_PER_FILE = 45;

/** Mulberry32: small, seeded, good enough to break files with. Answers a whole number below its argument. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Mutation = (file: Buffer, roll: (below: number) => number, other: Buffer) => Buffer;

const MUTATIONS: Mutation[] = [
  (file, roll) => file.subarray(0, roll(file.length)),
  (file, roll) => file.subarray(roll(file.length)),
  (file, roll) => {
    for (let flips = 1 + roll(10); flips > 0; flips--) file[roll(file.length)]! ^= 1 << roll(8);
    return file;
  },
  // Headers hold the sizes, offsets and counts.
  (file, roll) => {
    for (let bytes = 1 + roll(4); bytes > 0; bytes--) file[roll(Math.min(120, file.length))] = [0, 1, 0x7f, 0x80, 0xff][roll(5)]!;
    return file;
  },
  (file, roll) => {
    const at = roll(file.length);
    return file.fill(roll(2) ? 0xff : 0, at, Math.min(file.length, at + roll(64)));
  },
  (file, roll) => {
    const at = roll(file.length);
    return Buffer.concat([file.subarray(0, at), file.subarray(roll(at + 1))]);
  },
  (file, roll, other) => Buffer.concat([file.subarray(0, roll(file.length)), other.subarray(roll(other.length))]),
];

async function originals(): Promise<Buffer[]> {
  const picture = sharp(await photo(64, 48));
  const rich = picture.clone().withExif({ IFD0: { Artist: 'A' }, IFD3: { GPSLatitudeRef: 'N' } }).withIccProfile('p3');
  return Promise.all([
    rich.clone().jpeg().toBuffer(),
    picture.clone().jpeg({ progressive: true }).toBuffer(),
    rich.clone().png().toBuffer(),
    picture.clone().png({ progressive: true, palette: true }).toBuffer(),
    rich.clone().webp().toBuffer(),
    picture.clone().ensureAlpha(0.5).webp({ lossless: true }).toBuffer(),
    rich.clone().avif({ effort: 0 }).toBuffer(),
    picture.clone().gif().toBuffer(),
    Promise.resolve(gifFrames(4)),
  ]);
}

describe('hundreds of broken files', () => {
  it('are accepted or refused with a reason', async () => {
    const roll = dice(SEED);
    const files = await originals();
    const mutants = files.flatMap((file) =>
      Array.from({ length: MUTANTS_PER_FILE }, (_, at) =>
        MUTATIONS[at % MUTATIONS.length]!(Buffer.from(file), roll, files[roll(files.length)]!),
      ),
    );
    const budget = new DecodeBudget();
    const outcomes = new Map<string, number>();
    const note = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    await Promise.all(
      mutants.map(async (mutant) => {
        try {
          const { variants } = await transformImage(mutant, budget);
          expect(Object.keys(variants)).toEqual(Object.keys(VARIANTS));
          note('accepted');
        } catch (error) {
          note(error instanceof HubError ? error.code : `unexpected: ${String(error)}`);
        }
      }),
    );
    expect([...outcomes.keys()].filter((outcome) => outcome.startsWith('unexpected'))).toEqual([]);
    expect(outcomes.get('accepted')).toBeGreaterThan(20);
    expect(outcomes.get('image.broken')).toBeGreaterThan(100);
  });
});
