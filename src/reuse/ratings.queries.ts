import { microsOf, momentAt } from '../platform/database/moments';
import type { Sql } from '../platform/database/sql';

/**
 * Stores a rating or replaces one, and moves the material's sums by the difference, in one statement. The row lock that the insert
 * takes makes two ratings of one person follow each other; `reuses` is what `ratings_needs_reuse` checks.
 * @returns the material's sums after it.
 */
export async function upsertRating(
  sql: Sql,
  rating: { materialId: string; accountId: string; stars: number; note: string | null },
): Promise<{ sum: number; count: number }> {
  const rows = await sql.query<{ sum: number; count: number }>(
    `WITH rated AS (
       INSERT INTO ratings AS r (material_id, account_id, stars, note, created_at, updated_at) VALUES ($1, $2, $3, $4, now(), now())
       ON CONFLICT (material_id, account_id) DO UPDATE SET prior_stars = r.stars, stars = excluded.stars, note = excluded.note, updated_at = now()
       RETURNING material_id, stars, prior_stars
     )
     UPDATE material_stats s
     SET rating_sum = s.rating_sum + rated.stars - rated.prior_stars, rating_count = s.rating_count + CASE WHEN rated.prior_stars = 0 THEN 1 ELSE 0 END
     FROM rated WHERE s.material_id = rated.material_id
     RETURNING s.rating_sum AS sum, s.rating_count AS count`,
    [rating.materialId, rating.accountId, rating.stars, rating.note],
  );
  return rows[0] ?? { sum: 0, count: 0 };
}

export interface RatingRow {
  account_id: string;
  stars: number;
  note: string | null;
  updated_at: Date;
  /** The same moment to the microsecond, as the cursor needs it. */
  position: string;
}

/** Newest first. */
export function listRatings(sql: Sql, materialId: string, before: readonly [string, string] | undefined, limit: number): Promise<RatingRow[]> {
  return sql.query<RatingRow>(
    `SELECT account_id, stars, note, updated_at, ${microsOf('updated_at')} AS position FROM ratings
     WHERE material_id = $1 AND ($2::text IS NULL OR (updated_at, account_id) < (${momentAt('$2')}, $3::bigint))
     ORDER BY updated_at DESC, account_id DESC LIMIT $4`,
    [materialId, before?.[0] ?? null, before?.[1] ?? null, limit],
  );
}

/** Ratings per number of stars, one star first. */
export async function ratingHistogram(sql: Sql, materialId: string): Promise<number[]> {
  const rows = await sql.query<{ stars: number; people: number }>(
    `SELECT stars, count(*)::integer AS people FROM ratings WHERE material_id = $1 GROUP BY stars`,
    [materialId],
  );
  const people = new Map(rows.map((row) => [row.stars, row.people]));
  return [1, 2, 3, 4, 5].map((stars) => people.get(stars) ?? 0);
}
