import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { Database } from '../platform/database/database';
import type { Sql } from '../platform/database/sql';
import { failpoint } from '../platform/failpoint';
import { Bell } from '../platform/queue/bell';
import { CONTRIBUTORS_NEWCOMERS, CONTRIBUTORS_TOTAL, contributorsOfTeam, latestRun, MATERIALS_TOTAL } from './board.queries';
import { PERIOD_KINDS, periodAt, periodName, previousPeriod, type Day, type Period, type PeriodKind } from './periods';
import { notBegun, runNotFound } from './ranking.errors';
import {
  authorStatistics, beginRun, createScores, fingerprint, insertScores, materialStatistics, siteStars, writeBoards,
  type AuthorStatistics, type Scored, type Statistics,
} from './ranking.queries';
import {
  beginAttempt, failRun, findRun, finishRun, insertRun, lockRun, periodsToClose, periodsToRefresh, pruneRuns, runOfEarlierDay, today, waitingRuns,
  type RankingRun,
} from './run.queries';
import { finalScore, FORMULA_VERSION, scoreParts, siteMean, teamParts, type TeamShare } from './scores';

const MAX_ATTEMPTS = 3;
const RUNS_PER_SWEEP = 100;
/** How many ended periods are looked at for a missing final run: the hub may have been down when they ended. */
const LOOK_BACK: Readonly<Record<PeriodKind, number>> = { month: 3, week: 6, day: 14, all: 0 };

/** Computes boards. The row of a run is the work; everything a run writes appears in the moment it is done, or never. */
@Injectable()
export class RankingService {
  private readonly logger = new Logger(RankingService.name);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly bell: Bell,
  ) {}

  /**
   * Asks for a run over the period in which `at` lies.
   * @param at a calendar day of the hub's zone; today when left out.
   * @returns the id of the run, which a worker takes up at once.
   * @throws HubError `ranking.not-begun` for a period that lies in the future.
   */
  async request(kind: PeriodKind, at?: Day, byAccount?: string): Promise<string> {
    const now = await today(this.database, this.config.periodTimeZone);
    const period = periodAt(kind, at ?? now);
    if (period.start > now) throw notBegun();
    const id = await insertRun(this.database, period, FORMULA_VERSION, byAccount ?? null);
    this.bell.ring('ranking', 'compute', { id });
    return id;
  }

  /** @throws HubError `ranking.run-not-found` */
  async get(id: string): Promise<RankingRun> {
    const run = await findRun(this.database, id);
    if (!run) throw runNotFound();
    return run;
  }

  /**
   * Computes a run that waits; leaves one alone that is finished or being computed elsewhere. What fails is tried again by whoever
   * comes next, {@link MAX_ATTEMPTS} times in all.
   */
  async compute(id: string): Promise<void> {
    const attempt = await beginAttempt(this.database, id);
    if (attempt === undefined) return;
    if (attempt > MAX_ATTEMPTS) return failRun(this.database, id, `given up after ${MAX_ATTEMPTS} tries`);
    try {
      await this.database.transaction((tx) => this.computeIn(tx, id));
    } catch (error) {
      if (attempt === MAX_ATTEMPTS) await failRun(this.database, id, String(error));
      throw error;
    }
  }

  /** Asks for new runs of the current periods, where facts have changed since their last one. */
  async refresh(): Promise<void> {
    const { periodTimeZone } = this.config;
    const now = await today(this.database, periodTimeZone);
    const facts = await fingerprint(this.database, periodTimeZone);
    const current = PERIOD_KINDS.map((kind) => periodAt(kind, now));
    await this.requestAll(await periodsToRefresh(this.database, current, facts));
  }

  /** Asks for the final run of every period that has ended; a period before its successor, whose previous ranks it gives. */
  async close(): Promise<void> {
    const now = await today(this.database, this.config.periodTimeZone);
    const ended = PERIOD_KINDS.flatMap((kind) => periodsBefore(periodAt(kind, now), LOOK_BACK[kind]));
    await this.requestAll(await periodsToClose(this.database, ended, this.config.periodTimeZone));
  }

  /** Computes the runs whose bell was lost or whose worker died. One that fails does not keep the others waiting. */
  async sweep(): Promise<void> {
    for (const id of await waitingRuns(this.database, RUNS_PER_SWEEP)) {
      await this.compute(id).catch((error: unknown) => this.logger.error(`ranking run ${id}: ${String(error)}`));
    }
  }

  private async requestAll(periods: readonly Period[]): Promise<void> {
    for (const period of periods) {
      const id = await insertRun(this.database, period, FORMULA_VERSION, null);
      this.bell.ring('ranking', 'compute', { id });
    }
  }

  private async computeIn(tx: Sql, id: string): Promise<void> {
    const { periodTimeZone } = this.config;
    await beginRun(tx);
    const period = await lockRun(tx, id);
    if (!period) return;
    const site = siteMean(await siteStars(tx));
    await createScores(tx);
    const contributors = await score(tx, authorStatistics(tx, period, periodTimeZone), (author) => scoredAuthor(author, site));
    const materials = await score(tx, materialStatistics(tx, period), (material) => scored(material, sharesOf(material), site, [MATERIALS_TOTAL]));
    await writeBoards(tx, id, await this.runBefore(tx, period));
    failpoint('ranking.boards-written');
    const facts = await fingerprint(tx, periodTimeZone);
    await finishRun(tx, id, { formulaVersion: FORMULA_VERSION, facts, contributors, materials }, periodTimeZone);
    await pruneRuns(tx, id, periodTimeZone);
    this.logger.debug(`ranking run ${id}, ${periodName(period)}: ${contributors} contributors, ${materials} materials`);
  }

  /** The run whose ranks are the previous ones of a run over this period. */
  private async runBefore(tx: Sql, period: Period): Promise<string | undefined> {
    const previous = previousPeriod(period);
    if (!previous) return runOfEarlierDay(tx, this.config.periodTimeZone);
    return (await latestRun(tx, { period: previous.kind, start: previous.start }))?.id;
  }
}

