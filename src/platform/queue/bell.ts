import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { JobHandlers } from './job-handlers';
import type { QueueBackend } from './queue-backend';
import { QUEUES, type QueueName } from './queues';

/** Injection token of the {@link QueueBackend}. */
export const QUEUE_BACKEND = Symbol('QueueBackend');

const KEEP_FINISHED = 100;

/**
 * Wakes a worker for a row that has work in it. Ring after the commit: the row is the work, so a bell that is lost (Redis down, the
 * process killed here) only delays it until the next sweep.
 */
@Injectable()
export class Bell implements OnModuleInit {
  private readonly logger = new Logger(Bell.name);
  private readonly queues = new Map<QueueName, Queue>();

  constructor(
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    for (const name of QUEUES) {
      const queue = this.backend.openQueue(name);
      queue.on('error', (error) => this.logger.warn(`queue ${name}: ${error.message}`));
      this.queues.set(name, queue);
    }
  }

  /** Never throws and never waits: the work is safe in its row already. */
  ring(queue: QueueName, name: string, data: Readonly<Record<string, string>> = {}): void {
    this.add(queue, name, data).catch((error: unknown) => {
      this.logger.warn(`the bell ${queue}/${name} was lost, the next sweep finds its row: ${String(error)}`);
    });
  }

  /** Writes down the repeated jobs; the same schedule from several processes is one schedule. */
  async schedule(): Promise<void> {
    for (const queue of QUEUES) {
      for (const { name, everyMs } of this.handlers.of(queue)) {
        if (everyMs === undefined) continue;
        await this.open(queue).upsertJobScheduler(name, { every: everyMs }, { name, data: {}, opts: { removeOnComplete: true, removeOnFail: KEEP_FINISHED } });
      }
    }
  }

  /** Jobs per queue and state, for metrics. */
  async counts(): Promise<{ queue: QueueName; state: string; jobs: number }[]> {
    const perQueue = await Promise.all(
      QUEUES.map(async (queue) => ({ queue, counts: await this.open(queue).getJobCounts('waiting', 'active', 'delayed', 'failed') })),
    );
    return perQueue.flatMap(({ queue, counts }) => Object.entries(counts).map(([state, jobs]) => ({ queue, state, jobs })));
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private async add(queue: QueueName, name: string, data: Readonly<Record<string, string>>): Promise<void> {
    await this.open(queue).add(name, data, {
      attempts: 5,
      backoff: { type: 'exponential', delay: 1_000 },
      removeOnComplete: KEEP_FINISHED,
      removeOnFail: KEEP_FINISHED * 10,
    });
  }

  private open(name: QueueName): Queue {
    const queue = this.queues.get(name);
    if (!queue) throw new Error(`the queue ${name} is not open yet`);
    return queue;
  }
}
