import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { Database } from '../platform/database/database';
import { latestRun, type FinishedRun } from '../ranking/board.queries';
import type { Period } from '../ranking/periods';
import { RankingService } from '../ranking/ranking.service';
import { today } from '../ranking/run.queries';
import { periodOpen, runPending } from './rewards.errors';

/** How long a request waits for a ranking before it tells the admin to come back. */
const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 100;

/** The ranking a period is paid by: the one that saw all of its facts. */
@Injectable()
export class FinalRuns {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly ranking: RankingService,
  ) {}

  /**
   * The final run of a closed period; asks for one where there is none, and waits a little for it.
   * @throws HubError `round.period-open`; `round.run-pending` when the period has only just ended or the ranking takes longer.
   */
  async of(period: Period): Promise<FinishedRun> {
    const existing = await this.find(period);
    if (existing) return existing;
    if ((await today(this.database, this.config.periodTimeZone)) < period.end) throw periodOpen(period.end);
    const runId = await this.ranking.request(period.kind, period.start);
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(LOOK_EVERY_MS)) {
      const { state } = await this.ranking.get(runId);
      if (state === 'done' || state === 'failed') break;
    }
    const run = await this.find(period);
    if (!run) throw runPending(runId);
    return run;
  }

  private find({ kind, start }: Period): Promise<FinishedRun | undefined> {
    return latestRun(this.database, { period: kind, start, final: true });
  }
}
