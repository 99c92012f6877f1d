import type { Sql } from '../platform/database/sql';
import { violations, type Checks } from '../platform/database/violations';

const CHECKS: Checks = {
  'balance is not the sum of the transfers': `
    SELECT account.code, account.balance, coalesce(sum(side.points), 0) AS transfers
    FROM ledger_accounts account
    LEFT JOIN (SELECT credit_id, amount FROM transfers UNION ALL SELECT debit_id, -amount FROM transfers) AS side (account_id, points)
      ON side.account_id = account.id
    GROUP BY account.id HAVING account.balance <> coalesce(sum(side.points), 0)`,
  'balances do not add up to zero': `SELECT sum(balance) AS sum FROM ledger_accounts HAVING sum(balance) <> 0`,
  'balance is below zero': `SELECT code, balance FROM ledger_accounts WHERE balance < 0 AND code <> 'treasury'`,
  'reversal does not mirror what it undoes': `
    SELECT later.key, earlier.key AS reverses FROM transfers later JOIN transfers earlier ON earlier.id = later.reverses_id
    WHERE (later.debit_id, later.credit_id, later.amount) <> (earlier.credit_id, earlier.debit_id, earlier.amount)`,
};

/** @returns one line per violation; none when the ledger is in order. */
export function verifyLedger(sql: Sql): Promise<string[]> {
  return violations(sql, 'ledger', CHECKS);
}
