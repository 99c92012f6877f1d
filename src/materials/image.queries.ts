import type { Sql } from '../platform/database/sql';

/** An upload with the state of its content. */
export interface ImageRow {
  id: string;
  owner_id: string;
  key: string;
  state: 'processing' | 'ready' | 'refused';
  refusal: string | null;
  width: number;
  height: number;
}

const IMAGE = `i.id, i.owner_id, i.key, p.state, p.refusal, p.width, p.height`;

/** Adds an upload; the content is new only if nobody uploaded the same bytes before. */
export async function insertImage(
  tx: Sql,
  image: { ownerId: string; key: string; sha256: Buffer; bytes: number; width: number; height: number },
): Promise<ImageRow> {
  await tx.query(`INSERT INTO pictures (sha256, bytes, width, height) VALUES ($1, $2, $3, $4) ON CONFLICT (sha256) DO NOTHING`, [
    image.sha256,
    image.bytes,
    image.width,
    image.height,
  ]);
  const rows = await tx.query<ImageRow>(
    `WITH i AS (INSERT INTO images (owner_id, sha256, key) VALUES ($1, $2, $3) RETURNING *)
     SELECT ${IMAGE} FROM i JOIN pictures p USING (sha256)`,
    [image.ownerId, image.sha256, image.key],
  );
  return rows[0]!;
}

export async function findImage(sql: Sql, id: string): Promise<ImageRow | undefined> {
  return (await sql.query<ImageRow>(`SELECT ${IMAGE} FROM images i JOIN pictures p USING (sha256) WHERE i.id = $1`, [id]))[0];
}

/** Where the bytes of a served address lie, if they may be served. */
export async function findServable(sql: Sql, key: string): Promise<{ sha256: string } | undefined> {
  const rows = await sql.query<{ sha256: string }>(
    `SELECT encode(p.sha256, 'hex') AS sha256 FROM images i JOIN pictures p USING (sha256) WHERE i.key = $1 AND p.state = 'ready'`,
    [key],
  );
  return rows[0];
}

/** Pictures of several materials in the author's order, one statement for a page. */
export async function findMaterialImages(sql: Sql, materialIds: readonly string[]): Promise<Map<string, ImageRow[]>> {
  const rows = await sql.query<ImageRow & { material_id: string }>(
    `SELECT mi.material_id, ${IMAGE} FROM material_images mi JOIN images i ON i.id = mi.image_id JOIN pictures p USING (sha256)
     WHERE mi.material_id = ANY($1::bigint[]) ORDER BY mi.material_id, mi.position`,
    [materialIds],
  );
  const byMaterial = new Map<string, ImageRow[]>();
  for (const row of rows) {
    const images = byMaterial.get(row.material_id);
    if (images) images.push(row);
    else byMaterial.set(row.material_id, [row]);
  }
  return byMaterial;
}

/** Which of these the owner may put into a material. */
export async function usableImages(sql: Sql, ownerId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await sql.query<{ id: string }>(
    `SELECT i.id FROM images i JOIN pictures p USING (sha256) WHERE i.id = ANY($1::bigint[]) AND i.owner_id = $2 AND p.state <> 'refused'`,
    [ids, ownerId],
  );
  return new Set(rows.map((row) => row.id));
}

/** States of a material's pictures, for whoever is about to publish it. */
export async function imageStates(sql: Sql, materialId: string): Promise<ImageRow['state'][]> {
  const rows = await sql.query<{ state: ImageRow['state'] }>(
    `SELECT p.state FROM material_images mi JOIN images i ON i.id = mi.image_id JOIN pictures p USING (sha256) WHERE mi.material_id = $1`,
    [materialId],
  );
  return rows.map((row) => row.state);
}

/** Contents whose bell may have been lost. */
export async function processingPictures(sql: Sql, limit: number): Promise<string[]> {
  const rows = await sql.query<{ sha256: string }>(
    `SELECT encode(sha256, 'hex') AS sha256 FROM pictures WHERE state = 'processing' ORDER BY created_at LIMIT $1`,
    [limit],
  );
  return rows.map((row) => row.sha256);
}

/** Only a picture that is still processing becomes ready: a second worker that comes late changes nothing. */
export async function markReady(sql: Sql, sha256: string, made: { width: number; height: number; dhash: bigint; phash: bigint }): Promise<void> {
  await sql.query(
    `UPDATE pictures SET state = 'ready', width = $2, height = $3, dhash = $4, phash = $5, processed_at = now()
     WHERE sha256 = decode($1, 'hex') AND state = 'processing'`,
    [sha256, made.width, made.height, made.dhash.toString(), made.phash.toString()],
  );
}

export async function markRefused(sql: Sql, sha256: string, refusal: string): Promise<void> {
  await sql.query(
    `UPDATE pictures SET state = 'refused', refusal = $2, processed_at = now() WHERE sha256 = decode($1, 'hex') AND state = 'processing'`,
    [sha256, refusal],
  );
}

export async function isProcessing(sql: Sql, sha256: string): Promise<boolean> {
  return (await sql.query(`SELECT 1 FROM pictures WHERE sha256 = decode($1, 'hex') AND state = 'processing'`, [sha256])).length > 0;
}
