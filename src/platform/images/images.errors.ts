import { HubError } from '../errors';

export const imageTooLarge = (maxBytes: number) =>
  new HubError('too-large', 'image.too-large', `The picture is larger than ${maxBytes / 1024 / 1024} MB.`, { maxBytes });

export const imageHeic = () =>
  new HubError('unsupported', 'image.heic', 'HEIC pictures cannot be read here. Save or send the picture as JPEG and try again.');

export const imageSvg = () => new HubError('unsupported', 'image.svg', 'SVG drawings are not accepted. Use JPEG, PNG, WebP, AVIF or GIF.');

export const imageUnsupported = () =>
  new HubError('unsupported', 'image.unsupported', 'This file is not a JPEG, PNG, WebP, AVIF or GIF picture.');

export const imageBroken = () => new HubError('unprocessable', 'image.broken', 'The picture is damaged or incomplete.');

/** Also for pictures within the limit whose format would need too much memory for so many pixels (large AVIF, interlaced 16-bit PNG). */
export const imageTooManyPixels = (width: number, height: number, maxPixels: number) =>
  new HubError('unprocessable', 'image.too-many-pixels', `The picture has more than ${Math.floor(maxPixels / 1e6)} megapixels.`, {
    width,
    height,
    maxPixels,
  });

export const imageTooSmall = (minSide: number) =>
  new HubError('unprocessable', 'image.too-small', `The picture is smaller than ${minSide} pixels on one side.`, { minSide });

/** Thousands of animation frames, scans or metadata records: no camera or editor makes them, only files built to exhaust a reader. */
export const imageTooComplex = () =>
  new HubError('unprocessable', 'image.too-complex', 'The picture has too many frames or parts.');
