import type { Plan, PlanRule, RoundPeriod } from './rewards-api';

/** A plan while it is typed: every number as the text in its box. */
export interface PlanDraft {
  name: string;
  period: RoundPeriod['kind'];
  /** A day inside the period. */
  at: string;
  budget: string;
  scoreShare: { on: boolean; percent: string };
  prizes: { on: boolean; amounts: string[] };
  newcomers: { on: boolean; percent: string };
  cap: string;
  minimum: string;
  holdDays: string;
}

export type PlanProblem = 'empty' | 'long' | 'points' | 'percent' | 'over-100' | 'over-budget' | 'no-rule' | 'score' | 'days';

/** What is wrong, by the field it is said under. */
export interface PlanProblems {
  name?: PlanProblem;
  budget?: PlanProblem;
  scoreShare?: PlanProblem;
  /** By rank, from 0. */
  prizes: (PlanProblem | undefined)[];
  newcomers?: PlanProblem;
  rules?: PlanProblem;
  cap?: PlanProblem;
  minimum?: PlanProblem;
  holdDays?: PlanProblem;
}

const maxPoints = 10n ** 15n;
const maxName = 80;
const maxHoldDays = 90;

/** The same refusals as the server's, said before sending; the server decides. */
export function problemsOf(draft: PlanDraft): PlanProblems {
  const problems: PlanProblems = {
    prizes: draft.prizes.on ? draft.prizes.amounts.map((amount) => (pointsOf(amount) === null ? 'points' : undefined)) : [],
  };
  const nameLength = Array.from(draft.name.trim()).length;
  if (nameLength === 0) problems.name = 'empty';
  if (nameLength > maxName) problems.name = 'long';
  if (pointsOf(draft.budget) === null) problems.budget = 'points';
  if (draft.scoreShare.on && percentOf(draft.scoreShare.percent) === null) problems.scoreShare = 'percent';
  if (draft.newcomers.on && percentOf(draft.newcomers.percent) === null) problems.newcomers = 'percent';
  if (draft.cap.trim() && pointsOf(draft.cap) === null) problems.cap = 'points';
  if (draft.minimum.trim() && !/^\d{1,9}(\.\d{1,6})?$/.test(draft.minimum.trim())) problems.minimum = 'score';
  if (!/^\d{1,2}$/.test(draft.holdDays.trim()) || Number(draft.holdDays) > maxHoldDays) problems.holdDays = 'days';
  problems.rules = rulesProblem(draft, problems);
  return problems;
}

export function hasProblems({ prizes, ...rest }: PlanProblems): boolean {
  return [...prizes, ...Object.values(rest)].some((problem) => problem !== undefined);
}

/** Call it only on a draft without problems. */
export function planOf(draft: PlanDraft): Plan {
  const rules: PlanRule[] = [];
  if (draft.scoreShare.on) rules.push({ kind: 'score-share', percent: Number(draft.scoreShare.percent) });
  if (draft.prizes.on) rules.push({ kind: 'rank-prizes', prizes: draft.prizes.amounts.map((amount) => String(pointsOf(amount))) });
  if (draft.newcomers.on) rules.push({ kind: 'newcomer-share', percent: Number(draft.newcomers.percent) });
  return {
    name: draft.name.trim(),
    period: draft.period,
    at: draft.at,
    budget: String(pointsOf(draft.budget)),
    rules,
    ...(draft.cap.trim() && { capPerPerson: String(pointsOf(draft.cap)) }),
    ...(draft.minimum.trim() && { minimumScore: Number(draft.minimum) }),
    holdDays: Number(draft.holdDays),
  };
}

/** What each rule may give out, and what no rule claims. Pools are cut to whole points here; the server splits them exactly. */
export function allotments({ budget, rules }: Plan): { rules: bigint[]; unclaimed: bigint } {
  const total = BigInt(budget);
  const claims = rules.map((rule) =>
    rule.kind === 'rank-prizes' ? rule.prizes.reduce((sum, prize) => sum + BigInt(prize), 0n) : (total * BigInt(rule.percent)) / 100n,
  );
  return { rules: claims, unclaimed: claims.reduce((left, claim) => left - claim, total) };
}

function rulesProblem(draft: PlanDraft, others: PlanProblems): PlanProblem | undefined {
  const { scoreShare, prizes, newcomers } = draft;
  if (!scoreShare.on && !prizes.on && !newcomers.on) return 'no-rule';
  if (others.budget || others.scoreShare || others.newcomers || others.prizes.some(Boolean)) return undefined;
  const plan = planOf(draft);
  const percents = plan.rules.reduce((sum, rule) => sum + (rule.kind === 'rank-prizes' ? 0 : rule.percent), 0);
  if (percents > 100) return 'over-100';
  const won = plan.rules.flatMap((rule) => (rule.kind === 'rank-prizes' ? rule.prizes : [])).reduce((sum, prize) => sum + BigInt(prize), 0n);
  return BigInt(plan.budget) * BigInt(percents) + won * 100n > BigInt(plan.budget) * 100n ? 'over-budget' : undefined;
}

/** Whole points, 1 … 10^15, however they are grouped; null for anything else. */
function pointsOf(text: string): bigint | null {
  const digits = text.trim().replace(/[,，\s]/g, '');
  if (!/^[1-9]\d{0,15}$/.test(digits)) return null;
  const points = BigInt(digits);
  return points <= maxPoints ? points : null;
}

function percentOf(text: string): number | null {
  const percent = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return percent >= 1 && percent <= 100 ? percent : null;
}
