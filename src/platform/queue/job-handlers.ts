import { Injectable } from '@nestjs/common';
import type { QueueName } from './queues';

/**
 * Does the work a bell announced. It may run twice, or after somebody else did the work: what makes it happen once is a key or a
 * state in PostgreSQL. `data` is whatever was rung with; treat it as a hint about which row to look at.
 */
export type JobHandler = (data: Readonly<Record<string, string>>) => Promise<void>;

/** A handler, and how often it runs by itself (the sweep that finds rows whose bell was lost). */
export interface JobDefinition {
  readonly queue: QueueName;
  readonly name: string;
  readonly handle: JobHandler;
  /** Milliseconds between two unprompted runs; absent for jobs that only run when rung. */
  readonly everyMs?: number;
}

/** Where features announce their jobs while the application is being put together. */
@Injectable()
export class JobHandlers {
  private readonly definitions = new Map<string, JobDefinition>();

  register(definition: JobDefinition): void {
    const key = `${definition.queue}/${definition.name}`;
    if (this.definitions.has(key)) throw new Error(`two handlers for the job ${key}`);
    this.definitions.set(key, definition);
  }

  /** @throws Error for a name nobody registered: a job that silently succeeds is worse than one that fails. */
  find(queue: QueueName, name: string): JobDefinition {
    const definition = this.definitions.get(`${queue}/${name}`);
    if (!definition) throw new Error(`no handler for the job ${queue}/${name}`);
    return definition;
  }

  of(queue: QueueName): JobDefinition[] {
    return [...this.definitions.values()].filter((definition) => definition.queue === queue);
  }
}
