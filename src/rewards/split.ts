/** Somebody's claim on a pool, in proportion to `weight`. */
export interface Claim {
  /** Decimal id; the last word between equals. */
  readonly id: string;
  /** 1 is first. */
  readonly rank: number;
  readonly weight: bigint;
}

export interface Share {
  readonly points: bigint;
  /** Whether this claim got one of the points left over when every exact share was cut to whole points. */
  readonly roundedUp: boolean;
}

/**
 * Divides `pool` whole points in proportion to the claims, so that the shares add up to the pool to the point. Everybody first gets the
 * whole part of their exact share; the points left over go one each to the largest remainders, equals by rank, then by id.
 *
 * Integers only: a rounding error in a float could make or lose a point, and two machines could disagree.
 * Source: the Hamilton method (largest remainders).
 * @returns shares in the order of the claims; all zero when nobody has a claim.
 */
export function split(pool: bigint, claims: readonly Claim[]): Share[] {
  const total = claims.reduce((sum, claim) => sum + claim.weight, 0n);
  if (total === 0n) return claims.map(() => ({ points: 0n, roundedUp: false }));
  const exact = claims.map((claim, index) => ({
    index,
    claim,
    whole: (pool * claim.weight) / total,
    remainder: (pool * claim.weight) % total,
  }));
  // Fewer points are left than there are remainders above zero, so nobody is rounded up who had nothing to round.
  const left = Number(pool - exact.reduce((sum, { whole }) => sum + whole, 0n));
  const lucky = new Set(
    exact
      .toSorted(byRemainder)
      .slice(0, left)
      .map(({ index }) => index),
  );
  return exact.map(({ index, whole }) =>
    lucky.has(index) ? { points: whole + 1n, roundedUp: true } : { points: whole, roundedUp: false },
  );
}

function byRemainder(a: { claim: Claim; remainder: bigint }, b: { claim: Claim; remainder: bigint }): number {
  if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1;
  if (a.claim.rank !== b.claim.rank) return a.claim.rank - b.claim.rank;
  return BigInt(a.claim.id) < BigInt(b.claim.id) ? -1 : 1;
}
