import type { Sql } from '../platform/database/sql';
import { violations, type Checks } from '../platform/database/violations';
import { findFacts } from './award.queries';
import { computeAwards } from './awards.rules';
import { factsHash } from './facts';
import type { Plan } from './plan';

/** Keys of transfers are those of award-transfers.ts. */
const CHECKS: Checks = {
  'awards are not what the round says': `
    SELECT round.id, round.awarded, coalesce(sum(award.amount), 0) AS awards
    FROM reward_rounds round LEFT JOIN awards award ON award.round_id = round.id
    WHERE round.awarded IS NOT NULL GROUP BY round.id HAVING round.awarded <> coalesce(sum(award.amount), 0)`,
  'award of an issued round was not paid as written': `
    SELECT award.id FROM awards award
    JOIN reward_rounds round ON round.id = award.round_id AND round.state IN ('issued', 'released')
    LEFT JOIN transfers transfer ON transfer.key = 'award:' || award.id || ':issue'
    LEFT JOIN ledger_accounts debit ON debit.id = transfer.debit_id
    LEFT JOIN ledger_accounts credit ON credit.id = transfer.credit_id
    WHERE (transfer.amount, debit.code, credit.code)
      IS DISTINCT FROM (award.amount, 'round:' || award.round_id, 'held:' || award.account_id)`,
  'award of a released round was neither released nor taken back': `
    SELECT award.id FROM awards award
    JOIN reward_rounds round ON round.id = award.round_id AND round.state = 'released'
    JOIN transfers paid ON paid.key = 'award:' || award.id || ':issue'
    WHERE NOT EXISTS (SELECT FROM transfers undone WHERE undone.reverses_id = paid.id)
      AND NOT EXISTS (SELECT FROM transfers freed WHERE freed.key = 'award:' || award.id || ':release' AND freed.amount = award.amount)`,
  'points were paid for no award': `
    SELECT transfer.key FROM transfers transfer
    WHERE transfer.kind IN ('award', 'release') AND NOT EXISTS (
      SELECT FROM awards award JOIN reward_rounds round ON round.id = award.round_id AND round.state IN ('approved', 'issued', 'released')
      WHERE award.id::text = split_part(transfer.key, ':', 2))`,
  'issued round did not spend its budget': `
    SELECT round.id, account.balance FROM reward_rounds round JOIN ledger_accounts account ON account.code = 'round:' || round.id
    WHERE round.state IN ('issued', 'released') AND account.balance <> 0
      AND NOT EXISTS (SELECT FROM transfers back WHERE back.credit_id = account.id AND back.reverses_id IS NOT NULL)`,
};

/**
 * Checks every award against the ledger, and computes the awards of every round again from its plan and its frozen facts.
 * @returns one line per violation; none when all is in order.
 */
export async function verifyRewards(sql: Sql): Promise<string[]> {
  const lines = await violations(sql, 'rewards', CHECKS);
  const rounds = await sql.query<{ id: string; plan: Plan; facts_hash: string; awarded: string | null }>(
    `SELECT id, plan, facts_hash, awarded FROM reward_rounds WHERE state <> 'open' ORDER BY id`,
  );
  for (const round of rounds) {
    const facts = await findFacts(sql, round.id);
    if (factsHash(facts) !== round.facts_hash) lines.push(`rewards: facts of round ${round.id} are not those it was frozen with`);
    if (round.awarded !== null && !(await sameAwards(sql, round.id, computeAwards(round.plan, facts)))) {
      lines.push(`rewards: awards of round ${round.id} are not what its plan and facts give`);
    }
  }
  return lines;
}

async function sameAwards(sql: Sql, roundId: string, computed: ReturnType<typeof computeAwards>): Promise<boolean> {
  const stored = await sql.query<{ line: string }>(
    `SELECT account_id || ' ' || rule_index || ' ' || amount AS line FROM awards WHERE round_id = $1 ORDER BY id`,
    [roundId],
  );
  const lines = computed.map((award) => `${award.accountId} ${award.ruleIndex} ${award.amount}`);
  return lines.join() === stored.map(({ line }) => line).join();
}
