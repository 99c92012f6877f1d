import { onlyRow, type Sql } from '../platform/database/sql';
import type { Period } from '../ranking/periods';
import type { Plan } from './plan';
import type { RoundDetail, RoundState, RoundView } from './round.dto';

/** A round as the code sees it; amounts are bigint in the database and decimal strings here. */
export interface Round {
  readonly id: string;
  readonly state: RoundState;
  readonly plan: Plan;
  readonly period: 'day' | 'week' | 'month';
  readonly start: string;
  readonly end: string;
  readonly budget: string;
  readonly awarded: string | null;
  readonly settledThrough: string;
  readonly factsHash: string | null;
}

const ROUND = `id, state, plan, period, period_start AS start, period_end AS "end", budget, awarded,
  settled_through AS "settledThrough", facts_hash AS "factsHash"`;

/** @returns undefined when this admin used the idempotency key before. */
export async function insertRound(
  sql: Sql,
  round: { plan: Plan; period: Period; createdBy: string; idempotencyKey: string | undefined },
): Promise<string | undefined> {
  const { plan, period, createdBy, idempotencyKey } = round;
  const rows = await sql.query<{ id: string }>(
    `INSERT INTO reward_rounds (plan, period, period_start, period_end, budget, created_by, idempotency_key, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, now())
     ON CONFLICT ON CONSTRAINT reward_rounds_idempotency_key DO NOTHING RETURNING id`,
    [JSON.stringify(plan), period.kind, period.start, period.end, plan.budget, createdBy, idempotencyKey ?? null],
  );
  return rows[0]?.id;
}

/** The round this admin's idempotency key made, and whether it was asked for in the same words (jsonb equality: key order is nothing). */
export async function findRequested(
  sql: Sql,
  createdBy: string,
  idempotencyKey: string,
  plan: Plan,
): Promise<{ id: string; same: boolean }> {
  const rows = await sql.query<{ id: string; same: boolean }>(
    `SELECT id, plan = $3::jsonb AS same FROM reward_rounds WHERE created_by = $1 AND idempotency_key = $2`,
    [createdBy, idempotencyKey, JSON.stringify(plan)],
  );
  return onlyRow(rows);
}

export async function findRound(sql: Sql, id: string): Promise<Round | undefined> {
  return (await sql.query<Round>(`SELECT ${ROUND} FROM reward_rounds WHERE id = $1`, [id]))[0];
}

/**
 * LOCK ORDER of rewards: the round's row before its facts, awards or transfers, and one round at a time. Whoever holds it is alone with
 * the round until the commit; whoever waited sees what the other left, so a state that is no longer one of these is no row.
 */
export async function lockRound(sql: Sql, id: string, states: readonly RoundState[]): Promise<Round | undefined> {
  return (await sql.query<Round>(`SELECT ${ROUND} FROM reward_rounds WHERE id = $1 AND state = ANY($2) FOR UPDATE`, [id, states]))[0];
}

/** The same, if the round's hold is over. */
export async function lockRoundDue(sql: Sql, id: string): Promise<Round | undefined> {
  return (
    await sql.query<Round>(`SELECT ${ROUND} FROM reward_rounds WHERE id = $1 AND state = 'issued' AND release_at <= now() FOR UPDATE`, [id])
  )[0];
}

export async function markFrozen(sql: Sql, id: string, runId: string, factsHash: string): Promise<void> {
  await sql.query(
    `UPDATE reward_rounds SET state = 'frozen', run_id = $2, facts_hash = $3, frozen_at = now() WHERE id = $1 AND state = 'open'`,
    [id, runId, factsHash],
  );
}

export async function markPreviewed(sql: Sql, id: string, awarded: bigint): Promise<void> {
  await sql.query(
    `UPDATE reward_rounds SET state = 'previewed', awarded = $2, previewed_at = now() WHERE id = $1 AND state IN ('frozen', 'previewed')`,
    [id, awarded.toString()],
  );
}

