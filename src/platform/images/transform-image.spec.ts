import sharp from 'sharp';
import {
  gifFrames,
  jpegSegment,
  photo,
  plain,
  QUADRANTS,
  quadrants,
  storedWithOrientation,
  withJpegSegments,
} from '../../../test/support/image-fixtures';
import { DecodeBudget } from './decode-budget';
import { hammingDistance } from './perceptual-hash';
import { fitWithin, transformImage, VARIANTS, type VariantName } from './transform-image';

const budget = new DecodeBudget();

const NAMES = Object.keys(VARIANTS) as VariantName[];

async function pixelAt(image: Buffer, acrossShare: number, downShare: number): Promise<number[]> {
  const { data, info } = await sharp(image).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height * downShare) * info.width + Math.floor(info.width * acrossShare)) * info.channels;
  return [...data.subarray(at, at + info.channels)];
}

/** Distance of two colours in the channel where they differ most. */
const colourGap = (a: number[], b: number[]) => Math.max(...b.map((value, channel) => Math.abs(value - a[channel]!)));

const hex = (colour: string) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

describe('fitWithin', () => {
  it.each([
    ['a landscape', 4000, 3000, 1440, 1440, 1080],
    ['a portrait', 3000, 4000, 720, 540, 720],
    ['a small one', 200, 100, 320, 200, 100],
    ['twice as long as wide', 1000, 2000, 1440, 720, 1440],
    ['a long sheet, readable', 1000, 5000, 1440, 720, 3600],
    ['an endless sheet', 1000, 20_000, 1440, 288, 5760],
    ['a thread', 16, 3_000_000, 1440, 1, 5760],
  ])('%s', (_, width, height, edge, fitWidth, fitHeight) => {
    expect(fitWithin(width, height, edge)).toEqual({ width: fitWidth, height: fitHeight });
    expect(fitWithin(height, width, edge)).toEqual({ width: fitHeight, height: fitWidth });
  });
});

