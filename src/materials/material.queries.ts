import { microsOf, momentAt } from '../platform/database/moments';
import type { Sql } from '../platform/database/sql';
import type { Category } from './categories';
import type { MaterialState } from './material.entity';

/** A material with its counters and its pick, as lists and pages show it. */
export interface MaterialRow {
  id: string;
  author_id: string;
  category: Category;
  state: MaterialState;
  body: string;
  comment_text: string | null;
  tags: string[];
  variants: string[];
  version: number;
  created_at: Date;
  published_at: Date | null;
  reuse_count: number;
  team_count: number;
  rating_sum: number;
  rating_count: number;
  pick_note: string | null;
  picked_at: Date | null;
  picked_by: string | null;
}

/** By id; the caller keeps the order it wants. */
export async function findMaterials(sql: Sql, ids: readonly string[]): Promise<Map<string, MaterialRow>> {
  const rows = await sql.query<MaterialRow>(
    `SELECT m.id, m.author_id, m.category, m.state, m.body, m.comment_text, m.tags, m.variants, m.version, m.created_at, m.published_at,
       coalesce(s.reuse_count, 0) AS reuse_count, coalesce(s.team_count, 0) AS team_count,
       coalesce(s.rating_sum, 0) AS rating_sum, coalesce(s.rating_count, 0) AS rating_count,
       p.note AS pick_note, p.picked_at, p.moderator_id AS picked_by
     FROM materials m LEFT JOIN material_stats s ON s.material_id = m.id LEFT JOIN picks p ON p.material_id = m.id
     WHERE m.id = ANY($1::bigint[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** One entry of a page: which material, and where it stands in this order. */
export interface Position {
  id: string;
  key: string;
}

interface Page {
  readonly category: Category | null;
  readonly after: readonly [key: string, id: string] | undefined;
  readonly limit: number;
}

const afterParameters = ({ category, after, limit }: Page): unknown[] => [category, after?.[0] ?? null, after?.[1] ?? null, limit];

/** Hottest first. A category and none are two statements, so that each has an index that ends the search after one page. */
export function hotPage(sql: Sql, page: Page): Promise<Position[]> {
  const inCategory = page.category === null ? '$1::text IS NULL' : 'category = $1';
  return sql.query<Position>(
    `SELECT material_id AS id, hot::text AS key FROM material_stats
     WHERE listed AND ${inCategory} AND ($2::text IS NULL OR (hot, material_id) < ($2::float8, $3::bigint))
     ORDER BY hot DESC, material_id DESC LIMIT $4`,
    afterParameters(page),
  );
}

/** Latest published first. */
export function newPage(sql: Sql, page: Page): Promise<Position[]> {
  const inCategory = page.category === null ? '$1::text IS NULL' : 'category = $1';
  return sql.query<Position>(
    `SELECT id, ${microsOf('published_at')} AS key FROM materials
     WHERE state = 'published' AND ${inCategory} AND ($2::text IS NULL OR (published_at, id) < (${momentAt('$2')}, $3::bigint))
     ORDER BY published_at DESC, id DESC LIMIT $4`,
    afterParameters(page),
  );
}

/** Latest picked first, as far as they are still public. */
export function picksPage(sql: Sql, page: Page): Promise<Position[]> {
  return sql.query<Position>(
    `SELECT p.material_id AS id, ${microsOf('p.picked_at')} AS key FROM picks p JOIN material_stats s USING (material_id)
     WHERE s.listed AND ($1::text IS NULL OR s.category = $1) AND ($2::text IS NULL OR (p.picked_at, p.material_id) < (${momentAt('$2')}, $3::bigint))
     ORDER BY p.picked_at DESC, p.material_id DESC LIMIT $4`,
    afterParameters(page),
  );
}

/** Somebody's public materials, latest published first. */
export function authorPage(sql: Sql, authorId: string, page: Page): Promise<Position[]> {
  return sql.query<Position>(
    `SELECT id, ${microsOf('published_at')} AS key FROM materials
     WHERE author_id = $5 AND state = 'published' AND ($1::text IS NULL OR category = $1)
       AND ($2::text IS NULL OR (published_at, id) < (${momentAt('$2')}, $3::bigint))
     ORDER BY published_at DESC, id DESC LIMIT $4`,
    [...afterParameters(page), authorId],
  );
}

/** One's own materials in every state, latest made first. */
export function ownPage(sql: Sql, authorId: string, page: Page): Promise<Position[]> {
  return sql.query<Position>(
    `SELECT id, id::text AS key FROM materials
     WHERE author_id = $5 AND ($1::text IS NULL OR category = $1) AND ($2::text IS NULL OR id < $3::bigint)
     ORDER BY id DESC LIMIT $4`,
    [...afterParameters(page), authorId],
  );
}

/** Replaces a material's pictures by these, in this order. */
export async function setMaterialImages(tx: Sql, materialId: string, imageIds: readonly string[]): Promise<void> {
  await tx.query(`DELETE FROM material_images WHERE material_id = $1`, [materialId]);
  await tx.query(
    `INSERT INTO material_images (material_id, position, image_id)
     SELECT $1, place - 1, image_id FROM unnest($2::bigint[]) WITH ORDINALITY AS i(image_id, place)`,
    [materialId, imageIds],
  );
}

/** Locks a material for a change of state. */
export async function lockMaterial(tx: Sql, id: string): Promise<{ author_id: string; state: MaterialState; category: Category } | undefined> {
  const rows = await tx.query<{ author_id: string; state: MaterialState; category: Category }>(
    `SELECT author_id, state, category FROM materials WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return rows[0];
}

export async function setState(tx: Sql, id: string, state: Exclude<MaterialState, 'published'>): Promise<void> {
  await tx.query(
    `UPDATE materials SET state = $2, updated_at = now(), retired_at = CASE WHEN $2 = 'retired' THEN now() ELSE retired_at END WHERE id = $1`,
    [id, state],
  );
  await tx.query(`UPDATE material_stats SET listed = false WHERE material_id = $1`, [id]);
}

/** Publishes, with counters and the head start when it is for the first time. */
export async function publish(tx: Sql, id: string, headStart: number): Promise<void> {
  await tx.query(`UPDATE materials SET state = 'published', published_at = coalesce(published_at, now()), updated_at = now(), retired_at = NULL WHERE id = $1`, [id]);
  await tx.query(
    `INSERT INTO material_stats AS s (material_id, category, listed, hot)
     SELECT id, category, true, hot_points($2, published_at) FROM materials WHERE id = $1
     ON CONFLICT (material_id) DO UPDATE SET listed = true, category = excluded.category`,
    [id, headStart],
  );
}

export async function isListed(sql: Sql, id: string): Promise<boolean> {
  return (await sql.query(`SELECT 1 FROM material_stats WHERE material_id = $1 AND listed`, [id])).length > 0;
}

/** Puts a note on why a material works, or rewords it. @returns whether the material is public. */
export async function upsertPick(tx: Sql, pick: { materialId: string; moderatorId: string; note: string }): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO picks AS p (material_id, moderator_id, note, picked_at)
     SELECT material_id, $2, $3, now() FROM material_stats WHERE material_id = $1 AND listed
     ON CONFLICT (material_id) DO UPDATE SET moderator_id = excluded.moderator_id, note = excluded.note
     RETURNING material_id`,
    [pick.materialId, pick.moderatorId, pick.note],
  );
  return rows.length > 0;
}

export async function deletePick(tx: Sql, materialId: string): Promise<boolean> {
  return (await tx.query(`DELETE FROM picks WHERE material_id = $1 RETURNING material_id`, [materialId])).length > 0;
}
