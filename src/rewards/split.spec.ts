import fc from 'fast-check';
import { split, type Claim } from './split';

const claim = (rank: number, weight: bigint, id = String(rank)): Claim => ({ id, rank, weight });
const points = (pool: bigint, claims: Claim[]): bigint[] => split(pool, claims).map((share) => share.points);

describe('split by largest remainders', () => {
  it('gives the points left over to the largest remainders', () => {
    // 100 × 3/7 = 42.857…, 100 × 2/7 = 28.571… twice: 42 + 28 + 28 = 98, two points are left for .857 and the first of the .571.
    expect(split(100n, [claim(1, 3n), claim(2, 2n), claim(3, 2n)])).toEqual([
      { points: 43n, roundedUp: true },
      { points: 29n, roundedUp: true },
      { points: 28n, roundedUp: false },
    ]);
  });

  it('breaks ties by rank, then by id as a number', () => {
    expect(points(1n, [claim(2, 1n), claim(1, 1n)])).toEqual([0n, 1n]);
    expect(points(1n, [claim(1, 1n, '10'), claim(1, 1n, '9')])).toEqual([0n, 1n]);
  });

  it('gives nothing to nobody and nothing to those without a claim', () => {
    expect(split(100n, [])).toEqual([]);
    expect(points(100n, [claim(1, 0n)])).toEqual([0n]);
    expect(points(100n, [claim(1, 5n), claim(2, 0n)])).toEqual([100n, 0n]);
  });

  it('is exact where floating point is not', () => {
    const pool = 10n ** 15n;
    expect(points(pool, [claim(1, 9_007_199_254_740_993n), claim(2, 9_007_199_254_740_992n)])).toEqual([pool / 2n, pool / 2n]);
    expect(points(pool - 1n, [claim(1, 1n), claim(2, 1n), claim(3, 1n)])).toEqual([333333333333333n, 333333333333333n, 333333333333333n]);
  });

  const claims = fc
    .array(fc.bigInt(0n, 10n ** 12n), { maxLength: 60 })
    .map((weights) => weights.map((weight, index) => claim(index + 1, weight)));

  it('spends the pool to the point, each within one point of the exact share, whatever the order', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n), claims, (pool, people) => {
        const total = people.reduce((sum, { weight }) => sum + weight, 0n);
        const shares = points(pool, people);
        expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(total === 0n ? 0n : pool);
        shares.forEach((share, index) => {
          const off = share * total - pool * people[index]!.weight;
          expect(off < 0n ? -off : off).toBeLessThan(total || 1n);
        });
        expect(points(pool, people.toReversed()).toReversed()).toEqual(shares);
      }),
    );
  });
});
