import { z } from 'zod';
import { HubError } from '../errors';

/**
 * A cursor is the sort key of the last row of a page, opaque to clients. Keyset pages cost the same on page 1 and page 1,000 and
 * skip nothing when rows are added meanwhile.
 */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** A moment in a cursor, as `microsOf` writes it (src/platform/database/moments.ts); a date and time has too many spellings to check. */
export const micros = z.string().regex(/^\d{1,16}$/);

/** A floating-point key in a cursor, spelled so that PostgreSQL reads it whatever was sent. */
export const float = z.string().max(40).transform(Number).pipe(z.number()).transform(String);

/** @throws HubError `request.cursor` when it was not made by {@link encodeCursor} for a list of this kind. */
export function decodeCursor<Key extends z.ZodType>(schema: Key, cursor: string | undefined): z.infer<Key> | undefined {
  if (cursor === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new HubError('invalid', 'request.cursor', 'This cursor does not belong to this list.');
  }
}

/** Cuts the extra row that a query of `limit + 1` brought and makes the cursor of the next page from the last one kept. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
  key: (row: Row) => readonly (string | number)[],
): { items: Item[]; nextCursor: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { items: kept.map(present), nextCursor: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null };
}
