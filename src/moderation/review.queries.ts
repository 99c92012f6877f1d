import { onlyRow, type Sql } from '../platform/database/sql';
import type { ReviewFlag, SummaryView } from './review.dto';
import type { Decision } from './review-subjects';

export interface ReviewRow {
  readonly id: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly authorId: string;
  readonly state: 'open' | 'decided' | 'withdrawn';
  readonly flags: ReviewFlag[];
  readonly version: number;
  readonly openedAt: Date;
  readonly decision: Decision | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

const REVIEW = `id, subject_kind AS "subjectKind", subject_id AS "subjectId", author_id AS "authorId", state, flags, version,
  opened_at AS "openedAt", decision, reason, decided_at AS "decidedAt", decided_by AS "decidedBy"`;

/** One open review per subject (`reviews_one_open_key`): a second one refreshes the first, which keeps its place in the queue. */
export async function openReview(
  tx: Sql,
  review: { subjectKind: string; subjectId: string; authorId: string; flags: readonly ReviewFlag[] },
): Promise<string> {
  const rows = await tx.query<{ id: string }>(
    `INSERT INTO reviews (subject_kind, subject_id, author_id, flags, opened_at) VALUES ($1, $2, $3, $4, now())
     ON CONFLICT (subject_kind, subject_id) WHERE state = 'open'
     DO UPDATE SET version = reviews.version + 1, flags = excluded.flags
     RETURNING id`,
    [review.subjectKind, review.subjectId, review.authorId, JSON.stringify(review.flags)],
  );
  return onlyRow(rows).id;
}

export async function withdrawReview(tx: Sql, subjectKind: string, subjectId: string): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE reviews SET state = 'withdrawn', version = version + 1
     WHERE subject_kind = $1 AND subject_id = $2 AND state = 'open' RETURNING id`,
    [subjectKind, subjectId],
  );
  return rows.length > 0;
}

/**
 * Claims a review for one decision. Of many at once the first takes the row's lock; the others wait for its commit, look at the
 * row again, find it is not open any more and get nothing.
 */
export async function decideReview(
  tx: Sql,
  claim: { id: string; version: number; decision: Decision; reason: string | null; by: string },
): Promise<ReviewRow | undefined> {
  const rows = await tx.query<ReviewRow>(
    `UPDATE reviews SET state = 'decided', version = version + 1, decision = $3, reason = $4, decided_at = now(), decided_by = $5
     WHERE id = $1 AND version = $2 AND state = 'open' AND author_id <> $5
     RETURNING ${REVIEW}`,
    [claim.id, claim.version, claim.decision, claim.reason, claim.by],
  );
  return rows[0];
}

export async function findReview(sql: Sql, id: string): Promise<ReviewRow | undefined> {
  const rows = await sql.query<ReviewRow>(`SELECT ${REVIEW} FROM reviews WHERE id = $1`, [id]);
  return rows[0];
}

/** Oldest first: ids are given in the order of opening. */
export async function listOpenReviews(sql: Sql, afterId: string, limit: number): Promise<ReviewRow[]> {
  return sql.query<ReviewRow>(`SELECT ${REVIEW} FROM reviews WHERE state = 'open' AND id > $1 ORDER BY id LIMIT $2`, [afterId, limit]);
}

/** The last decision on each subject; withdrawn and open reviews say nothing. */
export async function latestDecisions(
  sql: Sql,
  subjectKind: string,
  subjectIds: readonly string[],
): Promise<{ subjectId: string; decision: Decision; reason: string | null; decidedAt: Date }[]> {
  return sql.query(
    `SELECT DISTINCT ON (subject_id) subject_id AS "subjectId", decision, reason, decided_at AS "decidedAt"
     FROM reviews WHERE subject_kind = $1 AND subject_id = ANY($2::bigint[]) AND state = 'decided'
     ORDER BY subject_id, id DESC`,
    [subjectKind, [...new Set(subjectIds)]],
  );
}

export async function countDecisions(
  sql: Sql,
  authorIds: readonly string[],
): Promise<{ authorId: string; approved: number; returned: number; rejected: number }[]> {
  return sql.query(
    `SELECT author_id AS "authorId",
            (count(*) FILTER (WHERE decision = 'approve'))::integer AS approved,
            (count(*) FILTER (WHERE decision = 'return'))::integer AS returned,
            (count(*) FILTER (WHERE decision = 'reject'))::integer AS rejected
     FROM reviews WHERE author_id = ANY($1::bigint[]) AND state = 'decided' GROUP BY author_id`,
    [[...new Set(authorIds)]],
  );
}

/** @param timeZone whose midnight begins today. */
export async function summarizeReviews(sql: Sql, timeZone: string): Promise<SummaryView> {
  const rows = await sql.query<SummaryView>(
    `SELECT (SELECT count(*)::integer FROM reviews WHERE state = 'open') AS open,
            count(*)::integer AS "decidedToday",
            percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM decided_at - opened_at)) AS "medianSeconds"
     FROM reviews WHERE state = 'decided' AND decided_at >= date_trunc('day', now(), $1)`,
    [timeZone],
  );
  return onlyRow(rows);
}

/** The review a subject waits in, if it does. */
export async function openReviewOf(sql: Sql, subjectKind: string, subjectId: string): Promise<{ id: string; version: number } | undefined> {
  const rows = await sql.query<{ id: string; version: number }>(
    `SELECT id, version FROM reviews WHERE subject_kind = $1 AND subject_id = $2 AND state = 'open'`,
    [subjectKind, subjectId],
  );
  return rows[0];
}
