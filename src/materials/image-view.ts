import { IMAGE_VARIANTS, type ImageVariant, type ImageView } from './image.dto';
import type { ImageRow } from './image.queries';

const EXTENSION: Readonly<Record<ImageVariant, string>> = { thumb: 'webp', feed: 'webp', full: 'webp', jpeg: 'jpg' };

/** The last part of an address under `/media/:key/`. */
export const fileNameOf = (variant: ImageVariant): string => `${variant}.${EXTENSION[variant]}`;

export function variantOf(fileName: string): ImageVariant | undefined {
  return IMAGE_VARIANTS.find((variant) => fileNameOf(variant) === fileName);
}

export function toImageView(row: ImageRow): ImageView {
  const url = (variant: ImageVariant): string => `/media/${row.key}/${fileNameOf(variant)}`;
  return {
    id: row.id,
    state: row.state,
    width: row.width,
    height: row.height,
    urls: { thumb: url('thumb'), feed: url('feed'), full: url('full'), jpeg: url('jpeg') },
    ...(row.refusal === null ? {} : { refusal: row.refusal }),
  };
}
