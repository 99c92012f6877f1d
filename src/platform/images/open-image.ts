import sharp from 'sharp';

export const MAX_PIXELS = 50_000_000;

// libvips' operation cache would keep strangers' pixels for no gain: no picture is decoded twice. One thread per pipeline, because
// several pipelines run side by side in libuv's pool and more threads would only fragment the heap.
sharp.cache(false);
sharp.concurrency(1);

/**
 * An encoded picture, first frame only, with the limits every decode of a stranger's file must have.
 *
 * @param options.anySize only for reading a header: decoding without the pixel limit would let 3 MB take gigabytes
 */
export function openImage(file: string | Buffer, options: { anySize?: boolean } = {}): sharp.Sharp {
  return sharp(file, { failOn: 'error', limitInputPixels: options.anySize ? false : MAX_PIXELS });
}
