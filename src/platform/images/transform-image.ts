import sharp from 'sharp';
import type { DecodeBudget } from './decode-budget';
import { imageBroken } from './images.errors';
import { inspectImage, type ImageFacts } from './inspect-image';
import { openImage } from './open-image';
import { HASH_GRID, hashForms, type ImageHash } from './perceptual-hash';

const WHITE = '#ffffff';
const WEBP = { quality: 80, effort: 2 } as const;
const JPEG = { quality: 85, mozjpeg: false } as const;

/** What is made of every picture. `edge` is the longest side in pixels, see {@link fitWithin}. */
export const VARIANTS = {
  thumb: { edge: 320, extension: 'webp', contentType: 'image/webp' },
  feed: { edge: 720, extension: 'webp', contentType: 'image/webp' },
  full: { edge: 1440, extension: 'webp', contentType: 'image/webp' },
  /** For saving to a phone's album, where WebP often cannot be opened. */
  jpeg: { edge: 1440, extension: 'jpg', contentType: 'image/jpeg' },
} as const;

export type VariantName = keyof typeof VARIANTS;

export interface Variant {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

export interface TransformedImage {
  readonly facts: ImageFacts;
  readonly variants: Readonly<Record<VariantName, Variant>>;
  /** Of the upright picture, on white where it is transparent. */
  readonly hash: ImageHash;
  /** The same for its mirrored and turned forms, to look for flipped copies; seven. */
  readonly turnedHashes: readonly ImageHash[];
}

interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
}

/**
 * Checks a picture, decodes it once and makes the four variants and the hashes from those pixels: upright, sRGB, without any
 * metadata, first frame of an animation, never enlarged. Nothing of the original file reaches the outputs except its pixels.
 *
 * @param file a path must lead to a file that nobody writes to any more: it is read twice
 * @throws HubError as {@link inspectImage}, and `image.broken` for damage in the pixel data
 */
export async function transformImage(file: string | Buffer, budget: DecodeBudget): Promise<TransformedImage> {
  const facts = await inspectImage(file);
  return budget.run(facts.decodeBytes, async () => {
    const pixels = await decode(file, facts);
    // The large variants take longest, so nothing waits before them; the small ones are made from each other.
    const encodingFull = encodeWebp(pixels);
    const [full, jpeg, { feed, thumb, hashes }] = await Promise.all([encodingFull, encodeJpeg(pixels), makeSmall(pixels, encodingFull)]);
    const [hash, ...turnedHashes] = hashes as [ImageHash, ...ImageHash[]];
    return { facts, variants: { thumb, feed, full, jpeg }, hash, turnedHashes };
  });
}

/**
 * Size of a variant: the longest side is `edge`, but the shorter one does not fall under half of it, so that long product sheets
 * and chat screenshots stay readable; at most four times `edge` long. Never larger than the original.
 */
export function fitWithin(width: number, height: number, edge: number): { width: number; height: number } {
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  const scale = Math.min(1, Math.max(edge / long, Math.min(edge / 2 / short, (4 * edge) / long)));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

async function decode(file: string | Buffer, facts: ImageFacts): Promise<Pixels> {
  const { width, height } = fitWithin(facts.width, facts.height, VARIANTS.full.edge);
  const image = openImage(file).autoOrient().resize(width, height, { fit: 'fill' });
  // sharp converts such pictures to Display P3 and would hand the numbers out as if they were sRGB.
  if (facts.deepColour) image.withIccProfile('srgb', { attach: false });
  try {
    return toPixels(await image.raw().toBuffer({ resolveWithObject: true }));
  } catch {
    throw imageBroken();
  }
}

async function resize(pixels: Pixels, edge: number): Promise<Pixels> {
  const { width, height } = fitWithin(pixels.width, pixels.height, edge);
  return toPixels(await fromPixels(pixels).resize(width, height, { fit: 'fill' }).raw().toBuffer({ resolveWithObject: true }));
}

async function makeSmall(pixels: Pixels, full: Promise<Variant>): Promise<{ feed: Variant; thumb: Variant; hashes: ImageHash[] }> {
  const medium = await resize(pixels, VARIANTS.feed.edge);
  const small = await resize(medium, VARIANTS.thumb.edge);
  // A picture that is no larger than the feed's is the same file in both places: never enlarged, so never made twice.
  const isFull = medium.width === pixels.width && medium.height === pixels.height;
  const [feed, thumb, grid] = await Promise.all([isFull ? full : encodeWebp(medium), encodeWebp(small), toHashGrid(small)]);
  return { feed, thumb, hashes: hashForms(grid) };
}

async function encodeWebp(pixels: Pixels): Promise<Variant> {
  return { bytes: await fromPixels(pixels).webp(WEBP).toBuffer(), width: pixels.width, height: pixels.height };
}

async function encodeJpeg(pixels: Pixels): Promise<Variant> {
  const bytes = await fromPixels(pixels).flatten({ background: WHITE }).jpeg(JPEG).toBuffer();
  return { bytes, width: pixels.width, height: pixels.height };
}

function toHashGrid(pixels: Pixels): Promise<Buffer> {
  const square = fromPixels(pixels).flatten({ background: WHITE }).resize(HASH_GRID, HASH_GRID, { fit: 'fill' });
  return square.greyscale().raw().toBuffer();
}

function fromPixels({ data, width, height, channels }: Pixels): sharp.Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

function toPixels({ data, info }: { data: Buffer; info: sharp.OutputInfo }): Pixels {
  return { data, width: info.width, height: info.height, channels: info.channels === 4 ? 4 : 3 };
}
