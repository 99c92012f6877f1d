import { Inject, Injectable } from '@nestjs/common';
import type { SignedIn } from '../accounts/session.queries';
import { CONFIG, type Config } from '../config/config';
import { Database } from '../platform/database/database';
import type { Sql } from '../platform/database/sql';
import type { HubError } from '../platform/errors';
import { ModerationLog } from './moderation-log';
import { ownReview, reasonRequired, reviewChanged, reviewDecided, reviewNotFound, reviewWithdrawn } from './moderation.errors';
import type { DecisionBody, ReviewFlag, SummaryView } from './review.dto';
import { decideReview, findReview, latestDecisions, openReview, summarizeReviews, withdrawReview } from './review.queries';
import { ReviewSubjects, type Decision } from './review-subjects';

/** What the author of a subject is told. */
export interface LatestDecision {
  readonly decision: Decision;
  readonly reason: string | null;
  readonly decidedAt: Date;
}

/**
 * One queue for everything a moderator decides.
 *
 * Lock order: the review first, then the rows of its subject. Features call `open` and `withdraw` before they touch rows that
 * already exist; otherwise an author who takes a post back and the moderator who approves it would wait for each other.
 */
@Injectable()
export class ReviewsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly subjects: ReviewSubjects,
    private readonly log: ModerationLog,
  ) {}

  /** Puts a subject into the queue; one that waits there already keeps its place under a new version. @returns the review's id. */
  open(tx: Sql, review: { subjectKind: string; subjectId: string; authorId: string; flags?: readonly ReviewFlag[] }): Promise<string> {
    this.subjects.of(review.subjectKind);
    return openReview(tx, { ...review, flags: review.flags ?? [] });
  }

  /** The author takes the subject back. @returns whether it was still waiting. */
  withdraw(tx: Sql, subjectKind: string, subjectId: string): Promise<boolean> {
    return withdrawReview(tx, subjectKind, subjectId);
  }

  /**
   * Decides once: the claim of the review, the change of its subject and the line in the log are one transaction.
   * @throws HubError `review.reason-required`, `review.not-found`, `review.own`, `review.decided`, `review.withdrawn`,
   *   `review.version`, and whatever the subject refuses.
   */
  async decide(by: SignedIn, id: string, { decision, reason, version }: DecisionBody): Promise<void> {
    if (decision !== 'approve' && reason === undefined) throw reasonRequired();
    await this.database.transaction(async (tx) => {
      const claimed = await decideReview(tx, { id, version, decision, reason: reason ?? null, by: by.id });
      if (!claimed) throw await whyNot(tx, by, id);
      const { subjectKind, subjectId } = claimed;
      await this.subjects.of(subjectKind).apply(tx, subjectId, decision, by, reason);
      await this.log.record(tx, { actorId: by.id, action: decision, subjectKind, subjectId, reviewId: id, reason });
    });
  }

  /** By subject id; subjects that were never decided are missing. */
  async latestDecisions(sql: Sql, subjectKind: string, subjectIds: readonly string[]): Promise<Map<string, LatestDecision>> {
    const rows = await latestDecisions(sql, subjectKind, subjectIds);
    return new Map(rows.map(({ subjectId, ...decision }) => [subjectId, decision]));
  }

  summary(): Promise<SummaryView> {
    return summarizeReviews(this.database, this.config.periodTimeZone);
  }
}

/** Read after the claim failed, so it sees what the winner committed. */
async function whyNot(tx: Sql, by: SignedIn, id: string): Promise<HubError> {
  const review = await findReview(tx, id);
  if (!review) return reviewNotFound();
  if (review.authorId === by.id) return ownReview();
  const { state, version, decision, reason, decidedBy, decidedAt } = review;
  const current = { state, version, decision, reason, decidedBy, decidedAt };
  if (state === 'decided') return reviewDecided(current);
  return state === 'withdrawn' ? reviewWithdrawn(current) : reviewChanged(current);
}