/** @returns how many there were. */
async function score<S>(tx: Sql, batches: AsyncIterable<S[]>, toScored: (subject: S) => Scored): Promise<number> {
  let subjects = 0;
  for await (const batch of batches) {
    await insertScores(tx, batch.map(toScored));
    subjects += batch.length;
  }
  return subjects;
}

function scoredAuthor(author: AuthorStatistics, site: number): Scored {
  const shares = sharesOf(author);
  const line = scored(author, shares, site, boardsOf(author));
  return { ...line, parts: { ...line.parts, ...teamParts(shares) } };
}

function scored(subject: Statistics, shares: readonly TeamShare[], site: number, boards: readonly string[]): Scored {
  const { subjectId, firstAt, reuses, starsSum, starsCount } = subject;
  const teams = new Set(shares.flatMap(({ teamId }) => teamId ?? [])).size;
  const parts = scoreParts(shares, { sum: starsSum, count: starsCount }, site);
  const ratingMean = starsCount === 0 ? null : starsSum / starsCount;
  return { subjectId, boards, score: finalScore(parts), firstAt, reuses, teams, ratingMean, ratingCount: starsCount, parts };
}

function sharesOf({ teamIds, ownTeams, copiers, logSums }: Statistics): TeamShare[] {
  return teamIds.map((teamId, n) => ({ teamId, ownTeam: ownTeams[n]!, copiers: copiers[n]!, logSum: logSums[n]! }));
}

function boardsOf(author: AuthorStatistics): string[] {
  return [
    CONTRIBUTORS_TOTAL,
    ...(author.newcomer ? [CONTRIBUTORS_NEWCOMERS] : []),
    ...(author.teamId === null ? [] : [contributorsOfTeam(author.teamId)]),
  ];
}

/** Up to `count` periods before this one, the oldest first. */
function periodsBefore(period: Period, count: number): Period[] {
  const previous = count > 0 ? previousPeriod(period) : undefined;
  return previous ? [...periodsBefore(previous, count - 1), previous] : [];
}
