import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../platform/queue/job-handlers';
import { SettlementService } from './settlement.service';

/** The bell that is rung when a round is approved. */
export const SETTLE = 'settle';

const SWEEP_MS = 15_000;

@Injectable()
export class RewardsJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly settlement: SettlementService,
  ) {}

  onModuleInit(): void {
    this.handlers.register({ queue: 'rewards', name: SETTLE, handle: ({ id }) => this.settlement.settle(id ?? '0') });
    this.handlers.register({ queue: 'rewards', name: 'sweep', everyMs: SWEEP_MS, handle: () => this.settlement.sweep() });
  }
}
