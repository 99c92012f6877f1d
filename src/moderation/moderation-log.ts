import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { PersonView } from '../accounts/account.dto';
import { findPeople } from '../accounts/account.queries';
import { Database } from '../platform/database/database';
import type { Sql } from '../platform/database/sql';
import { decodeCursor, toPage } from '../platform/http/cursor';
import { id } from '../platform/http/schemas';
import { actionsOn, insertAction, listActions, type Action, type ActionRow } from './moderation-log.queries';
import type { ActionsQuery, ActionView } from './review.dto';

const cursorKey = z.tuple([id]);

/** Everything moderators did, in order. The table refuses changes: what was done wrongly is answered by a later line. */
@Injectable()
export class ModerationLog {
  constructor(private readonly database: Database) {}

  /** Belongs into the transaction of the change it tells about. @returns the id of the line. */
  record(tx: Sql, action: Action): Promise<string> {
    return insertAction(tx, action);
  }

  /** Newest first. */
  async list({ limit, cursor }: ActionsQuery): Promise<{ items: ActionView[]; nextCursor: string | null }> {
    const [beforeId] = decodeCursor(cursorKey, cursor) ?? [null];
    const { items, nextCursor } = toPage(await listActions(this.database, beforeId, limit + 1), limit, (row) => row, (row) => [row.id]);
    return { items: await this.present(items), nextCursor };
  }

  /** What was done to one subject, oldest first. */
  async of(subjectKind: string, subjectId: string): Promise<ActionView[]> {
    return this.present(await actionsOn(this.database, subjectKind, subjectId));
  }

  private async present(rows: readonly ActionRow[]): Promise<ActionView[]> {
    const people = await findPeople(this.database, rows.map((row) => row.actorId));
    return rows.map((row) => ({
      id: row.id,
      action: row.action,
      subject: { kind: row.subjectKind, id: row.subjectId },
      actor: people.get(row.actorId) as PersonView,
      reviewId: row.reviewId,
      reason: row.reason,
      at: row.createdAt.toISOString(),
    }));
  }
}
