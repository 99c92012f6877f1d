import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { materialNotFound } from '../materials/material.errors';
import { ReuseBatcher } from './reuse-batcher';
import type { ReuseAnswer, ReuseBody } from './reuse.dto';
import { idConflict, idOutOfWindow } from './reuse.errors';
import { ID_WINDOW_MS, madeAt } from './reuse-id';
import { findEvent, findReuseCount, type Outcome, type ReuseEvent } from './reuse.queries';

/** A reuse as answered to whoever reported it. */
export interface RecordedReuse {
  readonly answer: ReuseAnswer;
  /** The same act had been recorded before. */
  readonly repeat: boolean;
}

@Injectable()
export class ReuseService {
  constructor(
    private readonly database: Database,
    private readonly batcher: ReuseBatcher,
  ) {}

  /**
   * Records one act and says what it added. Sending it again is safe and answers `repeat`.
   * @throws HubError `reuse.id-out-of-window`, `reuse.id-conflict`, `material.not-found`
   */
  async record(accountId: string, materialId: string, { id, kind }: ReuseBody): Promise<RecordedReuse> {
    const moment = madeAt(id);
    if (moment === undefined || Math.abs(Date.now() - moment) > ID_WINDOW_MS) throw idOutOfWindow();
    const event: ReuseEvent = { id, accountId, materialId, kind };
    const outcome = await this.batcher.count(event);
    if (!outcome) throw materialNotFound();
    if (!outcome.fresh) await this.refuseConflict(event);
    // What added nothing may have waited for the batch that did, and then its statement still sees the count from before that.
    const reuseCount = outcome.added ? outcome.reuseCount : await findReuseCount(this.database, materialId);
    return { answer: toAnswer({ ...outcome, reuseCount }), repeat: !outcome.fresh };
  }

  private async refuseConflict(event: ReuseEvent): Promise<void> {
    const recorded = await findEvent(this.database, event.id);
    const same = recorded?.accountId === event.accountId && recorded.materialId === event.materialId && recorded.kind === event.kind;
    if (!same) throw idConflict();
  }
}

function toAnswer({ fresh, verdict, added, reuseCount }: Outcome): ReuseAnswer {
  if (added) return { counted: true, reuseCount };
  return { counted: false, reason: fresh ? (verdict ?? 'already-counted') : 'repeat', reuseCount };
}
