import sharp from 'sharp';
import { photo } from '../../../test/support/image-fixtures';
import { hammingDistance, hashForms, hashGrid, HASH_GRID } from './perceptual-hash';

const gridOf = (image: Buffer) => sharp(image).resize(HASH_GRID, HASH_GRID, { fit: 'fill' }).greyscale().raw().toBuffer();

const hashOf = async (image: Buffer) => hashGrid(await gridOf(image));

function gridFrom(brightness: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: HASH_GRID ** 2 }, (_, at) => brightness(at % HASH_GRID, Math.floor(at / HASH_GRID)));
}

describe('hammingDistance', () => {
  it('counts differing bits, in the sign bit too', () => {
    expect(hammingDistance(0n, 0n)).toBe(0);
    expect(hammingDistance(0b1011n, 0b0010n)).toBe(2);
    expect(hammingDistance(-1n, 0n)).toBe(64);
    expect(hammingDistance(-(2n ** 63n), 0n)).toBe(1);
    expect(hammingDistance(2n ** 32n, 1n)).toBe(2);
  });
});

describe('hashGrid', () => {
  it('says for every cell whether its right neighbour is brighter', () => {
    expect(hashGrid(gridFrom((x) => x)).dHash).toBe(-1n);
    expect(hashGrid(gridFrom((x) => 255 - x)).dHash).toBe(0n);
    // Brighter to the right in the upper half only: the upper 32 bits.
    expect(hashGrid(gridFrom((x, y) => (y < HASH_GRID / 2 ? x : 255 - x))).dHash).toBe(-(2n ** 32n));
  });

  it('finds the frequency that a picture consists of', () => {
    // Three half waves across, none down: amplitude (row 0, column 3), after the mean brightness at (0, 0) the only one above zero.
    const wave = gridFrom((x) => Math.round(128 + 100 * Math.cos((Math.PI * 3 * (2 * x + 1)) / (2 * HASH_GRID))));
    const bits = BigInt.asUintN(64, hashGrid(wave).pHash).toString(2).padStart(64, '0');
    expect(bits[0]).toBe('1');
    expect(bits[3]).toBe('1');
    expect(bits.slice(8)).toBe('0'.repeat(56));
  });

  it('gives an even surface no bits but its brightness', () => {
    expect(hashGrid(gridFrom(() => 200))).toEqual({ dHash: 0n, pHash: -(2n ** 63n) });
    expect(hashGrid(gridFrom(() => 0))).toEqual({ dHash: 0n, pHash: 0n });
  });

  it('refuses a grid of another size', () => {
    expect(() => hashGrid(new Uint8Array(64))).toThrow(RangeError);
  });

  it('stays near for edited copies and far for other pictures', async () => {
    const originals = await Promise.all(Array.from({ length: 6 }, () => photo(400, 300)));
    const hashes = await Promise.all(originals.map(hashOf));
    const edits = [
      (image: sharp.Sharp) => image.blur(3),
      (image: sharp.Sharp) => image.linear(1.2, 8),
      (image: sharp.Sharp) => image.resize(200),
      (image: sharp.Sharp) => image.jpeg({ quality: 40 }),
    ];
    for (const [at, original] of originals.entries()) {
      for (const edit of edits) {
        const copy = await hashOf(await edit(sharp(original)).toBuffer());
        expect(hammingDistance(copy.dHash, hashes[at]!.dHash)).toBeLessThanOrEqual(6);
        expect(hammingDistance(copy.pHash, hashes[at]!.pHash)).toBeLessThanOrEqual(6);
      }
      for (const other of hashes.slice(at + 1)) {
        expect(hammingDistance(other.dHash, hashes[at]!.dHash)).toBeGreaterThan(10);
        expect(hammingDistance(other.pHash, hashes[at]!.pHash)).toBeGreaterThan(10);
      }
    }
  });
});

describe('hashForms', () => {
  it('holds the hash of every mirrored and turned copy', async () => {
    const grid = await gridOf(await photo(300, 300));
    const raw = { width: HASH_GRID, height: HASH_GRID, channels: 1 } as const;
    const turn = (pixels: Buffer, degrees: number) => sharp(pixels, { raw }).rotate(degrees).toColourspace('b-w').raw().toBuffer();
    const mirror = (pixels: Buffer) => sharp(pixels, { raw }).flop().toColourspace('b-w').raw().toBuffer();
    const expected = [];
    for (const degrees of [0, 90, 180, 270]) expected.push(hashGrid(await turn(grid, degrees)));
    for (const degrees of [0, 90, 180, 270]) expected.push(hashGrid(await mirror(await turn(grid, degrees))));
    expect(hashForms(grid)).toEqual(expected);
    expect(new Set(expected.map(({ pHash }) => pHash)).size).toBe(8);
  });
});
