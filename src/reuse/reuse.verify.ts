import type { Sql } from '../platform/database/sql';
import { violations, type Checks } from '../platform/database/violations';
import { HEAD_START } from '../materials/hot-score';
import { HOT_WEIGHTS } from './rungs';

const RUNG = `CASE e.kind WHEN 'copied' THEN 1 WHEN 'saved' THEN 2 WHEN 'poster' THEN 2 WHEN 'sent' THEN 3 WHEN 'clicked' THEN 4 ELSE 5 END`;

/** Recounts everything that was counted from the events themselves. */
const CHECKS: Checks = {
  'a reuse is not what its events say': `
    SELECT material_id, account_id, r.rung, told.rung AS events FROM reuses r
    FULL JOIN (SELECT material_id, account_id, max(${RUNG}) AS rung FROM reuse_events e WHERE refusal IS NULL GROUP BY 1, 2) AS told
      USING (material_id, account_id)
    WHERE r.rung IS DISTINCT FROM told.rung`,
  'a day of a reuse is not what its events say': `
    SELECT day, material_id, account_id, d.rung, told.rung AS events FROM reuse_days d
    FULL JOIN (SELECT day, material_id, account_id, max(${RUNG}) AS rung FROM reuse_events e WHERE refusal IS NULL GROUP BY 1, 2, 3) AS told
      USING (day, material_id, account_id)
    WHERE d.rung IS DISTINCT FROM told.rung`,
  'a day names another author or team than its reuse': `
    SELECT d.day, d.material_id, d.account_id FROM reuse_days d JOIN reuses r USING (material_id, account_id)
    WHERE (d.author_id, d.own_team) <> (r.author_id, r.own_team) OR d.team_id IS DISTINCT FROM r.team_id`,
  'reuse count or team count is off': `
    SELECT s.material_id, s.reuse_count, s.team_count, coalesce(told.pairs, 0) AS pairs, coalesce(told.teams, 0) AS teams FROM material_stats s
    LEFT JOIN (SELECT material_id, count(*) AS pairs, count(DISTINCT team_id) AS teams FROM reuses GROUP BY 1) AS told USING (material_id)
    WHERE (s.reuse_count, s.team_count) <> (coalesce(told.pairs, 0), coalesce(told.teams, 0))`,
  'rating sums are off': `
    SELECT s.material_id, s.rating_sum, s.rating_count FROM material_stats s
    LEFT JOIN (SELECT material_id, sum(stars) AS stars, count(*) AS people FROM ratings GROUP BY 1) AS told USING (material_id)
    WHERE (s.rating_sum, s.rating_count) <> (coalesce(told.stars, 0), coalesce(told.people, 0))`,
  // Summed relative to the present hot score, so that no power overflows.
  'hot score is not the decayed sum of its reuses': `
    SELECT s.material_id, s.hot FROM material_stats s JOIN materials m ON m.id = s.material_id
    LEFT JOIN LATERAL (
      SELECT sum(power(2, greatest(hot_points(($1::float8[])[d.first_rung], d.first_at) - s.hot, -60))) AS share FROM reuse_days d WHERE d.material_id = s.material_id
    ) AS told ON true
    WHERE abs(coalesce(told.share, 0) + power(2, greatest(hot_points(${HEAD_START}, m.published_at) - s.hot, -60)) - 1) > 1e-6`,
};

export function verifyReuse(sql: Sql): Promise<string[]> {
  return violations(sql, 'reuse', CHECKS, [HOT_WEIGHTS]);
}
