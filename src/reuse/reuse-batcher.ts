import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { CountingConnection } from './counting-connection';
import { countReuses, type Outcome, type ReuseEvent } from './reuse.queries';

/** Larger batches make the first in line wait for the last; at this size the commit is a small part already. */
const MAX_BATCH = 256;

interface Waiting {
  readonly event: ReuseEvent;
  readonly answer: (outcome: Outcome | undefined) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Collects the events that arrive while a batch is being committed and commits them together. Nobody waits for a batch to fill: the
 * first event goes at once, alone. An event is answered only after its commit, so an answer is a promise kept.
 */
@Injectable()
export class ReuseBatcher {
  private waiting: Waiting[] = [];
  private committing = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly connection: CountingConnection,
  ) {}

  /** @returns undefined when the material was never published. */
  count(event: ReuseEvent): Promise<Outcome | undefined> {
    return new Promise((answer, fail) => {
      this.waiting.push({ event, answer, fail });
      if (!this.committing) void this.commitWaiting();
    });
  }

  private async commitWaiting(): Promise<void> {
    this.committing = true;
    while (this.waiting.length > 0) {
      await this.commit(this.nextBatch());
      // Requests whose bytes are here already come along with the next batch.
      await setImmediate();
    }
    this.committing = false;
  }

  /** At most {@link MAX_BATCH} in the order they came; a second event with an id of this batch waits for the next one. */
  private nextBatch(): Map<string, Waiting> {
    const batch = new Map<string, Waiting>();
    this.waiting = this.waiting.filter((one) => {
      if (batch.size === MAX_BATCH || batch.has(one.event.id)) return true;
      batch.set(one.event.id, one);
      return false;
    });
    return batch;
  }

  private async commit(batch: Map<string, Waiting>): Promise<void> {
    const members = [...batch.values()];
    try {
      const outcomes = await countReuses(this.connection, members.map((one) => one.event), {
        timeZone: this.config.periodTimeZone,
        dailyCap: this.config.dailyReuseCap,
      });
      const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
      for (const { event, answer } of members) answer(byId.get(event.id));
    } catch (error) {
      for (const { fail } of members) fail(error);
    }
  }
}
