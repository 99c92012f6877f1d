import { verifyLedger } from '../ledger/ledger.verify';
import { verifyMaterials } from '../materials/materials.verify';
import { verifyModeration } from '../moderation/moderation.verify';
import type { Sql } from '../platform/database/sql';
import type { FileStore } from '../platform/storage/file-store';
import { verifyRanking } from '../ranking/ranking.verify';
import { verifyReuse } from '../reuse/reuse.verify';
import { verifyRewards } from '../rewards/rewards.verify';

/**
 * The oracle: every counter, board, balance and file against the facts it is derived from.
 * @returns one line per difference; none when all is well.
 */
export async function findDifferences(sql: Sql, store?: FileStore): Promise<string[]> {
  return [
    ...(await verifyModeration(sql)),
    ...(await verifyMaterials(sql, store)),
    ...(await verifyReuse(sql)),
    ...(await verifyRanking(sql)),
    ...(await verifyLedger(sql)),
    ...(await verifyRewards(sql)),
  ];
}
