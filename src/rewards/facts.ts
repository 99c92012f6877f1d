import { createHash } from 'node:crypto';
import type { Fact } from './awards.rules';

/**
 * The seal on a frozen round: SHA-256, in hex, over one line per contributor, `rank accountId scoreMicro newcomer` (newcomer as 0 or 1),
 * each ended by a line feed and sorted by rank, then account id. Anybody who has the facts can check it with `sha256sum`.
 */
export function factsHash(facts: readonly Fact[]): string {
  const hash = createHash('sha256');
  const sorted = facts.toSorted((a, b) => a.rank - b.rank || (BigInt(a.accountId) < BigInt(b.accountId) ? -1 : 1));
  for (const fact of sorted) hash.update(`${fact.rank} ${fact.accountId} ${fact.scoreMicro} ${fact.newcomer ? 1 : 0}\n`);
  return hash.digest('hex');
}
