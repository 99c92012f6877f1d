/** Where points come from; the only account that may owe. */
export const TREASURY = 'treasury';

/** Points set aside for one reward round, between its funding and its last award. */
export const roundAccount = (roundId: string): string => `round:${roundId}`;

/** Points a promoter was awarded that may still be contested. */
export const heldAccount = (accountId: string): string => `held:${accountId}`;

/** Points a promoter may spend. */
export const availableAccount = (accountId: string): string => `available:${accountId}`;
