import { z } from 'zod';
import { id } from '../platform/http/schemas';
import { explanation, ruleKind } from './award.dto';
import { periodView } from './round.dto';

const points = z.string().meta({ description: 'Whole points', example: '1240' });
const signedPoints = z.string().meta({ description: 'Whole points, negative when they leave', example: '-1240' });
const moment = z.iso.datetime();

/** `held` may still be contested; `lifetime` is everything ever awarded less what was taken back. */
export const walletView = z.object({ available: points, held: points, lifetime: points }).meta({ id: 'Wallet' });
export type WalletView = z.infer<typeof walletView>;

/** Where the points of an award stand. */
const standing = z.enum(['held', 'available', 'reversed']);
export type Standing = z.infer<typeof standing>;

/**
 * One transfer. `amount` is what it was about, positive when the promoter gained by it; `held` and `available` are what it did to the
 * two balances, so that their sums over all lines are the wallet's.
 */
export const walletTransfer = z
  .object({
    id,
    kind: z.string().meta({ example: 'award' }),
    amount: signedPoints,
    held: signedPoints,
    available: signedPoints,
    memo: z.string().nullable(),
    round: z.object({ id, name: z.string() }).nullable(),
    awardId: id.nullable(),
    /** Where the points of its award stand today. */
    state: standing,
    createdAt: moment,
  })
  .meta({ id: 'WalletTransfer' });
export type WalletTransfer = z.infer<typeof walletTransfer>;

export const ownAwardView = z
  .object({
    id,
    round: z.object({ id, name: z.string(), period: periodView }),
    rule: ruleKind,
    amount: points,
    state: standing,
    issuedAt: moment,
    /** When the hold ends, or ended. */
    releaseAt: moment,
    releasedAt: moment.nullable(),
  })
  .meta({ id: 'OwnAward' });
export type OwnAwardView = z.infer<typeof ownAwardView>;

/** 算定 · 过目 · 暂存 · 放行; a step that is not `done` shows when it is due. */
const step = z.object({ step: z.enum(['computed', 'approved', 'held', 'released']), at: moment, done: z.boolean() });

export const ownAwardDetail = z.object({ ...ownAwardView.shape, explanation, timeline: z.array(step) }).meta({ id: 'OwnAwardDetail' });
export type OwnAwardDetail = z.infer<typeof ownAwardDetail>;
