import { Injectable } from '@nestjs/common';
import { availableAccount, heldAccount } from '../ledger/account-codes';
import { LedgerService, REVERSAL } from '../ledger/ledger.service';
import type { PostedTransfer } from '../ledger/ledger.queries';
import { Database } from '../platform/database/database';
import { awardOf, awardsOf, roundsOfAwards, type OwnAward } from './award.queries';
import { AWARD, awardKey, awardOfKey, releaseKey } from './award-transfers';
import { awardNotFound } from './rewards.errors';
import type { OwnAwardDetail, OwnAwardView, Standing, WalletTransfer, WalletView } from './wallet.dto';

/** What became of an award's points, as the ledger tells it. */
interface Fate {
  readonly state: Standing;
  readonly releasedAt: Date | null;
}

/** What a promoter sees of the ledger: their own two accounts. */
@Injectable()
export class WalletService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
  ) {}

  async wallet(accountId: string): Promise<WalletView> {
    const [held, available] = [heldAccount(accountId), availableAccount(accountId)];
    const balances = await this.ledger.balances(this.database, [held, available]);
    const net = await this.ledger.netByKind(this.database, [held, available]);
    const points = (amount: bigint | undefined): string => (amount ?? 0n).toString();
    return { available: points(balances.get(available)), held: points(balances.get(held)), lifetime: points(net.get(AWARD)) };
  }

  /** One more than `limit` where there are more; newest first, older than transfer `before`. */
  async transfers(accountId: string, before: string | undefined, limit: number): Promise<WalletTransfer[]> {
    const [held, available] = [heldAccount(accountId), availableAccount(accountId)];
    const transfers = await this.ledger.statement(this.database, [held, available], before, limit + 1);
    const awardIds = [...new Set(transfers.flatMap((transfer) => aboutAward(transfer) ?? []))];
    const [rounds, fates] = await Promise.all([roundsOfAwards(this.database, awardIds), this.fates(awardIds)]);
    return transfers.map((transfer) => {
      const { id, kind, memo, createdAt } = transfer;
      const changes = { held: changeOf(held, transfer), available: changeOf(available, transfer) };
      const awardId = aboutAward(transfer) ?? null;
      return {
        id,
        kind,
        amount: (changes.available || changes.held).toString(),
        held: changes.held.toString(),
        available: changes.available.toString(),
        memo,
        round: (awardId && rounds.get(awardId)) || null,
        awardId,
        state: kind === REVERSAL ? 'reversed' : (awardId && fates.get(awardId)?.state) || 'available',
        createdAt: createdAt.toISOString(),
      };
    });
  }

  /** One more than `limit` where there are more; newest first, older than award `before`. */
  async awards(accountId: string, before: string | undefined, limit: number): Promise<OwnAwardView[]> {
    const awards = await awardsOf(this.database, accountId, before, limit + 1);
    const fates = await this.fates(awards.map((award) => award.id));
    return awards.map((award) => present(award, fateOf(fates, award.id)));
  }

  /** @throws HubError `award.not-found`, for other people's awards as for none. */
  async award(accountId: string, awardId: string): Promise<OwnAwardDetail> {
    const award = await awardOf(this.database, accountId, awardId);
    if (!award) throw awardNotFound();
    const fate = fateOf(await this.fates([awardId]), awardId);
    return {
      ...present(award, fate),
      explanation: award.explanation,
      timeline: [
        { step: 'computed', at: award.previewedAt.toISOString(), done: true },
        { step: 'approved', at: award.approvedAt.toISOString(), done: true },
        { step: 'held', at: award.issuedAt.toISOString(), done: true },
        { step: 'released', at: (fate.releasedAt ?? award.releaseAt).toISOString(), done: fate.releasedAt !== null },
      ],
    };
  }

  private async fates(awardIds: readonly string[]): Promise<Map<string, Fate>> {
    const posted = await this.ledger.find(
      this.database,
      awardIds.flatMap((id) => [awardKey(id), releaseKey(id)]),
    );
    return new Map(
      awardIds.map((id) => {
        const released = posted.get(releaseKey(id));
        const isReversed = posted.get(awardKey(id))?.reversed === true;
        const stands = released !== undefined && !released.reversed;
        return [id, { state: isReversed ? 'reversed' : stands ? 'available' : 'held', releasedAt: stands ? released.createdAt : null }];
      }),
    );
  }
}

/** The award a transfer is about; a reversal is about the award of what it undid. */
function aboutAward({ key, reverses }: PostedTransfer): string | undefined {
  return awardOfKey(reverses ?? key);
}

function changeOf(code: string, { debit, credit, amount }: PostedTransfer): bigint {
  if (credit === code) return amount;
  return debit === code ? -amount : 0n;
}

function fateOf(fates: Map<string, Fate>, awardId: string): Fate {
  return fates.get(awardId) ?? { state: 'held', releasedAt: null };
}

function present(award: OwnAward, { state, releasedAt }: Fate): OwnAwardView {
  const { id, rule, amount, roundId, roundName, kind, start, end } = award;
  return {
    id,
    round: { id: roundId, name: roundName, period: { kind, start, end } },
    rule,
    amount,
    state,
    issuedAt: award.issuedAt.toISOString(),
    releaseAt: award.releaseAt.toISOString(),
    releasedAt: releasedAt?.toISOString() ?? null,
  };
}
