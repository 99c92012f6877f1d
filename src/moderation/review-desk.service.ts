import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { PersonView } from '../accounts/account.dto';
import { findPeople } from '../accounts/account.queries';
import { Database } from '../platform/database/database';
import { decodeCursor, toPage } from '../platform/http/cursor';
import { id } from '../platform/http/schemas';
import { ModerationLog } from './moderation-log';
import { reviewNotFound } from './moderation.errors';
import type { ReviewDetail, ReviewsQuery, ReviewView } from './review.dto';
import { countDecisions, findReview, listOpenReviews, type ReviewRow } from './review.queries';
import { ReviewSubjects, type SubjectView } from './review-subjects';

const cursorKey = z.tuple([id]);
const FROM_THE_START = '0';

/** What moderators read: reviews with their subjects and authors, a few statements a page whatever its length. */
@Injectable()
export class ReviewDeskService {
  constructor(
    private readonly database: Database,
    private readonly subjects: ReviewSubjects,
    private readonly log: ModerationLog,
  ) {}

  /** Open reviews, the longest waiting first. */
  async list({ limit, cursor }: ReviewsQuery): Promise<{ items: ReviewView[]; nextCursor: string | null }> {
    const [afterId] = decodeCursor(cursorKey, cursor) ?? [FROM_THE_START];
    const { items, nextCursor } = toPage(await listOpenReviews(this.database, afterId, limit + 1), limit, (row) => row, (row) => [row.id]);
    return { items: await this.present(items), nextCursor };
  }

  /** @throws HubError `review.not-found` */
  async get(reviewId: string): Promise<ReviewDetail> {
    const row = await findReview(this.database, reviewId);
    if (!row) throw reviewNotFound();
    const [[view], log] = await Promise.all([this.present([row]), this.log.of(row.subjectKind, row.subjectId)]);
    return { ...(view as ReviewView), log };
  }

  private async present(rows: readonly ReviewRow[]): Promise<ReviewView[]> {
    const [people, counts, subjects] = await Promise.all([
      findPeople(this.database, rows.flatMap(({ authorId, decidedBy }) => (decidedBy ? [authorId, decidedBy] : [authorId]))),
      countDecisions(this.database, rows.map((row) => row.authorId)),
      this.presentSubjects(rows),
    ]);
    const facts = new Map(counts.map(({ authorId, ...count }) => [authorId, count]));
    return rows.map((row) => ({
      id: row.id,
      version: row.version,
      state: row.state,
      subject: subjects.get(keyOf(row.subjectKind, row.subjectId)) ?? { kind: row.subjectKind, id: row.subjectId },
      flags: row.flags,
      author: { ...(people.get(row.authorId) as PersonView), facts: facts.get(row.authorId) ?? { approved: 0, returned: 0, rejected: 0 } },
      openedAt: row.openedAt.toISOString(),
      outcome: outcomeOf(row, people),
    }));
  }

  private async presentSubjects(rows: readonly ReviewRow[]): Promise<Map<string, SubjectView>> {
    const views = new Map<string, SubjectView>();
    for (const kind of new Set(rows.map((row) => row.subjectKind))) {
      const ids = rows.filter((row) => row.subjectKind === kind).map((row) => row.subjectId);
      for (const [subjectId, view] of await this.subjects.of(kind).present(this.database, ids)) views.set(keyOf(kind, subjectId), view);
    }
    return views;
  }
}

const keyOf = (kind: string, subjectId: string): string => `${kind} ${subjectId}`;

function outcomeOf({ decision, reason, decidedBy, decidedAt }: ReviewRow, people: ReadonlyMap<string, PersonView>): ReviewView['outcome'] {
  if (!decision || !decidedBy || !decidedAt) return null;
  return { decision, reason, by: people.get(decidedBy) as PersonView, at: decidedAt.toISOString() };
}
