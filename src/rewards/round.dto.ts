import { z } from 'zod';
import { id } from '../platform/http/schemas';
import { explanation, ruleKind } from './award.dto';
import { plan, storedPlan } from './plan';

export const roundState = z.enum(['open', 'frozen', 'previewed', 'approved', 'issued', 'released']);
export type RoundState = z.infer<typeof roundState>;

const moment = z.iso.datetime().nullable();
const pointTotal = z.string().meta({ description: 'Whole points', example: '58760' });

export const createRoundBody = z.strictObject({ plan }).meta({ id: 'CreateRewardRound' });
export type CreateRoundBody = z.infer<typeof createRoundBody>;

export const periodView = z
  .object({ kind: z.enum(['day', 'week', 'month']), start: z.iso.date(), end: z.iso.date() })
  .meta({ description: 'start ≤ day < end' });

/** A round. What a later step will find out is null until then. */
export const roundView = z
  .object({
    id,
    state: roundState,
    plan: storedPlan,
    period: periodView,
    budget: pointTotal,
    awarded: pointTotal.nullable(),
    /** Budget less awards; goes back to the treasury when the round is issued. */
    unspent: pointTotal.nullable(),
    /** People with at least one award. */
    people: z.number().int().nullable(),
    runId: id.nullable(),
    factsHash: z.string().nullable(),
    createdAt: z.iso.datetime(),
    frozenAt: moment,
    previewedAt: moment,
    approvedAt: moment,
    issuedAt: moment,
    releaseAt: moment,
    releasedAt: moment,
  })
  .meta({ id: 'RewardRound' });
export type RoundView = z.infer<typeof roundView>;

/** A round with what an admin looks at before approving it. */
export const roundDetail = z
  .object({
    ...roundView.shape,
    /** What each rule of the plan gave, by its place there. */
    totals: z.array(z.object({ ruleIndex: z.number().int(), rule: ruleKind, people: z.number().int(), awarded: pointTotal })),
    /** The latest issued round of an earlier period of the same length. */
    comparison: z.object({ roundId: id, name: z.string(), people: z.number().int(), awarded: pointTotal }).nullable(),
  })
  .meta({ id: 'RewardRoundDetail' });
export type RoundDetail = z.infer<typeof roundDetail>;

export const awardLine = z
  .object({ id, account: z.object({ id, displayName: z.string() }), rule: ruleKind, amount: pointTotal, explanation })
  .meta({ id: 'RoundAward' });
export type AwardLine = z.infer<typeof awardLine>;
