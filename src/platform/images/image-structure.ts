import type { ImageFormat } from './image-format';
import { imageBroken, imageTooComplex } from './images.errors';

/** Frames, segments or boxes. Real pictures have tens; ICC profiles and long stickers a few hundred. */
const MAX_PARTS = 1000;
/** Encoders write about 10; each scan of a progressive JPEG passes over the whole picture again. */
const MAX_JPEG_SCANS = 100;
/** 0xff bytes to look at; compressed pixels have about one in 200 bytes, so at most 80,000 in 15 MB. */
const MAX_JPEG_ESCAPES = 1_000_000;
/** Each may inflate to the 8 MB libpng allows. */
const MAX_PNG_COMPRESSED_RECORDS = 10;
const PNG_COMPRESSED = ['iCCP', 'zTXt', 'iTXt'];
/** Pixels come in chunks of 8 KB and more: 2,000 in 15 MB. */
const MAX_PNG_CHUNKS = 10_000;
const MAX_AVIF_INDEX_BYTES = 1024 * 1024;

/**
 * Walks the container of a picture without decoding anything and refuses what only an attacker builds. Reading mere headers is not
 * enough protection: libwebp needs four minutes to open a 14 MB animation of 280,000 empty frames, libjpeg 360 MB for 2.8 million
 * empty APP segments, libheif 4.5 s for a flood of `free` boxes. Linear in the file, at most some 20 ms for 15 MB.
 *
 * @throws HubError `image.too-complex`, `image.broken`
 */
export function checkStructure(bytes: Buffer, format: ImageFormat): void {
  const walk = { jpeg: walkJpeg, png: walkPng, webp: walkWebp, gif: walkGif, avif: walkAvif }[format];
  walk(bytes);
}

function walkJpeg(bytes: Buffer): void {
  let parts = 0;
  let scans = 0;
  let at = bytes.indexOf(0xff, 2);
  for (let hits = 0; at >= 0 && at + 4 <= bytes.length; hits++, at = bytes.indexOf(0xff, at)) {
    const marker = bytes[at + 1]!;
    if (marker === 0xd9) return; // end of image; what follows (motion photo, gain map, a hidden archive) is never decoded
    if (hits >= MAX_JPEG_ESCAPES) throw imageTooComplex();
    if (marker === 0xff) at += 1;
    else if (marker === 0x00 || (marker >= 0xd0 && marker <= 0xd7)) at += 2; // an escaped byte or a restart marker between pixel data
    else {
      if (++parts > MAX_PARTS || (marker === 0xda && ++scans > MAX_JPEG_SCANS)) throw imageTooComplex();
      at += 2 + bytes.readUInt16BE(at + 2);
    }
  }
  if (at < 0 || bytes[at + 1] !== 0xd9) throw imageBroken();
}

function walkPng(bytes: Buffer): void {
  let parts = 0;
  let compressed = 0;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IEND') return;
    if (++parts > MAX_PNG_CHUNKS) throw imageTooComplex();
    if (PNG_COMPRESSED.includes(type) && ++compressed > MAX_PNG_COMPRESSED_RECORDS) throw imageTooComplex();
    at += 12 + bytes.readUInt32BE(at);
    if (at > bytes.length) throw imageBroken();
  }
}

function walkWebp(bytes: Buffer): void {
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  let parts = 0;
  for (let at = 12; at + 8 <= end; parts++) {
    if (parts >= MAX_PARTS) throw imageTooComplex();
    const size = bytes.readUInt32LE(at + 4);
    at += 8 + size + (size % 2);
  }
}

function walkGif(bytes: Buffer): void {
  const colours = (flags = 0) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + colours(bytes[10]);
  for (let parts = 0; at < bytes.length; parts++) {
    if (parts >= 4 * MAX_PARTS) throw imageTooComplex(); // a frame usually brings one or two extension blocks
    const introducer = bytes[at];
    if (introducer === 0x21) at += 2;
    else if (introducer === 0x2c) at += 11 + colours(bytes[at + 9]);
    else return;
    while (at < bytes.length && bytes[at] !== 0) at += 1 + bytes[at]!;
    at += 1;
  }
}

function walkAvif(bytes: Buffer): void {
  let parts = 0;
  for (let at = 0; at + 8 <= bytes.length; parts++) {
    if (parts >= MAX_PARTS) throw imageTooComplex();
    const short = bytes.readUInt32BE(at);
    const stated = short === 1 && at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    const size = stated === 0 ? bytes.length - at : stated; // none stated: reaches to the end of the file
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (size < 8) throw imageBroken();
    if (['meta', 'moov'].includes(type) && size > MAX_AVIF_INDEX_BYTES) throw imageTooComplex();
    if (['meta', 'moov', 'mdat'].includes(type) && at + size > bytes.length) throw imageBroken();
    at += size;
  }
}
