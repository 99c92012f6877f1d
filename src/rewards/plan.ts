import { z } from 'zod';
import { HubError } from '../platform/errors';
import { words } from '../platform/http/schemas';

const MAX_POINTS = 10n ** 15n;

/** Whole points as a decimal string, 1 … 10^15. A JSON number would lose digits above 2^53, so numbers are refused. */
export const points = z
  .string()
  .regex(/^[1-9]\d{0,15}$/, 'must be whole points as a decimal string, such as "60000"')
  .refine((value) => !/^\d{1,16}$/.test(value) || BigInt(value) <= MAX_POINTS, 'is more than 10^15 points')
  .meta({ description: 'Whole points', example: '60000' });

const percent = z.number().int().min(1).max(100);

const at = z
  .union([z.iso.date(), z.iso.datetime({ offset: true }), z.string().regex(/^\d{4}-W\d{2}$/)], {
    error: 'must be a day such as "2026-11-16", a moment or an ISO week such as "2026-W47"',
  })
  .refine((value) => value >= '2000' && value < '3000', 'is not in a year the calendar of this hub knows')
  .refine((value) => !value.includes('W') || isWeek(value), 'is not a week of that year')
  .meta({ example: '2026-11-16' });

/** So much of the budget, divided among everybody in proportion to their score. */
const scoreShare = z.strictObject({ kind: z.literal('score-share'), percent });

/** Fixed prizes for ranks 1, 2, 3 …; the prize of a rank nobody holds stays in the treasury. */
const rankPrizes = z.strictObject({ kind: z.literal('rank-prizes'), prizes: z.array(points).min(1).max(100) });

/** So much of the budget, divided in proportion to score among those who were newcomers in the period. */
const newcomerShare = z.strictObject({ kind: z.literal('newcomer-share'), percent });

const anyPlan = z.strictObject({
  version: z.literal('v1').default('v1'),
  name: words(1, 80),
  period: z.enum(['day', 'week', 'month']),
  /** A day, a moment or an ISO week inside the period; a day is one of the hub's period time zone. */
  at,
  budget: points,
  rules: z
    .array(z.discriminatedUnion('kind', [scoreShare, rankPrizes, newcomerShare]))
    .min(1)
    .max(20),
  /** The most one person gets from the whole round; what is cut off stays in the treasury. */
  capPerPerson: points.optional(),
  /** Score below which a person takes part in no rule, in score points. */
  minimumScore: z.number().min(0).max(1e9).optional(),
  /** Days that awards are held, for questions and appeals, before they may be spent. */
  holdDays: z.number().int().min(0).max(90),
});

/** How one period's budget becomes awards. It never changes once a round has it: with the facts, anybody can compute the awards again. */
export const plan = anyPlan.meta({ id: 'NewRewardPlan' });
export type Plan = z.infer<typeof plan>;
export type Rule = Plan['rules'][number];

/** As a round answers it: what was left out is filled in. */
export const storedPlan = anyPlan.meta({ id: 'RewardPlan' });

/**
 * What the shape of a plan cannot say: its rules promise no more than there is.
 * @throws HubError `plan.over-100-percent`, `plan.over-budget`.
 */
export function refuseOverspending({ budget, rules }: Plan): void {
  const percents = rules.reduce((sum, rule) => sum + (rule.kind === 'rank-prizes' ? 0 : rule.percent), 0);
  if (percents > 100) {
    throw new HubError('invalid', 'plan.over-100-percent', `The shares add up to ${percents} %.`, { path: 'plan.rules', percents });
  }
  const prizes = rules.flatMap((rule) => (rule.kind === 'rank-prizes' ? rule.prizes : [])).reduce((sum, prize) => sum + BigInt(prize), 0n);
  if (BigInt(budget) * BigInt(percents) + prizes * 100n > BigInt(budget) * 100n) {
    const promised = { path: 'plan.rules', percents, prizes: prizes.toString(), budget };
    throw new HubError('invalid', 'plan.over-budget', 'Shares and prizes together are more than the budget.', promised);
  }
}

/** Years have 52 ISO weeks, or 53 when they begin or end on a Thursday. */
function isWeek(value: string): boolean {
  const [year, week] = value.split('-W').map(Number) as [number, number];
  const isLong = [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)].some((day) => new Date(day).getUTCDay() === 4);
  return week >= 1 && week <= (isLong ? 53 : 52);
}
