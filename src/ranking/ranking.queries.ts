import { onlyRow, type Sql } from '../platform/database/sql';
import type { Period } from './periods';
import { RUNG_WEIGHTS, type Stars } from './scores';

/** What the score of one author, or of one material, is computed from. */
export interface Statistics {
  readonly subjectId: string;
  /** One entry per team share in each of these four; there may be millions of shares, and this is how the server writes them fastest. */
  readonly teamIds: readonly (string | null)[];
  readonly ownTeams: readonly boolean[];
  readonly copiers: readonly number[];
  readonly logSums: readonly number[];
  /** Pairs of promoter and material. */
  readonly reuses: number;
  /** PostgreSQL's own text, to the microsecond: it breaks ties. */
  readonly firstAt: string;
  readonly starsSum: number;
  readonly starsCount: number;
}

export interface AuthorStatistics extends Statistics {
  readonly teamId: string | null;
  readonly newcomer: boolean;
}

/** One subject with its score, ready to be ranked on these boards. */
export interface Scored {
  readonly subjectId: string;
  readonly boards: readonly string[];
  readonly score: number;
  readonly firstAt: string;
  readonly reuses: number;
  readonly teams: number;
  readonly ratingMean: number | null;
  readonly ratingCount: number;
  readonly parts: object;
}

const NEWCOMER_HOURS = 30 * 24;
const ROWS_PER_FETCH = 2_000;

/** A pair counts once in a period, at the highest rung it reached in it; it belongs to the team where it began, whatever came later. */
const PAIRS_OF_PERIOD = `
  SELECT author_id, material_id, account_id, team_id, own_team, max(rung) AS rung, min(first_at) AS first_at
  FROM reuse_days WHERE day >= $1 AND day < $2
  GROUP BY author_id, material_id, account_id, team_id, own_team`;

const PAIRS_OF_ALL_TIME = `
  SELECT author_id, material_id, account_id, team_id, own_team, rung, first_at FROM reuses WHERE $1::date < $2::date`;

/** What each copier of an author did with all of the author's materials. A material's copier did only one thing. */
const COPIERS_OF_AUTHORS = `
  SELECT author_id AS subject_id, team_id, own_team, sum(($3::float8[])[rung]) AS weights, count(*)::int AS pairs, min(first_at) AS first_at
  FROM pairs GROUP BY author_id, team_id, own_team, account_id`;

const COPIERS_OF_MATERIALS = `
  SELECT material_id AS subject_id, team_id, own_team, ($3::float8[])[rung] AS weights, 1 AS pairs, first_at FROM pairs`;

/**
 * Pairs → copiers → teams → one row per subject. What a moderator removed counts for nobody. Logarithms are added up in whole units of
 * 2^-38, which is exact up to 2^15: the same facts have the same digits whatever order the server took them in.
 */
function statistics(copiers: string, period: Period): string {
  return `
    WITH all_pairs AS (${period.kind === 'all' ? PAIRS_OF_ALL_TIME : PAIRS_OF_PERIOD}),
    pairs AS (SELECT * FROM all_pairs WHERE material_id NOT IN (SELECT id FROM materials WHERE state = 'removed')),
    copiers AS (${copiers}),
    team_shares AS (
      SELECT subject_id, team_id, own_team, count(*) AS copiers, sum(round(ln(1 + weights) / ln(2) * 2 ^ 38)) / 2 ^ 38 AS log_sum,
             sum(pairs)::int AS pairs, min(first_at) AS first_at
      FROM copiers GROUP BY subject_id, team_id, own_team
    )
    SELECT subject_id, sum(pairs)::int AS reuses, min(first_at) AS first_at,
           array_to_json(array_agg(team_id::text)) AS team_ids, array_to_json(array_agg(own_team)) AS own_teams,
           array_to_json(array_agg(copiers)) AS copiers, array_to_json(array_agg(log_sum)) AS log_sums
    FROM team_shares GROUP BY subject_id`;
}

const COLUMNS = `f.subject_id AS "subjectId", f.team_ids AS "teamIds", f.own_teams AS "ownTeams", f.copiers, f.log_sums AS "logSums",
                 f.reuses, f.first_at::text AS "firstAt",
                 coalesce(stars.sum, 0)::int AS "starsSum", coalesce(stars.count, 0)::int AS "starsCount"`;

/** Every active author somebody reused in the period, in batches; run it inside a transaction. */
export function authorStatistics(sql: Sql, period: Period, timeZone: string): AsyncGenerator<AuthorStatistics[]> {
  return streamed<AuthorStatistics>(
    sql,
    `SELECT ${COLUMNS}, a.team_id AS "teamId",
            a.created_at > least(now(), $2::date::timestamp AT TIME ZONE $4) - make_interval(hours => $5) AS newcomer
     FROM (${statistics(COPIERS_OF_AUTHORS, period)}) f
     JOIN accounts a ON a.id = f.subject_id AND a.state = 'active'
     LEFT JOIN (SELECT m.author_id, sum(s.rating_sum) AS sum, sum(s.rating_count) AS count
                FROM material_stats s JOIN materials m ON m.id = s.material_id
                WHERE s.rating_count > 0 AND m.state <> 'removed' GROUP BY m.author_id) stars ON stars.author_id = f.subject_id`,
    [period.start, period.end, RUNG_WEIGHTS, timeZone, NEWCOMER_HOURS],
  );
}

