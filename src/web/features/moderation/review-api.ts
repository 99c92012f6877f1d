import type { Author, Category, MaterialState, Page, Picture } from '../../api/types';

export type Decision = 'approve' | 'return' | 'reject';

/** A hint of a machine or a person, never a decision. */
export interface ReviewFlag {
  kind: 'near-duplicate' | 'exact-duplicate' | 'compliance' | 'report' | 'risk' | 'appeal';
  materialId?: string;
  detail: string;
}

/** A post as it will be posted. */
export interface MaterialSubject {
  kind: 'material';
  id: string;
  state: MaterialState;
  category: Category;
  body: string;
  commentText: string | null;
  tags: string[];
  variants: string[];
  images: Picture[];
  createdAt: string;
  version: number;
}

/** Another kind of subject, which this client has no picture of. */
interface OtherSubject {
  kind: string;
  id: string;
}

/** One line of the append-only log. */
export interface ModerationAction {
  id: string;
  action: string;
  actor: Author;
  reason: string | null;
  at: string;
}

export interface Review {
  id: string;
  /** A decision names it, and is refused when the review changed after it was read. */
  version: number;
  state: 'open' | 'decided' | 'withdrawn';
  subject: MaterialSubject | OtherSubject;
  flags: ReviewFlag[];
  author: Author & { facts: { approved: number; returned: number; rejected: number } };
  openedAt: string;
  outcome: { decision: Decision; reason: string | null; by: Author; at: string } | null;
}

export interface ReviewDetail extends Review {
  /** Everything that was ever decided about the subject, oldest first. */
  log: ModerationAction[];
}

export interface ReviewSummary {
  open: number;
  decidedToday: number;
  /** From opened to decided; null while nothing was decided today. */
  medianSeconds: number | null;
}

declare module '../../api/paths' {
  interface Paths {
    '/api/reviews': { get: Call<Page<Review>, { query: Paging }> };
    '/api/reviews/summary': { get: Call<ReviewSummary> };
    '/api/reviews/{id}': { get: Call<ReviewDetail, ById> };
    '/api/reviews/{id}/decision': { post: Call<ReviewDetail, ById, { decision: Decision; reason?: string; version: number }> };
    '/api/materials/{id}/pick': { post: Call<unknown, ById, { note: string }> };
  }
}
