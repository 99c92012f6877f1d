import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { photo, plain, quadrants, storedWithOrientation } from '../../../test/support/image-fixtures';
import { inspectImage, MAX_IMAGE_BYTES } from './inspect-image';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><script>alert(1)</script></svg>';

const ftyp = (...brands: string[]) => {
  const box = Buffer.from(`....ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`, 'latin1');
  box.writeUInt32BE(box.length, 0);
  return Buffer.concat([box, Buffer.alloc(200)]);
};

describe('inspectImage accepts', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('%s, from memory and from a file of any name', async (format) => {
    const image = await plain(64, 48).toFormat(format).toBuffer();
    const expected = { format, width: 64, height: 48, orientation: 1, animated: false, byteLength: image.length };
    await expect(inspectImage(image)).resolves.toMatchObject(expected);
    const folder = await mkdtemp(join(tmpdir(), 'inspect-'));
    try {
      await writeFile(join(folder, 'report.pdf'), image);
      await expect(inspectImage(join(folder, 'report.pdf'))).resolves.toMatchObject(expected);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('a turned camera picture, with the upright size', async () => {
    const image = await storedWithOrientation(await quadrants(64, 32), 6);
    await expect(inspectImage(image)).resolves.toMatchObject({ width: 64, height: 32, orientation: 6 });
  });

  it('a picture with something behind its end', async () => {
    const image = await plain(64, 48).jpeg().toBuffer();
    await expect(inspectImage(Buffer.concat([image, Buffer.from('PK\x03\x04 motion photo')]))).resolves.toMatchObject({ width: 64 });
  });
});

describe('inspectImage refuses by content', () => {
  it.each([
    ['HEIC', 'image.heic', ftyp('heic', 'mif1', 'heic')],
    ['HEIC under a general brand', 'image.heic', ftyp('mif1', 'mif1', 'heic')],
    ['a film', 'image.unsupported', ftyp('isom', 'isom', 'mp42')],
    ['SVG', 'image.svg', Buffer.from(SVG)],
    ['SVG after declaration and comment', 'image.svg', Buffer.from(`\ufeff<?xml version="1.0"?>\n<!-- x -->\n${SVG}`)],
    ['compressed SVG', 'image.unsupported', gzipSync(SVG)],
    ['HTML', 'image.unsupported', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['PDF', 'image.unsupported', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj')],
    ['TIFF', 'image.unsupported', Buffer.from('II*\0\x08\0\0\0\0\0\0\0', 'latin1')],
    ['BMP', 'image.unsupported', Buffer.from('BM\x3a\0\0\0\0\0\0\0\x36\0\0\0', 'latin1')],
    ['a ZIP archive', 'image.unsupported', deflateRawSync('PK')],
    ['text', 'image.unsupported', Buffer.from('just words, and <svg somewhere in them')],
    ['nothing', 'image.unsupported', Buffer.alloc(0)],
    ['three bytes', 'image.broken', Buffer.from([0xff, 0xd8, 0xff])],
    ['a GIF header on a web page', 'image.broken', Buffer.from('GIF89a/*<html><script>alert(1)</script></html>*/')],
    ['a PNG header on a web page', 'image.broken', Buffer.from('\x89PNG\r\n\x1a\n<html><script>alert(1)</script></html>', 'latin1')],
    ['a WebP header on nothing', 'image.broken', Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')],
    ['an AVIF brand on nothing', 'image.broken', ftyp('avif', 'mif1')],
  ])('%s: %s', async (_, code, bytes) => {
    await expect(inspectImage(bytes)).rejects.toMatchObject({ name: 'HubError', code });
  });

  it('a picture cut off on its way', async () => {
    for (const format of ['jpeg', 'png', 'webp', 'avif', 'gif'] as const) {
      const image = await sharp(await photo(200, 150)).toFormat(format).toBuffer();
      await expect(inspectImage(image.subarray(0, image.length / 2))).rejects.toMatchObject({ code: 'image.broken' });
    }
  });

  it('more than 15 MB, before reading it', async () => {
    const refusal = { kind: 'too-large', code: 'image.too-large', details: { maxBytes: MAX_IMAGE_BYTES } };
    await expect(inspectImage(Buffer.alloc(MAX_IMAGE_BYTES + 1))).rejects.toMatchObject(refusal);
  });

  it('less than 16 pixels on a side', async () => {
    await expect(inspectImage(await plain(15, 400).png().toBuffer())).rejects.toMatchObject({ code: 'image.too-small' });
    await expect(inspectImage(await plain(16, 400).png().toBuffer())).resolves.toMatchObject({ width: 16 });
  });

  it('passes an error of the disk on as it is', async () => {
    await expect(inspectImage('/nowhere/at/all')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
