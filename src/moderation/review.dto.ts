import { z } from 'zod';
import { personView } from '../accounts/account.dto';
import { id, page, words } from '../platform/http/schemas';

/** What a machine or a person noticed; a hint for the moderator, never a decision. */
export const reviewFlag = z
  .object({
    kind: z.enum(['near-duplicate', 'exact-duplicate', 'compliance', 'report', 'risk', 'appeal']),
    materialId: id.optional(),
    detail: z.string(),
  })
  .meta({ id: 'ReviewFlag' });
export type ReviewFlag = z.infer<typeof reviewFlag>;

export const decision = z.enum(['approve', 'return', 'reject']);

/** A line of the log: who did what to which subject, and why. */
export const actionView = z
  .object({
    id,
    action: z.string(),
    subject: z.object({ kind: z.string(), id }),
    actor: personView,
    reviewId: id.nullable(),
    reason: z.string().nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'ModerationAction' });
export type ActionView = z.infer<typeof actionView>;

/** `facts` count the author's earlier reviews by what was decided. */
const reviewedAuthor = z.object({
  ...personView.shape,
  facts: z.object({ approved: z.number().int(), returned: z.number().int(), rejected: z.number().int() }),
});

/** `version` is what a decision names: it is refused when the review changed after the moderator read it. */
export const reviewView = z
  .object({
    id,
    version: z.number().int(),
    state: z.enum(['open', 'decided', 'withdrawn']),
    subject: z.looseObject({ kind: z.string(), id }),
    flags: z.array(reviewFlag),
    author: reviewedAuthor,
    openedAt: z.iso.datetime(),
    outcome: z.object({ decision, reason: z.string().nullable(), by: personView, at: z.iso.datetime() }).nullable(),
  })
  .meta({ id: 'Review' });
export type ReviewView = z.infer<typeof reviewView>;

/** A review with everything that was ever decided about its subject, oldest first. */
export const reviewDetail = z.object({ ...reviewView.shape, log: z.array(actionView) }).meta({ id: 'ReviewDetail' });
export type ReviewDetail = z.infer<typeof reviewDetail>;

export const reviewsQuery = z.strictObject({ state: z.literal('open').default('open'), ...page });
export type ReviewsQuery = z.infer<typeof reviewsQuery>;

export const actionsQuery = z.strictObject(page);
export type ActionsQuery = z.infer<typeof actionsQuery>;

/** `return` and `reject` need a reason: the author reads it. */
export const decisionBody = z
  .strictObject({ decision, reason: words(1, 500).optional(), version: z.int32().min(1) })
  .meta({ id: 'ReviewDecision' });
export type DecisionBody = z.infer<typeof decisionBody>;

/** The desk today, by the hub's calendar. `medianSeconds` from opened to decided; null while nothing was decided. */
export const summaryView = z
  .object({ open: z.number().int(), decidedToday: z.number().int(), medianSeconds: z.number().nullable() })
  .meta({ id: 'ReviewSummary' });
export type SummaryView = z.infer<typeof summaryView>;
