/** Side of the square greyscale picture the hashes are taken from; divisible by 9 and 8, so dHash cells hold whole pixels. */
export const HASH_GRID = 72;

const FREQUENCIES = 8;

/** Two 64-bit hashes as signed integers, as PostgreSQL's bigint stores them. Alike pictures differ in few bits. */
export interface ImageHash {
  /** Gradient hash (Neal Krawetz, 2013): is each cell of 9 × 8 darker than its right neighbour? Blind to contrast and re-encoding. */
  readonly dHash: bigint;
  /** DCT hash (Zauner, 2010): is each of the 8 × 8 lowest frequencies above their median? Holds against blur and watermarks. */
  readonly pHash: bigint;
}

/** Bits in which two hashes differ, 0–64. */
export function hammingDistance(a: bigint, b: bigint): number {
  const difference = BigInt.asUintN(64, a ^ b);
  return countBits(Number(difference >> 32n)) + countBits(Number(difference & 0xffffffffn));
}

function countBits(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** @param grid `HASH_GRID`² brightness values, row by row */
export function hashGrid(grid: Uint8Array): ImageHash {
  if (grid.length !== HASH_GRID ** 2) throw new RangeError(`A hash grid has ${HASH_GRID ** 2} pixels, not ${grid.length}.`);
  return { dHash: gradientHash(grid), pHash: frequencyHash(grid) };
}

/** The hashes of a picture as it is (first) and in its seven mirrored and turned forms, to look for copies that were flipped. */
export function hashForms(grid: Uint8Array): ImageHash[] {
  const forms = [grid];
  for (let quarter = 1; quarter < 4; quarter++) forms.push(turn(forms[quarter - 1]!));
  return [...forms, ...forms.map(mirror)].map(hashGrid);
}

/** A quarter turn clockwise. */
function turn(grid: Uint8Array): Uint8Array {
  return rearrange(grid, (x, y) => (HASH_GRID - 1 - x) * HASH_GRID + y);
}

function mirror(grid: Uint8Array): Uint8Array {
  return rearrange(grid, (x, y) => y * HASH_GRID + HASH_GRID - 1 - x);
}

function rearrange(grid: Uint8Array, from: (x: number, y: number) => number): Uint8Array {
  const arranged = new Uint8Array(grid.length);
  for (let y = 0; y < HASH_GRID; y++) {
    for (let x = 0; x < HASH_GRID; x++) arranged[y * HASH_GRID + x] = grid[from(x, y)]!;
  }
  return arranged;
}

function gradientHash(grid: Uint8Array): bigint {
  const cellWidth = HASH_GRID / 9;
  const cellHeight = HASH_GRID / 8;
  const bits: boolean[] = [];
  for (let top = 0; top < HASH_GRID; top += cellHeight) {
    let left = cellSum(grid, 0, top, cellWidth, cellHeight);
    for (let x = cellWidth; x < HASH_GRID; x += cellWidth) {
      const right = cellSum(grid, x, top, cellWidth, cellHeight);
      bits.push(left < right);
      left = right;
    }
  }
  return pack(bits);
}

function cellSum(grid: Uint8Array, left: number, top: number, width: number, height: number): number {
  let sum = 0;
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) sum += grid[y * HASH_GRID + x]!;
  }
  return sum;
}

const COSINES = Array.from({ length: FREQUENCIES }, (_, frequency) =>
  Float64Array.from({ length: HASH_GRID }, (_, at) => Math.cos((Math.PI * frequency * (2 * at + 1)) / (2 * HASH_GRID))),
);

function frequencyHash(grid: Uint8Array): bigint {
  const across = COSINES.map((cosine) => Float64Array.from({ length: HASH_GRID }, (_, y) => project(grid, y * HASH_GRID, cosine)));
  // Rounded, because otherwise noise in the last digits would decide the bits of an even surface.
  const amplitudes = COSINES.flatMap((cosine) => across.map((column) => Math.round(project(column, 0, cosine))));
  const ranked = amplitudes.slice(1).sort((a, b) => a - b); // without the mean brightness
  const median = ranked[Math.floor(ranked.length / 2)]!;
  return pack(amplitudes.map((amplitude) => amplitude > median));
}

function project(values: Uint8Array | Float64Array, offset: number, cosine: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < HASH_GRID; at++) sum += values[offset + at]! * cosine[at]!;
  return sum;
}

function pack(bits: boolean[]): bigint {
  return BigInt.asIntN(64, BigInt(`0b${bits.map(Number).join('')}`));
}
