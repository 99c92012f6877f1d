import { onlyRow, type Sql } from '../../src/platform/database/sql';
import type { Plan } from '../../src/rewards/plan';

export interface BoardEntry {
  readonly accountId: string;
  /** Score points; the entries come in the order of rank. */
  readonly score: number;
  readonly newcomer?: boolean;
}

/** Writes a final run of a closed week as the ranking would. Monday of that week is `start`. */
export async function finalRun(sql: Sql, start: string, board: readonly BoardEntry[]): Promise<string> {
  const { id } = onlyRow(
    await sql.query<{ id: string }>(
      `INSERT INTO ranking_runs (period, period_start, period_end, state, formula_version, as_of, finished_at, final)
       VALUES ('week', $1::date, $1::date + 7, 'done', 1, now(), now(), true) RETURNING id`,
      [start],
    ),
  );
  await writeBoard(sql, id, 'contributors:total', board);
  await writeBoard(
    sql,
    id,
    'contributors:newcomers',
    board.filter((entry) => entry.newcomer),
  );
  return id;
}

async function writeBoard(sql: Sql, runId: string, board: string, entries: readonly BoardEntry[]): Promise<void> {
  await sql.query(
    `INSERT INTO board_lines (run_id, board, rank, subject_id, score, reuses, teams, rating_count)
     SELECT $1, $2, rank, subject_id, score, 1, 1, 0
     FROM unnest($3::bigint[], $4::float8[]) WITH ORDINALITY AS entry (subject_id, score, rank)`,
    [runId, board, entries.map((entry) => entry.accountId), entries.map((entry) => entry.score)],
  );
}

/** So many promoters at once; nobody signs in as one of them. */
export async function crowd(sql: Sql, size: number): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `INSERT INTO accounts (name, display_name, password_hash)
     SELECT 'c-' || gen_random_uuid(), '群众' || n, 'none' FROM generate_series(1, $1::integer) AS n RETURNING id`,
    [size],
  );
  return rows.map((row) => row.id);
}

/** The body of `POST /api/reward-rounds`. */
export function planFor(start: string, overrides: Partial<Omit<Plan, 'version'>> = {}): { plan: Omit<Plan, 'version'> } {
  const rules: Plan['rules'] = [
    { kind: 'score-share', percent: 70 },
    { kind: 'rank-prizes', prizes: ['5000', '3000'] },
    { kind: 'newcomer-share', percent: 10 },
  ];
  return {
    plan: {
      name: `${start} 那一周`,
      period: 'week',
      at: start,
      budget: '60000',
      rules,
      capPerPerson: '30000',
      minimumScore: 1,
      holdDays: 7,
      ...overrides,
    },
  };
}
