import type { components } from '../../api/api.gen';

/** Amounts are whole points as decimal strings: a number would lose digits above 2^53. Times are ISO, days the hub's calendar. */
type Schemas = components['schemas'];

export type Wallet = Schemas['Wallet'];

/** `amount`, `held` and `available` are signed: positive when the promoter gained by it. */
export type WalletTransfer = Schemas['WalletTransfer'];

export type OwnAward = Schemas['OwnAward'];
export type OwnAwardDetail = Schemas['OwnAwardDetail'];

/** A share is `pool × myScore ÷ totalScore = quotient`, rounded by largest remainders to `share`. */
export type Explanation = Schemas['AwardExplanation'];

export type Plan = Schemas['NewRewardPlan'];
export type PlanRule = Plan['rules'][number];
export type RuleKind = PlanRule['kind'];

export type Round = Schemas['RewardRound'];
export type RoundDetail = Schemas['RewardRoundDetail'];
export type RoundPeriod = Round['period'];
export type RoundState = Round['state'];
export const roundStates = ['open', 'frozen', 'previewed', 'approved', 'issued', 'released'] as const satisfies readonly RoundState[];
