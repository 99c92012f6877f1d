/**
 * Counts one batch of reuse events in one statement, and therefore in one commit: either an event is stored with everything it adds, or
 * nothing of it is.
 *
 * What makes it exact: `reuse_events.id` (an event counts once), `reuses` (material, account) and `reuse_days` (day, material, account) —
 * each `ON CONFLICT` waits for whoever is writing the same row and then sees what they wrote, which `RETURNING prior_rung` reports.
 * No count is ever read, added to and written back.
 *
 * Lock order, the same in every process: events by id, then reuses, days and teams by (material, account), then stats by material. Each
 * step is sorted, and the sort drains the step before it, so two batches wait for each other but never in a circle.
 *
 * Parameters: $1 ids uuid[], $2 accounts bigint[], $3 materials bigint[], $4 kinds text[], $5 rungs smallint[], $6 weights by rung float8[],
 * $7 time zone of the periods, $8 daily cap. Events of materials that were never published are left out of the answer.
 */
export const COUNT_REUSES = `
WITH clock AS (
  SELECT now() AS at, (now() AT TIME ZONE $7)::date AS day
),
input AS (
  SELECT i.id, i.account_id, i.material_id, i.kind, i.rung,
    m.author_id, a.team_id, coalesce(a.team_id = author.team_id, false) AS own_team, s.reuse_count,
    CASE WHEN m.author_id = i.account_id THEN 'own-material'
         WHEN a.state <> 'active' THEN 'suspended'
         WHEN NOT s.listed THEN 'not-published' END AS refusal,
    (SELECT true FROM reuse_days d WHERE d.day = clock.day AND d.material_id = i.material_id AND d.account_id = i.account_id) AS used_today
  FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::text[], $5::smallint[]) AS i(id, account_id, material_id, kind, rung)
  JOIN accounts a ON a.id = i.account_id
  JOIN materials m ON m.id = i.material_id
  JOIN accounts author ON author.id = m.author_id
  JOIN material_stats s ON s.material_id = i.material_id
  CROSS JOIN clock
),
-- The cap looks at what was committed before this batch plus the batch itself. Two processes at the same instant may each let one more
-- through; what they let through is written down, so every later count agrees.
quota AS (
  SELECT account_id, (SELECT count(*) FROM (SELECT FROM reuse_days d, clock WHERE d.account_id = i.account_id AND d.day = clock.day LIMIT $8) AS several) AS used
  FROM (SELECT DISTINCT account_id FROM input) AS i
),
judged AS (
  SELECT i.*, coalesce(i.refusal, CASE WHEN i.used_today IS NULL AND q.used + dense_rank() OVER (
      PARTITION BY i.account_id, i.refusal IS NULL AND i.used_today IS NULL ORDER BY i.material_id) > $8 THEN 'daily-cap' END) AS verdict
  FROM input i JOIN quota q USING (account_id)
),
fresh AS (
  INSERT INTO reuse_events (id, account_id, material_id, kind, refusal, recorded_at, day)
  SELECT j.id, j.account_id, j.material_id, j.kind, j.verdict, clock.at, clock.day FROM judged j, clock ORDER BY j.id
  ON CONFLICT (id) DO NOTHING
  RETURNING id
),
pairs AS (
  SELECT j.material_id, j.account_id, j.author_id, j.team_id, j.own_team, max(j.rung) AS rung,
    bool_or(j.kind IN ('saved', 'poster')) AS saved, bool_or(j.kind = 'sent') AS sent
  FROM judged j JOIN fresh USING (id)
  WHERE j.verdict IS NULL
  GROUP BY 1, 2, 3, 4, 5
),
ever AS (
  INSERT INTO reuses AS r (material_id, account_id, author_id, team_id, own_team, rung, first_at, saved_at, sent_at)
  SELECT p.material_id, p.account_id, p.author_id, p.team_id, p.own_team, p.rung, clock.at, CASE WHEN p.saved THEN clock.at END, CASE WHEN p.sent THEN clock.at END
  FROM pairs p, clock ORDER BY p.material_id, p.account_id
  ON CONFLICT (material_id, account_id) DO UPDATE SET
    prior_rung = r.rung,
    rung = greatest(r.rung, excluded.rung),
    saved_at = coalesce(r.saved_at, excluded.saved_at),
    sent_at = coalesce(r.sent_at, excluded.sent_at)
  RETURNING material_id, account_id, author_id, team_id, own_team, prior_rung
),
today AS (
  INSERT INTO reuse_days AS d (day, material_id, account_id, author_id, team_id, own_team, rung, first_rung, first_at)
  SELECT clock.day, e.material_id, e.account_id, e.author_id, e.team_id, e.own_team, p.rung, p.rung, clock.at
  FROM ever e JOIN pairs p USING (material_id, account_id) CROSS JOIN clock ORDER BY e.material_id, e.account_id
  ON CONFLICT (day, material_id, account_id) DO UPDATE SET
    prior_rung = d.rung,
    rung = greatest(d.rung, excluded.rung)
  RETURNING material_id, account_id, rung, prior_rung
),
new_teams AS (
  INSERT INTO reuse_teams (material_id, team_id)
  SELECT DISTINCT material_id, team_id FROM ever WHERE prior_rung = 0 AND team_id IS NOT NULL ORDER BY material_id, team_id
  ON CONFLICT DO NOTHING
  RETURNING material_id
),
additions AS (
  SELECT material_id, sum(pairs)::integer AS pairs, sum(teams)::integer AS teams, sum(weight) AS weight FROM (
    SELECT material_id, 1 AS pairs, 0 AS teams, 0::float8 AS weight FROM ever WHERE prior_rung = 0
    UNION ALL SELECT material_id, 0, 1, 0 FROM new_teams
    UNION ALL SELECT material_id, 0, 0, ($6::float8[])[rung] FROM today WHERE prior_rung = 0
  ) AS added GROUP BY material_id
),
locked AS (
  SELECT s.material_id FROM material_stats s WHERE s.material_id IN (SELECT material_id FROM additions) ORDER BY s.material_id FOR NO KEY UPDATE
),
raised AS (
  UPDATE material_stats s SET
    reuse_count = s.reuse_count + a.pairs,
    team_count = s.team_count + a.teams,
    hot = CASE WHEN a.weight > 0 THEN hot_add(s.hot, hot_points(a.weight, clock.at)) ELSE s.hot END
  FROM additions a JOIN locked l USING (material_id) CROSS JOIN clock
  WHERE s.material_id = a.material_id
  RETURNING s.material_id, s.reuse_count
)
SELECT j.id, fresh.id IS NOT NULL AS fresh, j.verdict,
  -- Of several events of one pair in one batch, the furthest is the one that counted.
  coalesce(t.prior_rung < t.rung, false)
    AND row_number() OVER (PARTITION BY j.material_id, j.account_id, fresh.id IS NULL OR j.verdict IS NOT NULL ORDER BY j.rung DESC, j.id) = 1 AS added,
  coalesce(raised.reuse_count, j.reuse_count) AS "reuseCount"
FROM judged j
LEFT JOIN fresh ON fresh.id = j.id
LEFT JOIN today t ON t.material_id = j.material_id AND t.account_id = j.account_id AND fresh.id IS NOT NULL AND j.verdict IS NULL
LEFT JOIN raised ON raised.material_id = j.material_id
`;
