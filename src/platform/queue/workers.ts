import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { UnrecoverableError, type Job, type Worker } from 'bullmq';
import { CONFIG, type Config } from '../../config/config';
import { HubError } from '../errors';
import { Bell, QUEUE_BACKEND } from './bell';
import { JobHandlers } from './job-handlers';
import type { QueueBackend } from './queue-backend';
import { QUEUES, type QueueName } from './queues';

const CONCURRENCY: Readonly<Record<QueueName, number>> = { images: 2, ranking: 1, rewards: 1 };

/**
 * Runs the jobs of this process, unless it only answers HTTP. Closed before the database is: a job under way finishes, and what it
 * cannot finish is found again through its row.
 */
@Injectable()
export class Workers implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger(Workers.name);
  private workers: Worker[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    private readonly handlers: JobHandlers,
    private readonly bell: Bell,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.role === 'api') return;
    await this.bell.schedule();
    this.workers = QUEUES.map((name) => this.start(name));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  /** After the last request, which may still have rung. */
  async onApplicationShutdown(): Promise<void> {
    await this.bell.close();
    await this.backend.close();
  }

  private start(queue: QueueName): Worker {
    const worker = this.backend.openWorker(queue, (job) => this.run(queue, job), { concurrency: CONCURRENCY[queue] });
    worker.on('error', (error) => this.logger.warn(`worker ${queue}: ${error.message}`));
    worker.on('failed', (job, error) => this.logger.error(`job ${queue}/${job?.name} failed: ${error.message}`, error.stack));
    worker.run().catch((error: unknown) => this.logger.error(`worker ${queue} stopped: ${String(error)}`));
    return worker;
  }

  /** A refusal is final: trying a job again that the hub itself turned down cannot end differently. */
  private async run(queue: QueueName, job: Job): Promise<void> {
    const { handle } = this.handlers.find(queue, job.name);
    try {
      await handle((job.data ?? {}) as Record<string, string>);
    } catch (error) {
      if (error instanceof HubError && error.kind !== 'unavailable' && error.kind !== 'full') throw new UnrecoverableError(error.message);
      throw error;
    }
  }
}
