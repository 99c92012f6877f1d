import sharp from 'sharp';
import {
  gifFrames,
  jpegSegment,
  plain,
  pngBomb,
  pngChunk,
  resizeJpegHeader,
  webpChunk,
  webpFrames,
  withJpegSegments,
  withPngChunks,
} from '../../../test/support/image-fixtures';
import { deflateSync } from 'node:zlib';
import { HubError } from '../errors';
import { inspectImage } from './inspect-image';

const MEGABYTE = 1024 * 1024;

/** Times and memory are asserted with room for a busy machine: decoding any of these takes seconds and hundreds of megabytes. */
const MAX_MS = 2000;
const MAX_GROWTH = 200 * MEGABYTE;

const repeat = (part: Buffer, bytes: number) => Buffer.alloc(Math.floor(bytes / part.length) * part.length, part);

async function refusals(files: Buffer[]): Promise<{ codes: string[]; slowestMs: number; growth: number }> {
  const before = process.memoryUsage().rss;
  let slowestMs = 0;
  const codes = await Promise.all(
    files.map(async (file) => {
      const started = performance.now();
      const code = await inspectImage(file).then(
        () => 'accepted',
        (error: HubError) => error.code,
      );
      slowestMs = Math.max(slowestMs, performance.now() - started);
      return code;
    }),
  );
  return { codes, slowestMs, growth: process.memoryUsage().rss - before };
}

async function expectRefused(files: Buffer[], code: string): Promise<void> {
  const seen = await refusals(files);
  expect(seen.codes).toEqual(files.map(() => code));
  expect(seen.slowestMs).toBeLessThan(MAX_MS);
  expect(seen.growth).toBeLessThan(MAX_GROWTH);
}

describe('twenty decompression bombs at once', () => {
  it('of promised pixels are refused without decoding', async () => {
    const progressive = await plain(64, 64).jpeg({ progressive: true }).toBuffer();
    const bombs = [pngBomb(60_000, 60_000), pngBomb(8000, 8000, true), resizeJpegHeader(progressive, 16383, 16383)];
    await expectRefused(Array.from({ length: 20 }, (_, at) => bombs[at % bombs.length]!), 'image.too-many-pixels');
  });

  it('of animation frames are refused without counting on the decoder', async () => {
    const bombs = [await webpFrames(280_000), gifFrames(930_000)];
    await expectRefused(Array.from({ length: 20 }, (_, at) => bombs[at % bombs.length]!), 'image.too-complex');
  });

  it('of metadata are refused', async () => {
    const jpeg = await plain(64, 64).jpeg().toBuffer();
    const png = await plain(64, 64).png().toBuffer();
    const webp = await plain(64, 64).webp({ lossless: true }).toBuffer();
    const avif = await plain(64, 64).avif().toBuffer();
    const boxes = avif.readUInt32BE(0);
    const inflating = pngChunk('zTXt', Buffer.concat([Buffer.from('a\0\0'), deflateSync(Buffer.alloc(8 * MEGABYTE))]));
    const bombs = [
      withJpegSegments(jpeg, repeat(jpegSegment(0xe2, 'A'), 14 * MEGABYTE)),
      withJpegSegments(jpeg, repeat(Buffer.from([0xff]), 14 * MEGABYTE)),
      withPngChunks(png, repeat(pngChunk('tEXt', Buffer.from('a\0b')), 14 * MEGABYTE)),
      withPngChunks(png, repeat(inflating, MEGABYTE)),
      webpChunk('RIFF', Buffer.concat([Buffer.from('WEBP'), webp.subarray(12), repeat(webpChunk('JUNK', Buffer.alloc(0)), 14 * MEGABYTE)])),
      Buffer.concat([avif.subarray(0, boxes), repeat(Buffer.from('\0\0\0\x08free', 'latin1'), 14 * MEGABYTE), avif.subarray(boxes)]),
    ];
    await expectRefused(Array.from({ length: 20 }, (_, at) => bombs[at % bombs.length]!), 'image.too-complex');
  });
});

describe('limits by memory', () => {
  it('50 megapixels are accepted and one line more is not', async () => {
    const jpeg = await plain(64, 64).jpeg().toBuffer();
    await expect(inspectImage(resizeJpegHeader(jpeg, 10_000, 5000))).resolves.toMatchObject({ width: 10_000, height: 5000 });
    await expectRefused([resizeJpegHeader(jpeg, 10_000, 5001)], 'image.too-many-pixels');
  });

  it('expects more memory of formats that do not stream', async () => {
    const jpeg = await plain(64, 64).jpeg().toBuffer();
    const progressive = await plain(64, 64).jpeg({ progressive: true }).toBuffer();
    const bytesOf = async (file: Buffer) => (await inspectImage(resizeJpegHeader(file, 5000, 4000))).decodeBytes;
    expect(await bytesOf(progressive)).toBeGreaterThan(100_000_000 + (await bytesOf(jpeg)));
  });

  it('AVIF, which is decoded into several whole copies, has a lower limit', async () => {
    const avif = await plain(5000, 4500).avif({ effort: 0 }).toBuffer();
    await expectRefused([avif], 'image.too-many-pixels');
    await expect(inspectImage(await sharp(avif).resize(4000).avif({ effort: 0 }).toBuffer())).resolves.toMatchObject({ width: 4000 });
  });
});
