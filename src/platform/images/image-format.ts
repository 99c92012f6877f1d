export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';

/** Formats people do upload and that get an answer of their own instead of "not a picture". */
export type RefusedFormat = 'heic' | 'svg';

const AVIF_BRANDS = ['avif', 'avis'];
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1'];
const SNIFFED_BYTES = 4096;

/**
 * What a file is by its first bytes; names and Content-Type headers are never asked. Every format that libvips could also open
 * (SVG, PDF, TIFF, …) must be turned away here, because its decoders are not meant for strangers' files.
 */
export function sniffFormat(bytes: Buffer): ImageFormat | RefusedFormat | undefined {
  const head = bytes.subarray(0, SNIFFED_BYTES);
  const text = head.toString('latin1');
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'webp';
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'gif';
  if (text.startsWith('ftyp', 4)) return sniffBrands(head);
  if (/^(\xef\xbb\xbf)?\s*</.test(text) && /<svg[\s>]/i.test(text)) return 'svg';
  return undefined;
}

/** ISO media files (AVIF, HEIC, MP4, …) name the standards they follow: major brand, a version, compatible brands, four bytes each. */
function sniffBrands(head: Buffer): 'avif' | 'heic' | undefined {
  const end = Math.min(head.readUInt32BE(0), head.length);
  const brands = [head.toString('latin1', 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(head.toString('latin1', at, at + 4));
  // A HEIC may list "mif1", and so may an AVIF: the codec's own brand decides first.
  if (brands.some((brand) => AVIF_BRANDS.includes(brand))) return 'avif';
  return brands.some((brand) => HEIC_BRANDS.includes(brand)) ? 'heic' : undefined;
}
