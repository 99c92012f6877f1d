import sharp from 'sharp';
import { jpegSegment, photo, pngChunk, webpChunk, withJpegSegments, withPngChunks } from '../../../test/support/image-fixtures';
import { DecodeBudget } from './decode-budget';
import { transformImage } from './transform-image';

const SECRET = 'Canary-7Q4Z';

const EXIF = {
  IFD0: { Artist: SECRET, Copyright: SECRET, Make: SECRET, Model: SECRET, Software: SECRET, ImageDescription: SECRET },
  IFD2: { BodySerialNumber: SECRET, LensSerialNumber: SECRET, CameraOwnerName: SECRET, UserComment: SECRET },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 49/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 28/1 25/1', GPSDateStamp: SECRET },
};

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
  xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${SECRET}"/></rdf:RDF></x:xmpmeta>`;

const IPTC = `Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x50\0\x0b${SECRET}`;

/** A second EXIF directory (IFD1) with a preview picture, as cameras embed it; the preview carries the secret as a comment. */
async function embeddedThumbnail(): Promise<Buffer> {
  const preview = withJpegSegments(await sharp(await photo(160, 120)).jpeg().toBuffer(), jpegSegment(0xfe, SECRET));
  const tiff = Buffer.alloc(8 + 6 + 30);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4); // IFD0 at 8: no entries, the next directory at 14
  tiff.writeUInt32LE(14, 10);
  tiff.writeUInt16LE(2, 14);
  [0x0201, 0x0202].forEach((tag, at) => {
    const entry = 16 + 12 * at;
    tiff.writeUInt16LE(tag, entry);
    tiff.writeUInt16LE(4, entry + 2);
    tiff.writeUInt32LE(1, entry + 4);
    tiff.writeUInt32LE(at === 0 ? tiff.length : preview.length, entry + 8);
  });
  return jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, preview]));
}

async function revealingPictures(): Promise<Record<string, Buffer>> {
  const picture = sharp(await photo(800, 600)).withExif(EXIF).withXmp(XMP).withIccProfile('p3');
  const jpeg = await picture.clone().jpeg().toBuffer();
  const plainJpeg = await sharp(await photo(800, 600)).jpeg().toBuffer();
  const png = await picture.clone().png().toBuffer();
  const webp = await picture.clone().webp().toBuffer();
  return {
    'JPEG with EXIF, GPS, XMP, IPTC and a comment': withJpegSegments(
      jpeg,
      Buffer.concat([jpegSegment(0xed, IPTC), jpegSegment(0xfe, SECRET)]),
    ),
    'JPEG with an embedded thumbnail': withJpegSegments(plainJpeg, await embeddedThumbnail()),
    'JPEG with a second picture behind': Buffer.concat([plainJpeg, jpeg]),
    'PNG with EXIF, XMP and texts': withPngChunks(
      png,
      Buffer.concat([pngChunk('tEXt', Buffer.from(`Author\0${SECRET}`)), pngChunk('iTXt', Buffer.from(`Location\0\0\0\0\0${SECRET}`))]),
    ),
    'WebP with EXIF, XMP and an unknown chunk': webpChunk(
      'RIFF',
      Buffer.concat([webp.subarray(8), webpChunk('NOTE', Buffer.from(SECRET))]),
    ),
    'AVIF with EXIF and XMP': await picture.clone().avif({ effort: 0 }).toBuffer(),
  };
}

function jpegMarkers(jpeg: Buffer): number[] {
  const markers = [];
  for (let at = 2; jpeg[at + 1] !== 0xda; at += 2 + jpeg.readUInt16BE(at + 2)) markers.push(jpeg[at + 1]!);
  return markers;
}

function webpChunks(webp: Buffer): string[] {
  const chunks = [];
  for (let at = 12; at < webp.length; ) {
    chunks.push(webp.toString('latin1', at, at + 4));
    const size = webp.readUInt32LE(at + 4);
    at += 8 + size + (size % 2);
  }
  return chunks;
}

const JFIF_TABLES_AND_FRAME = [0xe0, 0xdb, 0xc4, 0xc0];

describe('no output says who took a picture, where or with what', () => {
  it('from any kind of metadata', async () => {
    for (const [kind, file] of Object.entries(await revealingPictures())) {
      expect(`${kind}: ${file.includes(SECRET)}`).toBe(`${kind}: true`); // the trap is set
      const { variants } = await transformImage(file, new DecodeBudget());
      for (const { bytes } of Object.values(variants)) {
        expect(bytes.includes('Canary')).toBe(false);
        const { exif, xmp, iptc, icc, comments, orientation } = await sharp(bytes).metadata();
        expect({ kind, exif, xmp, iptc, icc, comments, orientation }).toEqual({ kind });
      }
      expect(jpegMarkers(variants.jpeg.bytes).filter((marker) => !JFIF_TABLES_AND_FRAME.includes(marker))).toEqual([]);
      for (const name of ['thumb', 'feed', 'full'] as const) expect(webpChunks(variants[name].bytes)).toEqual(['VP8 ']);
    }
  });
});
