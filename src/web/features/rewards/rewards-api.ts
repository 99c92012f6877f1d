import type { Page } from '../../api/types';

/** Amounts are whole points as decimal strings: a number would lose digits above 2^53. Times are ISO, days the hub's calendar. */

export interface Wallet {
  available: string;
  held: string;
  lifetime: string;
}

/** Where the points of an award stand. */
export type Standing = 'held' | 'available' | 'reversed';

export interface WalletTransfer {
  id: string;
  kind: string;
  /** Signed: positive when the promoter gained by it. */
  amount: string;
  /** Signed: what it did to the held balance. */
  held: string;
  /** Signed: what it did to the available balance. */
  available: string;
  memo: string | null;
  round: { id: string; name: string } | null;
  awardId: string | null;
  state: Standing;
  createdAt: string;
}

export interface RoundPeriod {
  kind: 'day' | 'week' | 'month';
  start: string;
  end: string;
}

export type RuleKind = 'score-share' | 'rank-prizes' | 'newcomer-share';

interface Cap {
  limit: string;
  hit: boolean;
  cut: string;
}

interface AnyExplanation {
  budget: string;
  rank: number;
  people: number;
  /** Decimal, exact to the millionth. */
  myScore: string;
  share: string;
  cap: Cap | null;
  minimumScore: number | null;
}

/** `pool × myScore ÷ totalScore = quotient`, rounded by largest remainders to `share`. */
export interface ShareExplanation extends AnyExplanation {
  rule: 'score-share' | 'newcomer-share';
  percent: number;
  pool: string;
  totalScore: string;
  quotient: string;
  rounding: 'exact' | 'down' | 'up';
}

export interface PrizeExplanation extends AnyExplanation {
  rule: 'rank-prizes';
}

export type Explanation = ShareExplanation | PrizeExplanation;

export interface OwnAward {
  id: string;
  round: { id: string; name: string; period: RoundPeriod };
  rule: RuleKind;
  amount: string;
  state: Standing;
  issuedAt: string;
  releaseAt: string;
  releasedAt: string | null;
}

export type AwardStep = 'computed' | 'approved' | 'held' | 'released';

export interface OwnAwardDetail extends OwnAward {
  explanation: Explanation;
  /** A step that is not done shows when it is due. */
  timeline: { step: AwardStep; at: string; done: boolean }[];
}

export type PlanRule = { kind: 'score-share' | 'newcomer-share'; percent: number } | { kind: 'rank-prizes'; prizes: string[] };

export interface Plan {
  name: string;
  period: RoundPeriod['kind'];
  /** A day inside the period. */
  at: string;
  budget: string;
  rules: PlanRule[];
  capPerPerson?: string;
  minimumScore?: number;
  holdDays: number;
}

export const roundStates = ['open', 'frozen', 'previewed', 'approved', 'issued', 'released'] as const;
export type RoundState = (typeof roundStates)[number];

export interface Round {
  id: string;
  state: RoundState;
  plan: Plan;
  period: RoundPeriod;
  budget: string;
  awarded: string | null;
  unspent: string | null;
  people: number | null;
  factsHash: string | null;
  createdAt: string;
  frozenAt: string | null;
  previewedAt: string | null;
  approvedAt: string | null;
  issuedAt: string | null;
  releaseAt: string | null;
  releasedAt: string | null;
}

export interface RoundDetail extends Round {
  /** What each rule of the plan gave, by its place there. */
  totals: { ruleIndex: number; rule: RuleKind; people: number; awarded: string }[];
  /** The latest issued round of an earlier period of the same length. */
  comparison: { roundId: string; name: string; people: number; awarded: string } | null;
}

export interface RoundAward {
  id: string;
  account: { id: string; displayName: string };
  rule: RuleKind;
  amount: string;
  explanation: Explanation;
}

declare module '../../api/paths' {
  interface Paths {
    '/api/me/wallet': { get: Call<Wallet> };
    '/api/me/wallet/transfers': { get: Call<Page<WalletTransfer>, { query: Paging }> };
    '/api/me/awards': { get: Call<Page<OwnAward>, { query: Paging }> };
    '/api/me/awards/{id}': { get: Call<OwnAwardDetail, ById> };
    '/api/reward-rounds': {
      get: Call<Page<Round>, { query: Paging }>;
      post: Call<RoundDetail, { header: { 'Idempotency-Key': string } }, { plan: Plan }>;
    };
    '/api/reward-rounds/{id}': { get: Call<RoundDetail, ById> };
    '/api/reward-rounds/{id}/freeze': { post: Call<RoundDetail, ById> };
    '/api/reward-rounds/{id}/preview': { post: Call<RoundDetail, ById> };
    '/api/reward-rounds/{id}/approve': { post: Call<RoundDetail, ById> };
    '/api/reward-rounds/{id}/awards': { get: Call<Page<RoundAward>, ById & { query: Paging }> };
  }
}
