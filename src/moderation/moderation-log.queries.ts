import { onlyRow, type Sql } from '../platform/database/sql';

/** Something a moderator did. `action` is a verb such as `approve` or `suspend`. */
export interface Action {
  readonly actorId: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly reviewId?: string;
  readonly reason?: string;
  /** The action that this one takes back; each can be taken back once. */
  readonly reversesId?: string;
}

export interface ActionRow {
  readonly id: string;
  readonly actorId: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly reviewId: string | null;
  readonly reason: string | null;
  readonly createdAt: Date;
}

const ACTION = `id, actor_id AS "actorId", action, subject_kind AS "subjectKind", subject_id AS "subjectId", review_id AS "reviewId",
  reason, created_at AS "createdAt"`;

export async function insertAction(tx: Sql, action: Action): Promise<string> {
  const rows = await tx.query<{ id: string }>(
    `INSERT INTO moderation_actions (actor_id, action, subject_kind, subject_id, review_id, reason, reverses_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, now()) RETURNING id`,
    [action.actorId, action.action, action.subjectKind, action.subjectId, action.reviewId ?? null, action.reason ?? null, action.reversesId ?? null],
  );
  return onlyRow(rows).id;
}

/** Newest first. @param beforeId null from the top. */
export async function listActions(sql: Sql, beforeId: string | null, limit: number): Promise<ActionRow[]> {
  return sql.query<ActionRow>(`SELECT ${ACTION} FROM moderation_actions WHERE $1::bigint IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`, [beforeId, limit]);
}

/** Everything that was done to one subject, oldest first. */
export async function actionsOn(sql: Sql, subjectKind: string, subjectId: string): Promise<ActionRow[]> {
  return sql.query<ActionRow>(`SELECT ${ACTION} FROM moderation_actions WHERE subject_kind = $1 AND subject_id = $2 ORDER BY id`, [subjectKind, subjectId]);
}
