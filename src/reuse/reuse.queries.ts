import { onlyRow, type PreparedSql, type Sql } from '../platform/database/sql';
import { COUNT_REUSES } from './count-reuses';
import type { NotCounted } from './reuse.dto';
import { HOT_WEIGHTS, RUNG_OF, type ReuseKind } from './rungs';

/** One act, as it is to be recorded. */
export interface ReuseEvent {
  readonly id: string;
  readonly accountId: string;
  readonly materialId: string;
  readonly kind: ReuseKind;
}

/** What became of an event in its batch. */
export interface Outcome {
  readonly id: string;
  /** False when this id had been recorded before. */
  readonly fresh: boolean;
  readonly verdict: Exclude<NotCounted, 'repeat' | 'already-counted'> | null;
  readonly added: boolean;
  /** Exact when the event added something; otherwise as the statement saw it when it began. */
  readonly reuseCount: number;
}

/** @param events with distinct ids. @returns no line for events of materials that were never published. */
export function countReuses(sql: PreparedSql, events: readonly ReuseEvent[], rules: { timeZone: string; dailyCap: number }): Promise<Outcome[]> {
  return sql.prepared<Outcome>('count-reuses', COUNT_REUSES, [
    events.map((event) => event.id),
    events.map((event) => event.accountId),
    events.map((event) => event.materialId),
    events.map((event) => event.kind),
    events.map((event) => RUNG_OF[event.kind]),
    HOT_WEIGHTS,
    rules.timeZone,
    rules.dailyCap,
  ]);
}

/** What an id was recorded as, to tell a repeat from a conflict. */
export async function findEvent(sql: Sql, id: string): Promise<ReuseEvent | undefined> {
  const rows = await sql.query<ReuseEvent>(
    `SELECT id, account_id AS "accountId", material_id AS "materialId", kind FROM reuse_events WHERE id = $1`,
    [id],
  );
  return rows[0];
}

/** Promoters who have reused a published material, ever, as of now. */
export async function findReuseCount(sql: Sql, materialId: string): Promise<number> {
  const rows = await sql.query<{ count: number }>(`SELECT reuse_count AS count FROM material_stats WHERE material_id = $1`, [materialId]);
  return onlyRow(rows).count;
}

interface MarkRow {
  material_id: string;
  first_at: Date;
  saved_at: Date | null;
  sent_at: Date | null;
  stars: number | null;
  note: string | null;
}

/** How far this promoter got with each of these materials; materials they never reused have no row. */
export function findMarks(sql: Sql, accountId: string, materialIds: readonly string[]): Promise<MarkRow[]> {
  return sql.query<MarkRow>(
    `SELECT r.material_id, r.first_at, r.saved_at, r.sent_at, g.stars, g.note
     FROM reuses r LEFT JOIN ratings g ON g.material_id = r.material_id AND g.account_id = r.account_id
     WHERE r.account_id = $1 AND r.material_id = ANY($2::bigint[])`,
    [accountId, materialIds],
  );
}
