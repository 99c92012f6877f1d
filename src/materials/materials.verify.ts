import type { Sql } from '../platform/database/sql';
import { violations, type Checks } from '../platform/database/violations';
import { VARIANTS, type VariantName } from '../platform/images/transform-image';
import type { FileStore } from '../platform/storage/file-store';
import { variantKey } from './images.jobs';

const CHECKS: Checks = {
  'listed is not the same as published': `
    SELECT m.id, m.state, s.listed FROM materials m LEFT JOIN material_stats s ON s.material_id = m.id
    WHERE (m.state = 'published') <> coalesce(s.listed, false) OR s.category <> m.category`,
  'waits for a review that is not open': `
    SELECT m.id, m.state FROM materials m
    WHERE (m.state = 'in_review') <> EXISTS (SELECT FROM reviews r WHERE r.subject_kind = 'material' AND r.subject_id = m.id AND r.state = 'open')`,
  'shows a picture that is not ready': `
    SELECT mi.material_id, mi.image_id FROM material_images mi JOIN materials m ON m.id = mi.material_id JOIN images i ON i.id = mi.image_id JOIN pictures p USING (sha256)
    WHERE m.state = 'published' AND p.state = 'processing'`,
};

/** @returns one line per violation; with a store also for every file that is missing. */
export async function verifyMaterials(sql: Sql, store?: FileStore): Promise<string[]> {
  const lines = await violations(sql, 'materials', CHECKS);
  return store ? [...lines, ...(await missingFiles(sql, store))] : lines;
}

async function missingFiles(sql: Sql, store: FileStore): Promise<string[]> {
  const lines: string[] = [];
  const ready = await sql.query<{ sha256: string }>(`SELECT encode(sha256, 'hex') AS sha256 FROM pictures WHERE state = 'ready'`);
  for (const { sha256 } of ready) {
    for (const variant of Object.keys(VARIANTS) as VariantName[]) {
      if (!(await store.exists(variantKey(sha256, variant)))) lines.push(`materials: a file is missing: ${variantKey(sha256, variant)}`);
    }
  }
  return lines;
}
