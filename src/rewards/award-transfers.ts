import { availableAccount, heldAccount, roundAccount, TREASURY } from '../ledger/account-codes';
import type { Transfer } from '../ledger/ledger.service';
import type { StoredAward } from './award.queries';
import type { Round } from './round.queries';

/**
 * The transfers of a round. Each key names the one fact that is paid for, so that no retry, second worker or crash can pay it twice:
 * budget treasury → round, each award round → held, what is left round → treasury, and after the hold each award held → available.
 */
export const awardKey = (awardId: string): string => `award:${awardId}:issue`;
export const releaseKey = (awardId: string): string => `award:${awardId}:release`;

/** The award that a transfer of this key is about. */
export const awardOfKey = (key: string): string | undefined => /^award:(\d+):(?:issue|release)$/.exec(key)?.[1];

/** Kind of the transfers that credit an award. */
export const AWARD = 'award';

export const funding = ({ id, budget, plan }: Round): Transfer => ({
  key: `round:${id}:fund`,
  debit: TREASURY,
  credit: roundAccount(id),
  amount: BigInt(budget),
  kind: 'fund',
  memo: plan.name,
});

/** None when everything was awarded: a transfer moves at least one point. */
export function unspent({ id, budget, awarded, plan }: Round): Transfer[] {
  const amount = BigInt(budget) - BigInt(awarded ?? 0);
  return amount === 0n
    ? []
    : [{ key: `round:${id}:unspent`, debit: roundAccount(id), credit: TREASURY, amount, kind: 'unspent', memo: plan.name }];
}

export const payment = ({ id, plan }: Round, award: StoredAward): Transfer => ({
  key: awardKey(award.id),
  debit: roundAccount(id),
  credit: heldAccount(award.accountId),
  amount: BigInt(award.amount),
  kind: AWARD,
  memo: plan.name,
});

export const release = ({ plan }: Round, award: StoredAward): Transfer => ({
  key: releaseKey(award.id),
  debit: heldAccount(award.accountId),
  credit: availableAccount(award.accountId),
  amount: BigInt(award.amount),
  kind: 'release',
  memo: plan.name,
});
