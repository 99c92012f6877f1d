import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { Database } from '../platform/database/database';
import { latestRun, type FinishedRun } from '../ranking/board.queries';
import type { Period } from '../ranking/periods';
import { today } from '../ranking/run.queries';
import { periodOpen, runPending } from './rewards.errors';

/** The ranking a period is paid by: the one that saw all of its facts. */
@Injectable()
export class FinalRuns {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** @throws HubError `round.period-open`, `round.run-pending`. */
  async of({ kind, start, end }: Period): Promise<FinishedRun> {
    const run = await latestRun(this.database, { period: kind, start, final: true });
    if (run) return run;
    if ((await today(this.database, this.config.periodTimeZone)) < end) throw periodOpen(end);
    throw runPending(null);
  }
}
