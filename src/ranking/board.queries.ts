import type { Sql } from '../platform/database/sql';
import type { Day, PeriodKind } from './periods';
import type { ContributorParts } from './scores';

/** A finished computation of every board of one period. */
export interface FinishedRun {
  readonly id: string;
  readonly period: PeriodKind;
  readonly start: Day;
  readonly end: Day;
  readonly asOf: Date;
  readonly formulaVersion: number;
  /** Every fact of the period was in when it was computed. Only a final run may be referred to: the others are pruned. */
  readonly final: boolean;
}

/** One line of a board. */
export interface BoardLine {
  readonly rank: number;
  /** In the period before; null for who was not on that board. */
  readonly previousRank: number | null;
  /** An account on the boards of contributors, a material on those of materials. */
  readonly subjectId: string;
  readonly score: number;
  readonly reuses: number;
  readonly teams: number;
  readonly ratingMean: number | null;
  readonly ratingCount: number;
}

export const CONTRIBUTORS_TOTAL = 'contributors:total';
export const CONTRIBUTORS_NEWCOMERS = 'contributors:newcomers';
export const MATERIALS_TOTAL = 'materials:total';
export const contributorsOfTeam = (teamId: string): string => `contributors:team:${teamId}`;

const RUN_COLUMNS = `id, period, period_start AS start, period_end AS "end", as_of AS "asOf", formula_version AS "formulaVersion", final`;
const LINE_COLUMNS = `l.rank, l.previous_rank AS "previousRank", l.subject_id AS "subjectId", l.score, l.reuses, l.teams,
                      l.rating_mean AS "ratingMean", l.rating_count AS "ratingCount"`;

/** Who was suspended and what was hidden since the run was computed is left out at once; nobody else's rank changes by it. */
const VISIBLE_CONTRIBUTORS = `JOIN accounts a ON a.id = l.subject_id AND a.state = 'active'`;
const VISIBLE_MATERIALS = `JOIN materials m ON m.id = l.subject_id AND m.state = 'published'
                           JOIN accounts a ON a.id = m.author_id AND a.state = 'active'`;

/** The latest finished run of the period that starts on this day. @param final only one that saw every fact of the period. */
export async function latestRun(
  sql: Sql,
  { period, start, final = false }: { period: PeriodKind; start: Day; final?: boolean },
): Promise<FinishedRun | undefined> {
  const rows = await sql.query<FinishedRun>(
    `SELECT ${RUN_COLUMNS} FROM ranking_runs
     WHERE state = 'done' AND period = $1 AND period_start = $2 AND (final OR NOT $3)
     ORDER BY as_of DESC, id DESC LIMIT 1`,
    [period, start, final],
  );
  return rows[0];
}

/** @returns undefined once it is pruned. */
export async function finishedRun(sql: Sql, id: string): Promise<FinishedRun | undefined> {
  return (await sql.query<FinishedRun>(`SELECT ${RUN_COLUMNS} FROM ranking_runs WHERE id = $1 AND state = 'done'`, [id]))[0];
}

/** Lines of one board in the order of rank, after `afterRank` (0 from the top): read on with the last rank of the page before. */
export async function boardLines(sql: Sql, runId: string, board: string, afterRank: number, limit: number): Promise<BoardLine[]> {
  return sql.query<BoardLine>(
    `SELECT ${LINE_COLUMNS} FROM board_lines l ${board === MATERIALS_TOTAL ? VISIBLE_MATERIALS : VISIBLE_CONTRIBUTORS}
     WHERE l.run_id = $1 AND l.board = $2 AND l.rank > $3
     ORDER BY l.rank LIMIT $4`,
    [runId, board, afterRank, limit],
  );
}

/** A contributor's line, and who stands just before. */
export async function contributorLine(
  sql: Sql,
  runId: string,
  board: string,
  accountId: string,
): Promise<(BoardLine & { readonly ahead: { readonly rank: number; readonly score: number } | null }) | undefined> {
  const rows = await sql.query<BoardLine & { ahead: { rank: number; score: number } | null }>(
    `SELECT line.*, (
       SELECT json_build_object('rank', l.rank, 'score', l.score) FROM board_lines l ${VISIBLE_CONTRIBUTORS}
       WHERE l.run_id = $1 AND l.board = $2 AND l.rank < line.rank ORDER BY l.rank DESC LIMIT 1
     ) AS ahead
     FROM (SELECT ${LINE_COLUMNS} FROM board_lines l ${VISIBLE_CONTRIBUTORS}
           WHERE l.run_id = $1 AND l.board = $2 AND l.subject_id = $3) line`,
    [runId, board, accountId],
  );
  return rows[0];
}

/** What a contributor's score is made of, the same on every board of the run. */
export async function contributorParts(sql: Sql, runId: string, accountId: string): Promise<ContributorParts | undefined> {
  const rows = await sql.query<{ parts: ContributorParts }>(
    `SELECT parts FROM board_lines WHERE run_id = $1 AND board = $2 AND subject_id = $3`,
    [runId, CONTRIBUTORS_TOTAL, accountId],
  );
  return rows[0]?.parts;
}

/** How often somebody copied their own materials in the run's period: written down, never scored. */
export async function ownCopies(sql: Sql, run: FinishedRun, accountId: string): Promise<number> {
  const rows = await sql.query<{ copies: number }>(
    `SELECT count(*)::int AS copies FROM reuse_events
     WHERE account_id = $1 AND refusal = 'own-material' AND day >= $2 AND day < $3 AND recorded_at <= $4`,
    [accountId, run.start, run.end, run.asOf],
  );
  return rows[0]?.copies ?? 0;
}
