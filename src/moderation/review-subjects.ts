import { Injectable } from '@nestjs/common';
import type { SignedIn } from '../accounts/session.queries';
import type { Transaction } from '../platform/database/database';
import type { Sql } from '../platform/database/sql';

/** `return` asks the author for a change, `reject` ends it. */
export type Decision = 'approve' | 'return' | 'reject';

/** What a moderator sees of a subject; everything beside `kind` and `id` is between the feature and its screen. */
export interface SubjectView {
  readonly kind: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

/** How a feature that has something to be reviewed shows it and acts on a decision. Moderation knows no content. */
export interface ReviewSubject {
  /** Views by id for one page of the queue; an id that is missing from the answer is shown by kind and id alone. */
  present(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectView>>;
  /**
   * Applies a decision in its own transaction, after the review row was claimed: exactly one caller gets here per review.
   * May throw a HubError (pictures are not ready yet); then nothing is decided.
   */
  apply(tx: Transaction, id: string, decision: Decision, by: SignedIn, reason?: string): Promise<void>;
}

/** Who presents and applies which kind of subject; features register when their module starts. */
@Injectable()
export class ReviewSubjects {
  private readonly subjects = new Map<string, ReviewSubject>();

  register(kind: string, subject: ReviewSubject): void {
    if (this.subjects.has(kind)) throw new Error(`the review subject ${kind} is registered twice`);
    this.subjects.set(kind, subject);
  }

  /** A kind nobody registered is a mistake in the program: its reviews could be opened and never decided. */
  of(kind: string): ReviewSubject {
    const subject = this.subjects.get(kind);
    if (!subject) throw new Error(`no feature registered the review subject ${kind}`);
    return subject;
  }
}
