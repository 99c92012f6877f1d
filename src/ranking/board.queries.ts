import type { Sql } from '../platform/database/sql';
import type { Day, PeriodKind } from './periods';

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
  /** Whether the same run lists this contributor among the newcomers. */
  readonly newcomer: boolean;
}

export const CONTRIBUTORS_TOTAL = 'contributors:total';
export const CONTRIBUTORS_NEWCOMERS = 'contributors:newcomers';
export const MATERIALS_TOTAL = 'materials:total';
export const contributorsOfTeam = (teamId: string): string => `contributors:team:${teamId}`;

const RUN_COLUMNS = `id, period, period_start AS start, period_end AS "end", as_of AS "asOf", formula_version AS "formulaVersion", final`;

/** The latest finished run of the period that starts on this day. @param final only one that saw every fact of the period. */
export async function latestRun(
  sql: Sql,
  { period, start, final = false }: { period: PeriodKind; start: Day; final?: boolean },
): Promise<FinishedRun | undefined> {
  const [run] = await sql.query<FinishedRun>(
    `SELECT ${RUN_COLUMNS} FROM ranking_runs
     WHERE state = 'done' AND period = $1 AND period_start = $2 AND (final OR NOT $3)
     ORDER BY as_of DESC, id DESC LIMIT 1`,
    [period, start, final],
  );
  return run;
}

/** Lines of one board in the order of rank, after `afterRank` (0 from the top): read on with the last rank of the page before. */
export async function boardLines(sql: Sql, runId: string, board: string, afterRank: number, limit: number): Promise<BoardLine[]> {
  return sql.query<BoardLine>(
    `SELECT l.rank, l.previous_rank AS "previousRank", l.subject_id AS "subjectId", l.score, l.reuses, l.teams,
            l.rating_mean AS "ratingMean", l.rating_count AS "ratingCount", newcomers.rank IS NOT NULL AS newcomer
     FROM board_lines l
     LEFT JOIN board_lines newcomers
       ON newcomers.run_id = l.run_id AND newcomers.board = $5 AND newcomers.subject_id = l.subject_id
     WHERE l.run_id = $1 AND l.board = $2 AND l.rank > $3
     ORDER BY l.rank LIMIT $4`,
    [runId, board, afterRank, limit, CONTRIBUTORS_NEWCOMERS],
  );
}
