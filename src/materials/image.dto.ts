import { z } from 'zod';
import { id } from '../platform/http/schemas';

/** Sizes a picture is kept in: webp 320, 720 and 1440 px wide at most, and a JPEG for a phone's album. */
export const imageUrls = z.object({ thumb: z.string(), feed: z.string(), full: z.string(), jpeg: z.string() });

export const imageView = z
  .object({
    id,
    state: z.enum(['processing', 'ready', 'refused']),
    /** Upright, in pixels. */
    width: z.number().int(),
    height: z.number().int(),
    /** Answer 404 until the picture is ready. */
    urls: imageUrls,
    /** Why it was refused, as a stable code. */
    refusal: z.string().optional(),
  })
  .meta({ id: 'Image' });
export type ImageView = z.infer<typeof imageView>;

export const IMAGE_VARIANTS = ['thumb', 'feed', 'full', 'jpeg'] as const;
export type ImageVariant = (typeof IMAGE_VARIANTS)[number];
