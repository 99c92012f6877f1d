import { z } from 'zod';
import { personView } from '../accounts/account.dto';
import { imageView } from '../materials/image.dto';
import { day, id, listOf, page } from '../platform/http/schemas';
import { PERIOD_KINDS, type Day } from './periods';

const at = day
  .refine((value) => value >= '2000-01-01' && value < '2200-01-01', 'lies outside the calendar of the boards')
  .meta({ description: 'A day inside the period; today when left out' });
const period = z.enum(PERIOD_KINDS);
const contributorBoard = z
  .string()
  .regex(/^(total|newcomers|team|team:[1-9]\d{0,17})$/, 'is not a board of contributors')
  .meta({ description: 'total, newcomers, team (the caller’s own) or team:<id>' });

const when = { period: period.default('week'), at: at.optional() };

export const contributorsQuery = z.strictObject({ ...when, board: contributorBoard.default('total'), ...page });
export type ContributorsQuery = z.infer<typeof contributorsQuery>;

export const materialsQuery = z.strictObject({ ...when, board: z.enum(['total']).default('total'), ...page });
export type MaterialsQuery = z.infer<typeof materialsQuery>;

export const lineQuery = z.strictObject({ ...when, board: contributorBoard.default('total') });
export type LineQuery = z.infer<typeof lineQuery>;

export const accountParams = z.strictObject({ accountId: id });
export type AccountParams = z.infer<typeof accountParams>;

export const requestRunBody = z.strictObject({ period, at: at.optional() }).meta({ id: 'RequestRankingRun' });
export type RequestRunBody = z.infer<typeof requestRunBody>;

/** A period's calendar days, half-open; null for all time, which has no ends. */
const days = { period, start: day.nullable(), end: day.nullable() };
export const dayOrNull = (value: Day): Day | null => (value.endsWith('infinity') ? null : value);

/** The computation a board was read from. Provisional while facts may still come in, final once all of the period are. */
export const boardRunView = z
  .object({ id, ...days, asOf: z.iso.datetime(), formulaVersion: z.number().int(), state: z.enum(['provisional', 'final']) })
  .meta({ id: 'BoardRun' });
export type BoardRunView = z.infer<typeof boardRunView>;

const line = {
  rank: z.number().int().positive(),
  /** In the period before; null for who was not on that board. */
  previousRank: z.number().int().positive().nullable(),
  score: z.number().min(0),
  /** Pairs of promoter and material. */
  reuses: z.number().int(),
  teams: z.number().int(),
  rating: z.object({ mean: z.number().min(1).max(5).nullable(), count: z.number().int() }),
};

export const contributorLineView = z.object({ ...line, account: personView }).meta({ id: 'ContributorLine' });
export type ContributorLineView = z.infer<typeof contributorLineView>;

/** The caller's own line, wherever it stands, and who stands just before. */
const myLineView = contributorLineView
  .extend({ ahead: z.object({ rank: z.number().int(), score: z.number() }).nullable() })
  .meta({ id: 'MyLine' });

/** Lists show the first picture; the rest belongs to the material's own page. */
export const materialLineView = z
  .object({ ...line, material: z.object({ id, body: z.string(), author: personView, images: z.array(imageView).max(1) }) })
  .meta({ id: 'MaterialLine' });
export type MaterialLineView = z.infer<typeof materialLineView>;

/** `run` is null until the first computation of the period. */
export const contributorsBoardView = listOf(contributorLineView)
  .extend({ run: boardRunView.nullable(), me: myLineView.nullable() })
  .meta({ id: 'ContributorsBoard' });
export type ContributorsBoardView = z.infer<typeof contributorsBoardView>;

/** Materials are nobody's line: `me` is always null. */
export const materialsBoardView = listOf(materialLineView)
  .extend({ run: boardRunView.nullable(), me: z.null() })
  .meta({ id: 'MaterialsBoard' });
export type MaterialsBoardView = z.infer<typeof materialsBoardView>;

/** One line opened: reuseScore × qualityFactor = score, and the teams that the reuse score is the sum of. */
export const explainedLineView = z
  .object({
    run: boardRunView,
    line: contributorLineView,
    parts: z.object({
      reuseScore: z.number(),
      qualityFactor: z.number(),
      qualityMean: z.number(),
      siteMean: z.number(),
      starsSum: z.number().int(),
      starsCount: z.number().int(),
      /** The teams that brought most, by points. No id: promoters of no team, who count as one. */
      teams: z.array(
        z.object({
          teamId: id.nullable(),
          name: z.string().nullable(),
          ownTeam: z.boolean(),
          copiers: z.number().int(),
          logSum: z.number(),
          points: z.number(),
        }),
      ),
      rest: z.object({ teams: z.number().int(), copiers: z.number().int(), points: z.number() }),
    }),
    /** Reuses of own materials in the period: noted, never scored. */
    ownCopies: z.number().int(),
  })
  .meta({ id: 'ExplainedLine' });
export type ExplainedLineView = z.infer<typeof explainedLineView>;

export const rankingRunView = z
  .object({
    id,
    state: z.enum(['queued', 'running', 'done', 'failed']),
    ...days,
    asOf: z.iso.datetime().nullable(),
    contributors: z.number().int().nullable(),
    materials: z.number().int().nullable(),
    error: z.string().optional(),
  })
  .meta({ id: 'RankingRun' });
export type RankingRunView = z.infer<typeof rankingRunView>;
