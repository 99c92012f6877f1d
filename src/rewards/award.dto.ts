import { z } from 'zod';
import { points } from './plan';

/** Which rule of the plan gave the award. */
export const ruleKind = z.enum(['score-share', 'rank-prizes', 'newcomer-share']);

/** A number of score points, exact to the millionth. */
const score = z.string().meta({ description: 'Score, decimal', example: '71.2' });
const wholePoints = z.string().meta({ description: 'Whole points', example: '1240' });

/** What the cap per person did to this award. A person's awards count against it in the order of the rules. */
const cap = z.object({ limit: points, hit: z.boolean(), cut: wholePoints }).nullable();

/** `pool × myScore ÷ totalScore = quotient`, cut to whole points or rounded up by largest remainders to `share`, then capped. */
const shareExplanation = z
  .object({
    rule: z.enum(['score-share', 'newcomer-share']),
    budget: wholePoints,
    percent: z.number().int(),
    pool: wholePoints,
    /** People who took part in this rule. */
    people: z.number().int(),
    totalScore: score,
    myScore: score,
    rank: z.number().int(),
    quotient: z.string().meta({ description: 'Exact share, cut after six decimals', example: '1240.006634' }),
    rounding: z.enum(['exact', 'down', 'up']),
    share: wholePoints,
    cap,
    minimumScore: z.number().nullable(),
  })
  .meta({ id: 'ShareExplanation' });

const prizeExplanation = z
  .object({
    rule: z.literal('rank-prizes'),
    budget: wholePoints,
    rank: z.number().int(),
    people: z.number().int(),
    myScore: score,
    share: wholePoints,
    cap,
    minimumScore: z.number().nullable(),
  })
  .meta({ id: 'PrizeExplanation' });

/** Everything needed to compute one award again by hand. */
export const explanation = z.discriminatedUnion('rule', [shareExplanation, prizeExplanation]).meta({ id: 'AwardExplanation' });
export type Explanation = z.infer<typeof explanation>;
export type Cap = z.infer<typeof cap>;
