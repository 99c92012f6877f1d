import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Pictures, and things that claim to be pictures, made on the fly: no binary files in the repository. */

export const plain = (width: number, height: number, background = '#c0392b') =>
  sharp({ create: { width, height, channels: 3, background } });

/** Soft random colours, different for every call: alike for no hash. */
export async function photo(width: number, height: number): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const grain = await sharp({ create: { width: 16, height: 12, channels: 3, background: '#000', noise } }).png().toBuffer();
  return sharp(grain).resize(width, height, { fit: 'fill', kernel: 'cubic' }).png({ compressionLevel: 1 }).toBuffer();
}

export const QUADRANTS = { topLeft: '#ff0000', topRight: '#00ff00', bottomLeft: '#0000ff', bottomRight: '#ffffff' } as const;

/** Four coloured quarters, so that any turn or mirroring shows. */
export function quadrants(width: number, height: number): Promise<Buffer> {
  const tile = (background: string) => ({
    input: { create: { width: width / 2, height: height / 2, channels: 3 as const, background } },
  });
  return plain(width, height)
    .composite([
      { ...tile(QUADRANTS.topLeft), left: 0, top: 0 },
      { ...tile(QUADRANTS.topRight), left: width / 2, top: 0 },
      { ...tile(QUADRANTS.bottomLeft), left: 0, top: height / 2 },
      { ...tile(QUADRANTS.bottomRight), left: width / 2, top: height / 2 },
    ])
    .png()
    .toBuffer();
}

const turned = async (png: Buffer, degrees: number) => sharp(png).rotate(degrees).png().toBuffer();
const flopped = async (png: Buffer) => sharp(png).flop().png().toBuffer();

/** Pixels laid out as a camera stores them that then notes the EXIF orientation: undoing it gives `upright` again. */
export async function storedWithOrientation(upright: Buffer, orientation: number): Promise<Buffer> {
  const stored = {
    1: async () => upright,
    2: () => flopped(upright),
    3: () => turned(upright, 180),
    4: () => sharp(upright).flip().png().toBuffer(),
    5: async () => flopped(await turned(upright, 90)),
    6: () => turned(upright, 270),
    7: async () => flopped(await turned(upright, 270)),
    8: () => turned(upright, 90),
  }[orientation];
  return sharp(await stored!()).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

/** A PNG whose header promises these dimensions over a megabyte of zeros, packed to a kilobyte. */
export function pngBomb(width: number, height: number, interlaced = false): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, interlaced ? 1 : 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1 << 20))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Puts chunks directly behind a PNG's header. */
export const withPngChunks = (png: Buffer, chunks: Buffer) => Buffer.concat([png.subarray(0, 33), chunks, png.subarray(33)]);

/** Puts segments at the start of a JPEG. */
export const withJpegSegments = (jpeg: Buffer, segments: Buffer) => Buffer.concat([jpeg.subarray(0, 2), segments, jpeg.subarray(2)]);

export function jpegSegment(marker: number, data: Buffer | string): Buffer {
  const body = Buffer.from(data as string, 'latin1');
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** Rewrites the size a JPEG's frame header states: a small file that asks for a huge picture. */
export function resizeJpegHeader(jpeg: Buffer, width: number, height: number): Buffer {
  const patched = Buffer.from(jpeg);
  for (let at = 2; at + 9 < patched.length; at += 2 + patched.readUInt16BE(at + 2)) {
    const marker = patched[at + 1]!;
    if (marker !== 0xc0 && marker !== 0xc2) continue;
    patched.writeUInt16BE(height, at + 5);
    patched.writeUInt16BE(width, at + 7);
    return patched;
  }
  throw new Error('no frame header');
}

export function webpChunk(type: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(type, 'latin1'), size, data, Buffer.alloc(data.length % 2)]);
}

const uint24 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255, value >> 16]);

/** An animated WebP of many 16 × 16 frames. libwebp opens it in quadratic time. */
export async function webpFrames(count: number): Promise<Buffer> {
  const still = await plain(16, 16).webp({ lossless: true }).toBuffer();
  const placed = Buffer.concat([uint24(0), uint24(0), uint24(15), uint24(15), uint24(10), Buffer.from([0])]);
  const frame = webpChunk('ANMF', Buffer.concat([placed, still.subarray(12)]));
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    webpChunk('VP8X', Buffer.concat([Buffer.from([2, 0, 0, 0]), uint24(15), uint24(15)])),
    webpChunk('ANIM', Buffer.alloc(6)),
    Buffer.alloc(frame.length * count, frame),
  ]);
  return webpChunk('RIFF', body);
}

/** A GIF of many frames; `screen` is the stated size of the canvas, the frames are that size too unless told otherwise. */
export function gifFrames(count: number, screen = 64, frameSize = screen): Buffer {
  const size = (side: number) => Buffer.from([side & 255, side >> 8, side & 255, side >> 8]);
  const head = Buffer.concat([Buffer.from('GIF89a'), size(screen), Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255])]);
  const frame = Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0]), size(frameSize), Buffer.from([0, 2, 2, 0x44, 1, 0])]);
  return Buffer.concat([head, Buffer.alloc(frame.length * count, frame), Buffer.from([0x3b])]);
}