describe('transformImage', () => {
  it('makes four variants of the stated type and size', async () => {
    const { variants, facts } = await transformImage(await photo(2000, 1500), budget);
    expect(facts).toMatchObject({ format: 'png', width: 2000, height: 1500 });
    const sizes = { thumb: [320, 240], feed: [720, 540], full: [1440, 1080], jpeg: [1440, 1080] };
    for (const name of NAMES) {
      const { bytes, width, height } = variants[name];
      const read = await sharp(bytes).metadata();
      expect([width, height]).toEqual(sizes[name]);
      expect([read.width, read.height, read.mediaType]).toEqual([...sizes[name], VARIANTS[name].contentType]);
    }
  });

  it('does not enlarge', async () => {
    const { variants } = await transformImage(await photo(400, 300), budget);
    expect(NAMES.map((name) => variants[name].width)).toEqual([320, 400, 400, 400]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns EXIF orientation %i upright and leaves no tag', async (orientation) => {
    const upright = await quadrants(2000, 1400);
    const reference = await transformImage(upright, budget);
    const { variants, hash } = await transformImage(await storedWithOrientation(upright, orientation), budget);
    for (const name of NAMES) {
      const { bytes, width, height } = variants[name];
      expect(width).toBeGreaterThan(height);
      expect((await sharp(bytes).metadata()).orientation).toBeUndefined();
      expect(colourGap(await pixelAt(bytes, 0.25, 0.25), hex(QUADRANTS.topLeft))).toBeLessThan(12);
      expect(colourGap(await pixelAt(bytes, 0.75, 0.25), hex(QUADRANTS.topRight))).toBeLessThan(12);
      expect(colourGap(await pixelAt(bytes, 0.25, 0.75), hex(QUADRANTS.bottomLeft))).toBeLessThan(12);
      expect(colourGap(await pixelAt(bytes, 0.75, 0.75), hex(QUADRANTS.bottomRight))).toBeLessThan(12);
    }
    expect(hammingDistance(hash.dHash, reference.hash.dHash)).toBeLessThanOrEqual(4);
  });

  it('finds a mirrored and turned copy by the hashes of its forms', async () => {
    const original = await photo(600, 400);
    const { hash } = await transformImage(original, budget);
    const copy = await transformImage(await sharp(await sharp(original).rotate(90).toBuffer()).flop().jpeg().toBuffer(), budget);
    expect(copy.turnedHashes).toHaveLength(7);
    expect(Math.min(...copy.turnedHashes.map((form) => hammingDistance(form.pHash, hash.pHash)))).toBeLessThanOrEqual(4);
    expect(hammingDistance(copy.hash.pHash, hash.pHash)).toBeGreaterThan(10);
  });

  it('keeps transparency in WebP and puts the JPEG on white', async () => {
    const half = await sharp({ create: { width: 1600, height: 1600, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } } })
      .png()
      .toBuffer();
    const { variants } = await transformImage(half, budget);
    for (const name of ['thumb', 'feed', 'full'] as const) {
      expect(colourGap(await pixelAt(variants[name].bytes, 0.5, 0.5), [255, 0, 0, 128])).toBeLessThan(6);
    }
    expect(colourGap(await pixelAt(variants.jpeg.bytes, 0.5, 0.5), [255, 127, 127])).toBeLessThan(6);
  });

  it.each([
    ['Display P3', plain(300, 300, '#d02040').withIccProfile('p3').jpeg({ quality: 100, chromaSubsampling: '4:4:4' })],
    ['CMYK', plain(300, 300, '#d02040').toColourspace('cmyk').jpeg({ quality: 100 })],
    ['16 bits with a profile', plain(300, 300, '#d02040').toColourspace('rgb16').withIccProfile('srgb').png()],
    ['16 bits without', plain(300, 300, '#d02040').toColourspace('rgb16').png()],
    ['10-bit AVIF', plain(300, 300, '#d02040').avif({ bitdepth: 10, quality: 90, chromaSubsampling: '4:4:4' })],
  ])('shows the same colour from %s', async (_, image) => {
    const { variants } = await transformImage(await image.toBuffer(), budget);
    for (const name of NAMES) expect(colourGap(await pixelAt(variants[name].bytes, 0.5, 0.5), hex('#d02040'))).toBeLessThan(20);
  });

  it('takes greyscale and palette pictures', async () => {
    for (const image of [plain(300, 300).greyscale().jpeg(), plain(300, 300).png({ palette: true }), plain(300, 300).toColourspace('b-w').png()]) {
      const { variants } = await transformImage(await image.toBuffer(), budget);
      expect((await sharp(variants.jpeg.bytes).metadata()).format).toBe('jpeg');
    }
  });

  it('takes the first frame of an animation', async () => {
    const { facts, variants } = await transformImage(gifFrames(3), budget);
    expect(facts.animated).toBe(true);
    for (const name of NAMES) expect((await sharp(variants[name].bytes).metadata()).pages ?? 1).toBe(1);
  });

  it('refuses damage that only decoding shows', async () => {
    const png = await photo(200, 150);
    png.fill(0x55, png.length >> 1, png.length - 40);
    await expect(transformImage(png, budget)).rejects.toMatchObject({ name: 'HubError', code: 'image.broken' });
  });

  it('stores what it encoded itself, never bytes of the file', async () => {
    const script = '<script>alert("polyglot")</script>';
    const jpeg = await plain(64, 64).jpeg().toBuffer();
    const polyglots = [
      withJpegSegments(jpeg, jpegSegment(0xfe, script)),
      Buffer.concat([jpeg, Buffer.from(`PK\x03\x04${script}`)]),
      Buffer.concat([gifFrames(1), Buffer.from(script)]),
      Buffer.concat([await plain(64, 64).webp().toBuffer(), Buffer.from(script)]),
    ];
    for (const file of polyglots) {
      const { variants } = await transformImage(file, budget);
      for (const name of NAMES) expect(variants[name].bytes.includes('polyglot')).toBe(false);
    }
  });
});