/** Every published material of an active author that somebody reused in the period, in batches. */
export function materialStatistics(sql: Sql, period: Period): AsyncGenerator<Statistics[]> {
  return streamed<Statistics>(
    sql,
    `SELECT ${COLUMNS}
     FROM (${statistics(COPIERS_OF_MATERIALS, period)}) f
     JOIN materials m ON m.id = f.subject_id AND m.state = 'published'
     JOIN accounts a ON a.id = m.author_id AND a.state = 'active'
     LEFT JOIN (SELECT material_id, rating_sum AS sum, rating_count AS count FROM material_stats) stars ON stars.material_id = f.subject_id`,
    [period.start, period.end, RUNG_WEIGHTS],
  );
}

/** A cursor of the server: memory here stays flat however many authors there are. */
async function* streamed<Row>(sql: Sql, text: string, parameters: readonly unknown[]): AsyncGenerator<Row[]> {
  await sql.query(`DECLARE statistics NO SCROLL CURSOR FOR ${text}`, parameters);
  for (;;) {
    const rows = await sql.query<Row>(`FETCH FORWARD ${ROWS_PER_FETCH} FROM statistics`);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql.query(`CLOSE statistics`);
}

/** All stars of the site, the prior of every mean. */
export async function siteStars(sql: Sql): Promise<Stars> {
  return onlyRow(
    await sql.query<Stars>(`SELECT coalesce(sum(rating_sum), 0)::float8 AS sum, coalesce(sum(rating_count), 0)::float8 AS count FROM material_stats`),
  );
}

/**
 * Makes the transaction see one moment of the hub from here to its end, and lets it take its time: a run over millions of facts
 * is no request. Must come before its first query.
 */
export async function beginRun(sql: Sql): Promise<void> {
  await sql.query(`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`);
  await sql.query(
    `SELECT set_config('statement_timeout', '15min', true), set_config('work_mem', '64MB', true), set_config('cursor_tuple_fraction', '1', true)`,
  );
}

/** Where scores wait to be ranked; gone when the transaction ends, however it ends. */
export async function createScores(sql: Sql): Promise<void> {
  await sql.query(
    `CREATE TEMPORARY TABLE ranking_scores (
       place bigint GENERATED ALWAYS AS IDENTITY, subject_id bigint, boards text[], score float8, first_at timestamptz,
       reuses integer, teams integer, rating_mean float8, rating_count integer, parts jsonb
     ) ON COMMIT DROP`,
  );
}

export async function insertScores(sql: Sql, scores: readonly Scored[]): Promise<void> {
  await sql.query(
    `INSERT INTO ranking_scores (subject_id, boards, score, first_at, reuses, teams, rating_mean, rating_count, parts)
     SELECT "subjectId", boards, score, "firstAt", reuses, teams, "ratingMean", "ratingCount", parts
     FROM json_to_recordset($1::json) AS s("subjectId" bigint, boards text[], score float8, "firstAt" timestamptz,
                                           reuses integer, teams integer, "ratingMean" float8, "ratingCount" integer, parts jsonb)`,
    [JSON.stringify(scores)],
  );
}

/**
 * Ranks the waiting scores on each of their boards: higher score, then earlier first reuse, then smaller id.
 * @param runBefore the run whose ranks are the previous ones.
 */
export async function writeBoards(sql: Sql, runId: string, runBefore: string | undefined): Promise<void> {
  await sql.query(`ANALYZE ranking_scores`);
  await sql.query(
    `INSERT INTO board_lines (run_id, board, rank, previous_rank, subject_id, score, reuses, teams, rating_mean, rating_count, parts)
     SELECT $1, n.board, n.rank, before.rank, s.subject_id, s.score, s.reuses, s.teams, s.rating_mean, s.rating_count,
            CASE WHEN n.board LIKE '%:total' THEN s.parts ELSE '{}' END
     FROM (SELECT board, place, row_number() OVER (PARTITION BY board ORDER BY score DESC, first_at, subject_id) AS rank
           FROM ranking_scores CROSS JOIN LATERAL unnest(boards) AS board) n
     JOIN ranking_scores s USING (place)
     LEFT JOIN board_lines before ON before.run_id = $2 AND before.board = n.board AND before.subject_id = s.subject_id`,
    [runId, runBefore ?? null],
  );
}

/**
 * A fingerprint of everything a board depends on: reuses are only ever recorded for the day it is, so those of earlier days need
 * no looking at. Equal fingerprints mean that a new run would say what the last one said.
 */
export async function fingerprint(sql: Sql, timeZone: string): Promise<string> {
  const rows = await sql.query<{ facts: string }>(
    `SELECT concat((now() AT TIME ZONE $1)::date,
       '.', (SELECT bit_xor(hash_record_extended((material_id, account_id, rung), 0)) FROM reuse_days WHERE day = (now() AT TIME ZONE $1)::date),
       '.', (SELECT bit_xor(hash_record_extended((material_id, reuse_count, rating_count, rating_sum), 0)) FROM material_stats),
       '.', (SELECT bit_xor(hash_record_extended((id, state), 0)) FROM materials),
       '.', (SELECT bit_xor(hash_record_extended((id, state, team_id), 0)) FROM accounts)) AS facts`,
    [timeZone],
  );
  return onlyRow(rows).facts;
}
