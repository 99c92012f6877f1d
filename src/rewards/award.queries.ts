import type { Sql } from '../platform/database/sql';
import { CONTRIBUTORS_NEWCOMERS, CONTRIBUTORS_TOTAL } from '../ranking/board.queries';
import type { Explanation } from './award.dto';
import type { Award, Fact } from './awards.rules';
import type { Rule } from './plan';

/**
 * Copies the contributors' board of a run, in one statement and so from one snapshot: what the round will be computed from. Grouped
 * rather than joined: of a run that was just written the planner knows nothing, and a nested loop would square the board.
 */
export async function copyFacts(sql: Sql, roundId: string, runId: string): Promise<void> {
  await sql.query(
    `INSERT INTO round_facts (round_id, account_id, rank, score_micro, newcomer)
     SELECT $1, subject_id, max(rank) FILTER (WHERE board = $3), max(round(score::numeric * 1000000)::bigint) FILTER (WHERE board = $3),
            bool_or(board = $4)
     FROM board_lines WHERE run_id = $2 AND board IN ($3, $4)
     GROUP BY subject_id HAVING bool_or(board = $3)`,
    [roundId, runId, CONTRIBUTORS_TOTAL, CONTRIBUTORS_NEWCOMERS],
  );
}

export async function findFacts(sql: Sql, roundId: string): Promise<Fact[]> {
  const rows = await sql.query<Omit<Fact, 'scoreMicro'> & { scoreMicro: string }>(
    `SELECT account_id AS "accountId", rank, score_micro AS "scoreMicro", newcomer
     FROM round_facts WHERE round_id = $1 ORDER BY rank, account_id`,
    [roundId],
  );
  return rows.map((row) => ({ ...row, scoreMicro: BigInt(row.scoreMicro) }));
}

export async function deleteAwards(sql: Sql, roundId: string): Promise<void> {
  await sql.query(`DELETE FROM awards WHERE round_id = $1`, [roundId]);
}

/** Ids ascend in the order given, which is the order awards are listed and issued in. */
export async function insertAwards(sql: Sql, roundId: string, awards: readonly Award[]): Promise<void> {
  await sql.query(
    `INSERT INTO awards (round_id, account_id, rule_index, rule, amount, explanation)
     SELECT $1, account_id, rule_index, rule, amount, explanation
     FROM unnest($2::bigint[], $3::smallint[], $4::text[], $5::bigint[], $6::jsonb[])
       WITH ORDINALITY AS award (account_id, rule_index, rule, amount, explanation, place)
     ORDER BY place`,
    [
      roundId,
      awards.map((award) => award.accountId),
      awards.map((award) => award.ruleIndex),
      awards.map((award) => award.rule),
      awards.map((award) => award.amount.toString()),
      awards.map((award) => JSON.stringify(award.explanation)),
    ],
  );
}

export interface StoredAward {
  readonly id: string;
  readonly accountId: string;
  readonly rule: Rule['kind'];
  /** Whole points. */
  readonly amount: string;
  readonly explanation: Explanation;
}

/** A round's awards after `afterId` (0 from the first), in the order of their ids. */
export async function awardsAfter(sql: Sql, roundId: string, afterId: string, limit: number): Promise<StoredAward[]> {
  return sql.query(
    `SELECT id, account_id AS "accountId", rule, amount, explanation FROM awards WHERE round_id = $1 AND id > $2 ORDER BY id LIMIT $3`,
    [roundId, afterId, limit],
  );
}

/** An award as its owner sees it: with the round it belongs to. */
export interface OwnAward extends StoredAward {
  readonly roundId: string;
  readonly roundName: string;
  readonly kind: 'day' | 'week' | 'month';
  readonly start: string;
  readonly end: string;
  readonly previewedAt: Date;
  readonly approvedAt: Date;
  readonly issuedAt: Date;
  readonly releaseAt: Date;
}

/** Before a round is issued its awards are nobody's yet. */
const OWN_AWARD = `
  SELECT award.id, award.account_id AS "accountId", award.rule, award.amount, award.explanation,
         award.round_id AS "roundId", round.plan->>'name' AS "roundName",
         round.period AS kind, round.period_start AS start, round.period_end AS "end",
         round.previewed_at AS "previewedAt", round.approved_at AS "approvedAt", round.issued_at AS "issuedAt",
         round.release_at AS "releaseAt"
  FROM awards award JOIN reward_rounds round ON round.id = award.round_id AND round.state IN ('issued', 'released')`;

/** Newest first, older than award `before`. */
export async function awardsOf(sql: Sql, accountId: string, before: string | undefined, limit: number): Promise<OwnAward[]> {
  return sql.query(`${OWN_AWARD} WHERE award.account_id = $1 AND ($2::bigint IS NULL OR award.id < $2) ORDER BY award.id DESC LIMIT $3`, [
    accountId,
    before ?? null,
    limit,
  ]);
}

export async function awardOf(sql: Sql, accountId: string, awardId: string): Promise<OwnAward | undefined> {
  return (await sql.query<OwnAward>(`${OWN_AWARD} WHERE award.account_id = $1 AND award.id = $2`, [accountId, awardId]))[0];
}

/** The rounds of these awards, by award. */
export async function roundsOfAwards(sql: Sql, awardIds: readonly string[]): Promise<Map<string, { id: string; name: string }>> {
  const rows = await sql.query<{ awardId: string; id: string; name: string }>(
    `SELECT award.id AS "awardId", round.id, round.plan->>'name' AS name
     FROM awards award JOIN reward_rounds round ON round.id = award.round_id WHERE award.id = ANY($1::bigint[])`,
    [awardIds],
  );
  return new Map(rows.map(({ awardId, id, name }) => [awardId, { id, name }]));
}
