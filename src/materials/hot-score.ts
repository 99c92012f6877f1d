/**
 * Hot score: forward decay (Cormode et al., "Forward Decay", ICDE 2009). Each reuse gives `weight · 2^((t − epoch) / half-life)`
 * points; what is kept is log2 of their sum, so it neither overflows nor ever needs re-computing: as time passes every material
 * loses at the same rate, and the order only changes when somebody reuses one. The database adds with `hot_add(hot,
 * hot_points(weight, at))`; these functions are the reference it is tested against.
 */

/** Half of what a post was worth yesterday: promoters send today's things today. */
const HALF_LIFE_SECONDS = 86_400;
/** 2026-01-01T00:00:00Z. Any moment would do; it only must never change. */
const EPOCH_SECONDS = 1_767_225_600;
/** What a material is given on the day it is published, so that the new is seen beside the popular: one copy's worth. */
export const HEAD_START = 1;

/** log2 of the points that one act of this weight gives at this moment. @param weight > 0 @param at Unix seconds */
export function hotPoints(weight: number, at: number): number {
  return Math.log2(weight) + (at - EPOCH_SECONDS) / HALF_LIFE_SECONDS;
}

/** log2(2^hot + 2^points), computed without either power. */
export function hotAdd(hot: number, points: number): number {
  return Math.max(hot, points) + Math.log2(1 + 2 ** -Math.abs(hot - points));
}
