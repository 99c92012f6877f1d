import type { Sql } from '../platform/database/sql';
import { violations, type Checks } from '../platform/database/violations';
import { FORMULA_VERSION, OTHER_TEAM_WEIGHT, OWN_TEAM_WEIGHT, RUNG_WEIGHTS } from './scores';

/** Every board against itself. Runs that tests or imports wrote without parts are no runs of ours. */
const CHECKS: Checks = {
  'a board is not in the order of its scores': `
    SELECT run_id, board, rank FROM (
      SELECT run_id, board, rank, score, lag(score) OVER places AS above, row_number() OVER places AS place
      FROM board_lines WINDOW places AS (PARTITION BY run_id, board ORDER BY rank)) AS line
    WHERE rank <> place OR score > above`,
  'a run does not have the lines it says': `
    SELECT run.id, run.state, run.contributors, run.materials FROM ranking_runs run
    LEFT JOIN (SELECT run_id, count(*) FILTER (WHERE board = 'contributors:total') AS contributors,
                 count(*) FILTER (WHERE board = 'materials:total') AS materials, count(*) AS lines
               FROM board_lines GROUP BY run_id) AS line ON line.run_id = run.id
    WHERE coalesce(line.contributors, 0) <> run.contributors OR coalesce(line.materials, 0) <> run.materials
      OR (run.state <> 'done' AND line.lines > 0)`,
  'a score is not what it is said to be made of': `
    SELECT run_id, board, rank, score FROM board_lines
    WHERE abs(score - (parts ->> 'reuseScore')::float8 * (parts ->> 'qualityFactor')::float8) > 1e-6
      OR abs((parts ->> 'reuseScore')::float8 - (parts -> 'rest' ->> 'points')::float8
             - (SELECT sum((team ->> 'points')::float8) FROM jsonb_array_elements(parts -> 'teams') AS team)) > 1e-6`,
  'a line differs from the total board of its run': `
    SELECT line.run_id, line.board, line.rank FROM board_lines line
    LEFT JOIN board_lines total ON total.run_id = line.run_id AND total.board = 'contributors:total' AND total.subject_id = line.subject_id
    WHERE line.board LIKE 'contributors:%' AND (line.score, line.reuses, line.teams) IS DISTINCT FROM (total.score, total.reuses, total.teams)`,
};

/**
 * The final boards of contributors against the events themselves, by the formula written once more. Authors whose materials were
 * removed since are left out: removal takes away what the run still counted. $1 formula version, $2 weights by rung, $3 of the own
 * team, $4 of another team.
 */
const FROM_EVENTS: Checks = {
  'a final board is not what the events say': `
    WITH days AS (
      SELECT run.id AS run_id, run.period_start + n AS day
      FROM ranking_runs run CROSS JOIN LATERAL generate_series(0, run.period_end - run.period_start - 1) AS n
      WHERE run.final AND run.formula_version = $1
    ), pairs AS (
      SELECT days.run_id, reuse.author_id, reuse.team_id, reuse.own_team, event.account_id, event.material_id,
             max(($2::float8[])[CASE event.kind
               WHEN 'copied' THEN 1 WHEN 'saved' THEN 2 WHEN 'poster' THEN 2 WHEN 'sent' THEN 3 WHEN 'clicked' THEN 4 ELSE 5 END]) AS weight
      FROM reuse_events event JOIN days ON days.day = event.day JOIN reuses reuse USING (material_id, account_id)
      WHERE event.refusal IS NULL GROUP BY 1, 2, 3, 4, 5, 6
    ), people AS (
      SELECT run_id, author_id, team_id, own_team, account_id, sum(weight) AS weights, count(*) AS pairs FROM pairs GROUP BY 1, 2, 3, 4, 5
    ), shares AS (
      SELECT run_id, author_id, sum(pairs) AS pairs,
             CASE WHEN own_team THEN $3::float8 ELSE $4::float8 END * sqrt(sum(ln(1 + weights) / ln(2))) AS points
      FROM people GROUP BY run_id, author_id, team_id, own_team
    ), told AS (
      SELECT run_id, author_id, sum(points) AS points, sum(pairs) AS reuses FROM shares GROUP BY 1, 2
    )
    SELECT line.run_id, line.subject_id, line.reuses, told.reuses AS events, (line.parts ->> 'reuseScore')::float8 AS "reuseScore", told.points
    FROM board_lines line JOIN ranking_runs run ON run.id = line.run_id AND run.final AND run.formula_version = $1
    LEFT JOIN told ON told.run_id = line.run_id AND told.author_id = line.subject_id
    WHERE line.board = 'contributors:total' AND line.parts ? 'reuseScore'
      AND NOT EXISTS (SELECT FROM materials m WHERE m.author_id = line.subject_id AND m.state = 'removed')
      AND (line.reuses IS DISTINCT FROM told.reuses OR abs((line.parts ->> 'reuseScore')::float8 - told.points) > 1e-6)`,
};

/** @returns one line per difference; none when all is well. */
export async function verifyRanking(sql: Sql): Promise<string[]> {
  return [
    ...(await violations(sql, 'ranking', CHECKS)),
    ...(await violations(sql, 'ranking', FROM_EVENTS, [FORMULA_VERSION, RUNG_WEIGHTS, OWN_TEAM_WEIGHT, OTHER_TEAM_WEIGHT])),
  ];
}
