import { z } from 'zod';
import { personView } from '../accounts/account.dto';
import { words } from '../platform/http/schemas';
import { REPORTED_KINDS } from './rungs';
import { madeAt } from './reuse-id';

export const reuseBody = z
  .strictObject({
    /** Made when the promoter tapped and sent again until it is answered. */
    id: z
      .string()
      .refine((value) => madeAt(value) !== undefined, 'is not a UUIDv7')
      .transform((value) => value.toLowerCase()),
    kind: z.enum(REPORTED_KINDS),
  })
  .meta({ id: 'ReuseEvent' });
export type ReuseBody = z.infer<typeof reuseBody>;

/** Why an act did not raise anything; it is kept all the same. */
export const NOT_COUNTED = ['repeat', 'already-counted', 'own-material', 'suspended', 'not-published', 'daily-cap'] as const;
export type NotCounted = (typeof NOT_COUNTED)[number];

export const reuseAnswer = z
  .object({
    /** Whether this act added to anything: a new pair, a higher rung, or a first use that day. */
    counted: z.boolean(),
    reason: z.enum(NOT_COUNTED).optional(),
    /** Promoters who have reused this material, ever, this act included. */
    reuseCount: z.number().int(),
  })
  .meta({ id: 'ReuseAnswer' });
export type ReuseAnswer = z.infer<typeof reuseAnswer>;

export const ratingBody = z.strictObject({ stars: z.number().int().min(1).max(5), note: words(1, 300).optional() }).meta({ id: 'Rating' });
export type RatingBody = z.infer<typeof ratingBody>;

export const ratingSummary = z.object({ mean: z.number().nullable(), count: z.number().int() }).meta({ id: 'RatingSummary' });
export type RatingSummary = z.infer<typeof ratingSummary>;

export const ratingView = z
  .object({ account: personView, stars: z.number().int(), note: z.string().nullable(), updatedAt: z.iso.datetime() })
  .meta({ id: 'RatingLine' });
export type RatingView = z.infer<typeof ratingView>;

/** `histogram[0]` counts one star, `histogram[4]` five. */
export const ratingList = z.object({ items: z.array(ratingView), nextCursor: z.string().nullable(), histogram: z.array(z.number().int()).length(5) }).meta({ id: 'RatingList' });
export type RatingList = z.infer<typeof ratingList>;
