import { readFile, stat } from 'node:fs/promises';
import type { Metadata } from 'sharp';
import { DecodeBudget } from './decode-budget';
import { sniffFormat, type ImageFormat } from './image-format';
import { checkStructure } from './image-structure';
import {
  imageBroken,
  imageHeic,
  imageSvg,
  imageTooLarge,
  imageTooManyPixels,
  imageTooSmall,
  imageUnsupported,
} from './images.errors';
import { MAX_PIXELS, openImage } from './open-image';

export const MAX_IMAGE_BYTES = 15 * 1024 * 1024;
const MIN_SIDE = 16;
/** One picture may not need more memory than this while it is decoded. */
const MAX_DECODE_BYTES = 400_000_000;
/** Encoders, resized copies and buffers of one picture in work, beside its decoder. */
const WORKING_BYTES = 32_000_000;

/** Facts read from a picture's headers. Width and height are those of the upright picture. */
export interface ImageFacts {
  readonly format: ImageFormat;
  readonly width: number;
  readonly height: number;
  /** EXIF orientation 1–8 as found in the file. */
  readonly orientation: number;
  readonly animated: boolean;
  /** More than 8 bits a channel and a colour profile of its own. */
  readonly deepColour: boolean;
  readonly byteLength: number;
  /** Memory that decoding and encoding it takes, for {@link DecodeBudget}; an estimate from above. */
  readonly decodeBytes: number;
}

// Whole files are read into memory: four at a time, so that twenty uploads at once do not mean 300 MB.
const inspections = new DecodeBudget(4 * MAX_IMAGE_BYTES);

/**
 * Decides by content and in milliseconds, without decoding, whether a file is a picture we take: JPEG, PNG, WebP, AVIF or GIF, at
 * most 15 MB and 50 megapixels. Damage inside the pixel data shows only when {@link transformImage} decodes it.
 *
 * @throws HubError `image.too-large` (413), `image.heic`, `image.svg`, `image.unsupported` (415), `image.broken`,
 *   `image.too-many-pixels`, `image.too-small`, `image.too-complex` (422)
 */
export async function inspectImage(file: string | Buffer): Promise<ImageFacts> {
  return inspections.run(MAX_IMAGE_BYTES, async () => {
    const byteLength = typeof file === 'string' ? (await stat(file)).size : file.length;
    if (byteLength > MAX_IMAGE_BYTES) throw imageTooLarge(MAX_IMAGE_BYTES);
    const bytes = typeof file === 'string' ? await readFile(file) : file;
    const format = sniffFormat(bytes);
    if (format === 'heic') throw imageHeic();
    if (format === 'svg') throw imageSvg();
    if (!format) throw imageUnsupported();
    checkStructure(bytes, format);
    const header = await readHeader(bytes);
    if (header.format !== (format === 'avif' ? 'heif' : format)) throw imageUnsupported();
    if (format === 'avif' && header.compression !== 'av1') throw imageHeic();
    return toFacts(header, format, byteLength);
  });
}

async function readHeader(bytes: Buffer): Promise<Metadata> {
  try {
    // The pixel limit is ours to check, so that it is told from a damaged header; reading a header allocates nothing by its size.
    return await openImage(bytes, { anySize: true }).metadata();
  } catch {
    throw imageBroken();
  }
}

function toFacts(header: Metadata, format: ImageFormat, byteLength: number): ImageFacts {
  const { width, height } = header.autoOrient;
  const pixels = width * height;
  const maxPixels = Math.floor(Math.min(MAX_PIXELS, MAX_DECODE_BYTES / decodeBytesPerPixel(header, format)));
  if (pixels > maxPixels) throw imageTooManyPixels(width, height, maxPixels);
  if (Math.min(width, height) < MIN_SIDE) throw imageTooSmall(MIN_SIDE);
  return {
    format,
    width,
    height,
    orientation: header.orientation ?? 1,
    animated: (header.pages ?? 1) > 1,
    deepColour: header.space === 'rgb16' && header.hasProfile,
    byteLength,
    decodeBytes: Math.ceil(pixels * decodeBytesPerPixel(header, format) + byteLength + WORKING_BYTES),
  };
}

/**
 * Peak memory of a decode, measured with 49-megapixel files of each kind and rounded up. Baseline JPEG and plain PNG stream through
 * line by line; progressive JPEG keeps all coefficients, interlaced PNG all pixels, AVIF several copies of the whole picture.
 */
function decodeBytesPerPixel(header: Metadata, format: ImageFormat): number {
  const deep = header.depth !== 'uchar';
  switch (format) {
    case 'jpeg':
      return header.isProgressive ? 6.5 : 1;
    case 'png':
      return header.isProgressive ? 1.2 * header.channels * (deep ? 2 : 1) : 2.5;
    case 'webp':
    case 'gif':
      return 6;
    case 'avif':
      return deep ? 24 : 18;
  }
}
