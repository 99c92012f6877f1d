import { Injectable, Logger } from '@nestjs/common';
import { roundAccount } from '../ledger/account-codes';
import { LedgerService } from '../ledger/ledger.service';
import { Database } from '../platform/database/database';
import type { Sql } from '../platform/database/sql';
import { failpoint } from '../platform/failpoint';
import { awardsAfter, type StoredAward } from './award.queries';
import { awardKey, funding, payment, release, unspent } from './award-transfers';
import { lockRound, lockRoundDue, markIssued, markReleased, roundsDue, setSettledThrough, type Round } from './round.queries';

/** Awards per transaction: short enough for others to get a turn at the round, long enough to be worth a commit. */
const CHUNK = 250;

/**
 * Moves the points of approved rounds, and of issued ones when their hold is over. Safe to run at any time, from any number of
 * processes: whoever holds the round's row does the next chunk, a chunk and how far it got commit together, and every transfer has a
 * key of its own. A process killed anywhere leaves a round that the next one goes on with.
 */
@Injectable()
export class SettlementService {
  private readonly logger = new Logger(SettlementService.name);

  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
  ) {}

  /** Takes the round as far as it may go now; does nothing for a round that has nothing due. */
  async settle(roundId: string): Promise<void> {
    while (await this.issueChunk(roundId)) failpoint('rewards.chunk-committed');
    failpoint('rewards.issued');
    while (await this.releaseChunk(roundId)) failpoint('rewards.release-chunk-committed');
  }

  /** Settles every round that has something due: those whose bell was lost, those whose hold ended. One that fails stops no other. */
  async sweep(): Promise<void> {
    for (const id of await roundsDue(this.database)) {
      await this.settle(id).catch((error: unknown) => this.logger.error(`reward round ${id} is not settled: ${String(error)}`));
    }
  }

  /** @returns whether there is more to issue. */
  private issueChunk(roundId: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const round = await lockRound(tx, roundId, ['approved']);
      if (!round) return false;
      const awards = await awardsAfter(tx, roundId, round.settledThrough, CHUNK);
      const isFirst = round.settledThrough === '0';
      const isLast = awards.length < CHUNK;
      await this.ledger.post(tx, [
        ...(isFirst ? [funding(round)] : []),
        ...awards.map((award) => payment(round, award)),
        ...(isLast ? unspent(round) : []),
      ]);
      if (!isLast) return this.goOnAfter(tx, round, awards);
      await this.mustBeSpent(tx, roundId);
      await markIssued(tx, roundId, round.plan.holdDays);
      return false;
    });
  }

  /** @returns whether there is more to release. */
  private releaseChunk(roundId: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const round = await lockRoundDue(tx, roundId);
      if (!round) return false;
      const awards = await awardsAfter(tx, roundId, round.settledThrough, CHUNK);
      const posted = await this.ledger.find(
        tx,
        awards.map((award) => awardKey(award.id)),
      );
      // An award that was taken back during the hold has nothing left to release.
      const standing = awards.filter((award) => posted.get(awardKey(award.id))?.reversed === false);
      await this.ledger.post(
        tx,
        standing.map((award) => release(round, award)),
      );
      if (awards.length === CHUNK) return this.goOnAfter(tx, round, awards);
      await markReleased(tx, roundId);
      return false;
    });
  }

  private async goOnAfter(tx: Sql, round: Round, awards: readonly StoredAward[]): Promise<true> {
    await setSettledThrough(tx, round.id, awards.at(-1)?.id ?? round.settledThrough);
    return true;
  }

  /** Every point of the budget went to somebody or home: a round that is not square is not issued. */
  private async mustBeSpent(tx: Sql, roundId: string): Promise<void> {
    const code = roundAccount(roundId);
    const left = (await this.ledger.balances(tx, [code])).get(code);
    if (left !== 0n) throw new Error(`${code} holds ${left} points after its last award`);
  }
}
