import { Inject, Injectable } from '@nestjs/common';
import { findPeople } from '../accounts/account.queries';
import { CONFIG, type Config } from '../config/config';
import { Database } from '../platform/database/database';
import type { Sql } from '../platform/database/sql';
import { Bell } from '../platform/queue/bell';
import { awardsAfter, copyFacts, deleteAwards, findFacts, insertAwards } from './award.queries';
import { computeAwards } from './awards.rules';
import { factsHash } from './facts';
import { FinalRuns } from './final-runs';
import { refuseOverspending, type Plan } from './plan';
import { periodOf } from './plan-period';
import { keyReused, roundNotFound, wrongState } from './rewards.errors';
import { SETTLE } from './rewards.jobs';
import type { AwardLine, RoundDetail, RoundState, RoundView } from './round.dto';
import {
  findRequested,
  findRound,
  insertRound,
  listRounds,
  lockRound,
  markApproved,
  markFrozen,
  markPreviewed,
  previousRound,
  roundTotals,
  viewRound,
  type Round,
} from './round.queries';

/** Rows per INSERT: one statement's parameters stay within a few megabytes. */
const AWARDS_PER_STATEMENT = 5_000;

/**
 * The steps of a round up to its approval: open → frozen → previewed → approved. Nothing here touches the ledger; what follows the
 * approval is {@link SettlementService}'s.
 */
@Injectable()
export class RoundsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly finalRuns: FinalRuns,
    private readonly bell: Bell,
  ) {}

  /**
   * Opens a round.
   * @param idempotencyKey the client's name for this request; repeating it answers with the round it made.
   * @throws HubError `plan.over-100-percent`, `plan.over-budget`, `idempotency.key-reused`.
   */
  async create(plan: Plan, createdBy: string, idempotencyKey?: string): Promise<{ round: RoundDetail; created: boolean }> {
    refuseOverspending(plan);
    const period = periodOf(plan, this.config.periodTimeZone);
    const id = await insertRound(this.database, { plan, period, createdBy, idempotencyKey });
    if (id !== undefined) return { round: await this.get(id), created: true };
    const earlier = await findRequested(this.database, createdBy, idempotencyKey as string, plan);
    if (!earlier.same) throw keyReused();
    return { round: await this.get(earlier.id), created: false };
  }

  /** One more than `limit` where there are more; newest first, older than round `before`. */
  list(before: string | undefined, limit: number): Promise<RoundView[]> {
    return listRounds(this.database, before, limit + 1);
  }

  /** @throws HubError `round.not-found`. */
  async get(id: string): Promise<RoundDetail> {
    const view = await viewRound(this.database, id);
    if (!view) throw roundNotFound();
    return { ...view, totals: await roundTotals(this.database, id), comparison: await previousRound(this.database, id) };
  }

  /**
   * Copies the final board of the closed period: from here on the boards may move, the round may not.
   * @throws HubError `round.not-found`, `round.wrong-state`, `round.period-open`, `round.run-pending`.
   */
  async freeze(id: string): Promise<RoundDetail> {
    const { period: kind, start, end } = await this.mustBe(id, ['open']);
    const run = await this.finalRuns.of({ kind, start, end });
    await this.database.transaction(async (tx) => {
      await this.lock(tx, id, ['open']);
      await copyFacts(tx, id, run.id);
      await markFrozen(tx, id, run.id, factsHash(await findFacts(tx, id)));
    });
    return this.get(id);
  }

  /**
   * Computes the awards and writes them beside the ledger, not into it. May be repeated: the same facts and plan give the same awards.
   * @throws HubError `round.not-found`, `round.wrong-state`.
   */
  async preview(id: string): Promise<RoundDetail> {
    await this.database.transaction(async (tx) => {
      const round = await this.lock(tx, id, ['frozen', 'previewed']);
      const facts = await findFacts(tx, id);
      if (factsHash(facts) !== round.factsHash) throw new Error(`the facts of round ${id} are not those it was frozen with`);
      const awards = computeAwards(round.plan, facts);
      await deleteAwards(tx, id);
      for (let from = 0; from < awards.length; from += AWARDS_PER_STATEMENT) {
        await insertAwards(tx, id, awards.slice(from, from + AWARDS_PER_STATEMENT));
      }
      await markPreviewed(
        tx,
        id,
        awards.reduce((sum, award) => sum + award.amount, 0n),
      );
    });
    return this.get(id);
  }

  /**
   * Lets the previewed awards be paid. A worker does it: soon when the bell is heard, by the next sweep at the latest.
   * @throws HubError `round.not-found`, `round.wrong-state`.
   */
  async approve(id: string, approvedBy: string): Promise<RoundDetail> {
    if (!(await markApproved(this.database, id, approvedBy))) throw await refusal(this.database, id);
    this.bell.ring('rewards', SETTLE, { id });
    return this.get(id);
  }

  /** One more than `limit` where there are more; in the order of the plan's rules and of rank, after award `after`. */
  async awards(id: string, after: string | undefined, limit: number): Promise<AwardLine[]> {
    if (!(await findRound(this.database, id))) throw roundNotFound();
    const awards = await awardsAfter(this.database, id, after ?? '0', limit + 1);
    const people = await findPeople(
      this.database,
      awards.map((award) => award.accountId),
    );
    return awards.map(({ accountId, ...award }) => ({
      ...award,
      account: { id: accountId, displayName: people.get(accountId)?.displayName ?? '' },
    }));
  }

  /** A first look, so that a step that cannot succeed costs nothing; {@link lock} decides. */
  private async mustBe(id: string, states: readonly RoundState[]): Promise<Round> {
    const round = await findRound(this.database, id);
    if (!round) throw roundNotFound();
    if (!states.includes(round.state)) throw wrongState(round.state);
    return round;
  }

  private async lock(sql: Sql, id: string, states: readonly RoundState[]): Promise<Round> {
    const round = await lockRound(sql, id, states);
    if (!round) throw await refusal(sql, id);
    return round;
  }
}

/** Asked on the connection that found no round: many at once that each waited for a second one would wait for each other. */
async function refusal(sql: Sql, id: string): Promise<Error> {
  const round = await findRound(sql, id);
  return round ? wrongState(round.state) : roundNotFound();
}
