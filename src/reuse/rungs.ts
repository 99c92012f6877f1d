/** What a promoter can tell us they did with a material. Clicks and orders are reported by the hub itself. */
export const REPORTED_KINDS = ['copied', 'saved', 'poster', 'sent'] as const;
export type ReportedKind = (typeof REPORTED_KINDS)[number];
export type ReuseKind = ReportedKind | 'clicked' | 'ordered';

/** How far a reuse got: saving the pictures and making a poster are two ways of taking the same step. */
export const RUNG_OF: Readonly<Record<ReuseKind, number>> = { copied: 1, saved: 2, poster: 2, sent: 3, clicked: 4, ordered: 5 };

/**
 * What a use is worth in the feed's hot score, by rung (index 0 is rung 1). Apart from the weights of the scores, which a new formula
 * version may change: these are inside sums that are stored for good.
 */
export const HOT_WEIGHTS = [1, 1, 1.5, 2, 4] as const;
