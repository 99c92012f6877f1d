import { z } from 'zod';
import { id, page } from '../platform/http/schemas';

export const pageQuery = z.strictObject(page);
export type PageQuery = z.infer<typeof pageQuery>;

export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** Key of the lists that an id alone puts in order. */
export const idCursor = z.tuple([id]);
