import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { JobHandlers } from '../platform/queue/job-handlers';
import { RankingService } from './ranking.service';

const MINUTE_MS = 60_000;

/** When boards are computed: rung for, every few minutes while facts change, and soon after a period has ended. */
@Injectable()
export class RankingJobs implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly handlers: JobHandlers,
    private readonly ranking: RankingService,
  ) {}

  onModuleInit(): void {
    this.handlers.register({ queue: 'ranking', name: 'compute', handle: ({ id = '' }) => this.ranking.compute(id) });
    this.handlers.register({
      queue: 'ranking',
      name: 'refresh',
      everyMs: this.config.rankingEveryMinutes * MINUTE_MS,
      handle: () => this.ranking.refresh(),
    });
    this.handlers.register({
      queue: 'ranking',
      name: 'tend',
      everyMs: MINUTE_MS,
      handle: async () => {
        await this.ranking.close();
        await this.ranking.sweep();
      },
    });
  }
}