/** @returns whether the round was waiting for it. */
export async function markApproved(sql: Sql, id: string, approvedBy: string): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE reward_rounds SET state = 'approved', approved_by = $2, approved_at = now() WHERE id = $1 AND state = 'previewed' RETURNING id`,
    [id, approvedBy],
  );
  return rows.length > 0;
}

export async function setSettledThrough(sql: Sql, id: string, awardId: string): Promise<void> {
  await sql.query(`UPDATE reward_rounds SET settled_through = $2 WHERE id = $1`, [id, awardId]);
}

/** Days of the hold are 24 hours each, whatever clocks do. */
export async function markIssued(sql: Sql, id: string, holdDays: number): Promise<void> {
  await sql.query(
    `UPDATE reward_rounds SET state = 'issued', settled_through = 0, issued_at = now(), release_at = now() + make_interval(hours => 24 * $2)
     WHERE id = $1 AND state = 'approved'`,
    [id, holdDays],
  );
}

export async function markReleased(sql: Sql, id: string): Promise<void> {
  await sql.query(`UPDATE reward_rounds SET state = 'released', released_at = now() WHERE id = $1 AND state = 'issued'`, [id]);
}

/** Rounds with points to move: approved ones, and issued ones whose hold is over. */
export async function roundsDue(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `SELECT id FROM reward_rounds WHERE state = 'approved' OR (state = 'issued' AND release_at <= now()) ORDER BY id`,
  );
  return rows.map((row) => row.id);
}

type Moment = 'frozenAt' | 'previewedAt' | 'approvedAt' | 'issuedAt' | 'releaseAt' | 'releasedAt';
interface RoundRow extends Omit<RoundView, 'period' | 'createdAt' | Moment>, Record<Moment, Date | null> {
  readonly kind: Round['period'];
  readonly start: string;
  readonly end: string;
  readonly createdAt: Date;
}

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

function toView({ kind, start, end, ...row }: RoundRow): RoundView {
  return {
    ...row,
    period: { kind, start, end },
    createdAt: row.createdAt.toISOString(),
    frozenAt: iso(row.frozenAt),
    previewedAt: iso(row.previewedAt),
    approvedAt: iso(row.approvedAt),
    issuedAt: iso(row.issuedAt),
    releaseAt: iso(row.releaseAt),
    releasedAt: iso(row.releasedAt),
  };
}

const VIEW = `
  SELECT round.id, round.state, round.plan, round.period AS kind, round.period_start AS start, round.period_end AS "end",
         round.budget, round.awarded, round.budget - round.awarded AS unspent, round.run_id AS "runId", round.facts_hash AS "factsHash",
         CASE WHEN round.awarded IS NOT NULL
              THEN (SELECT count(DISTINCT account_id)::integer FROM awards WHERE awards.round_id = round.id) END AS people,
         round.created_at AS "createdAt", round.frozen_at AS "frozenAt", round.previewed_at AS "previewedAt",
         round.approved_at AS "approvedAt", round.issued_at AS "issuedAt", round.release_at AS "releaseAt",
         round.released_at AS "releasedAt"
  FROM reward_rounds round`;

/** Newest first, older than `before`. */
export async function listRounds(sql: Sql, before: string | undefined, limit: number): Promise<RoundView[]> {
  const rows = await sql.query<RoundRow>(`${VIEW} WHERE ($1::bigint IS NULL OR round.id < $1) ORDER BY round.id DESC LIMIT $2`, [
    before ?? null,
    limit,
  ]);
  return rows.map(toView);
}

export async function viewRound(sql: Sql, id: string): Promise<RoundView | undefined> {
  return (await sql.query<RoundRow>(`${VIEW} WHERE round.id = $1`, [id])).map(toView)[0];
}

export async function roundTotals(sql: Sql, id: string): Promise<RoundDetail['totals']> {
  return sql.query(
    `SELECT rule_index AS "ruleIndex", rule, count(*)::integer AS people, sum(amount)::text AS awarded
     FROM awards WHERE round_id = $1 GROUP BY rule_index, rule ORDER BY rule_index`,
    [id],
  );
}

export async function previousRound(sql: Sql, id: string): Promise<RoundDetail['comparison']> {
  const rows = await sql.query<NonNullable<RoundDetail['comparison']>>(
    `SELECT earlier.id AS "roundId", earlier.plan->>'name' AS name, earlier.awarded,
            (SELECT count(DISTINCT account_id)::integer FROM awards WHERE awards.round_id = earlier.id) AS people
     FROM reward_rounds this JOIN reward_rounds earlier ON earlier.period = this.period AND earlier.period_start < this.period_start
     WHERE this.id = $1 AND earlier.state IN ('issued', 'released')
     ORDER BY earlier.period_start DESC, earlier.id DESC LIMIT 1`,
    [id],
  );
  return rows[0] ?? null;
}
