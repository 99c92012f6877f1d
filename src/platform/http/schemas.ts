import { z } from 'zod';

const MAX_ID = 9_223_372_036_854_775_807n;

/** An id as it travels: the decimal digits of a positive bigint. */
export const id = z
  .string()
  .regex(/^[1-9]\d{0,18}$/, { error: 'is not an id', abort: true })
  .refine((value) => BigInt(value) <= MAX_ID, 'is not an id')
  .meta({ description: 'Decimal id', example: '42' });

/** Zero-width characters and fillers (of Hangul, for one) are letters or marks, and show nothing. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;
/** Control characters, line breaks, and marks that change the direction of writing; the joiners inside emoji are none of these. */
const UNRULY = /[\p{Cc}\u2028\u2029\p{Bidi_Control}]/u;

export const idParams = z.strictObject({ id });

/** A calendar day of the hub's period time zone, `YYYY-MM-DD`. */
export const day = z.iso.date().meta({ example: '2026-11-22' });

/** Text a person typed: kept to the letter, within PostgreSQL's means (no NUL, no broken surrogate pair). */
export function text(minimum: number, maximum: number): z.ZodString {
  return z
    .string()
    .min(minimum)
    .refine((value) => [...value].length <= maximum, { message: `has more than ${maximum} characters`, params: { maximum } })
    .refine((value) => !value.includes('\u0000') && value.isWellFormed(), 'contains characters that cannot be stored');
}

/** Text that must say something: white space alone is nothing, nor are characters that nobody sees. */
export function words(minimum: number, maximum: number): z.ZodString {
  return text(minimum, maximum).refine((value) => value.trim().length >= minimum && VISIBLE.test(value), 'is empty');
}

/** A name that others read beside other names: on one line, and unable to turn around or break what stands next to it. */
export function nameLike(minimum: number, maximum: number): z.ZodString {
  return words(minimum, maximum).refine((value) => !UNRULY.test(value), 'contains characters that names cannot have');
}

/** The `?limit=&cursor=` of every list. */
export const page = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
};

/** `{items, nextCursor}`, the shape of every list. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
