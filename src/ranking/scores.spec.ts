import fc from 'fast-check';
import { copierLog, finalScore, qualityFactor, qualityMean, reuseScore, siteMean, teamParts, teamPoints, TEAMS_SHOWN, type Stars } from './scores';

/** A team as its copiers' weight sums. */
const team = (copiers: readonly number[], ownTeam = false) => ({ ownTeam, logSum: copiers.reduce((sum, n) => sum + copierLog(n), 0) });
const times = (count: number, weight: number): number[] => Array.from({ length: count }, () => weight);

describe('reuse score, by hand', () => {
  it.each([
    // log2(1 + 1) = 1, √1 = 1
    ['one stranger copies one post', [team([1])], 1],
    // log2(1 + 3) = 2, √2
    ['one stranger copies three posts', [team([3])], Math.SQRT2],
    // ordered: log2(1 + 4) = 2.321928, √ = 1.523787
    ['one stranger copies, and a customer orders', [team([4])], 1.523787],
    // four people of one team: √(4 · 1)
    ['four people of one team', [team([1, 1, 1, 1])], 2],
    // the same four in four teams: 4 · √1
    ['four people of four teams', [team([1]), team([1]), team([1]), team([1])], 4],
    // own team: 0.5 · √4
    ['four people of the own team', [team([1, 1, 1, 1], true)], 1],
    // √64 + √42.25 + √36 + 0.5 · √51.84 = 8 + 6.5 + 6 + 3.6
    ['the teams of the picture', [{ ownTeam: false, logSum: 64 }, { ownTeam: false, logSum: 42.25 }, { ownTeam: false, logSum: 36 }, { ownTeam: true, logSum: 51.84 }], 24.1],
    ['nobody', [], 0],
  ])('%s', (_case, teams, expected) => {
    expect(reuseScore(teams)).toBeCloseTo(expected, 6);
  });
});

describe('quality, by hand', () => {
  it('takes 3 for the site while nobody has rated, and the true mean after', () => {
    expect(siteMean({ sum: 0, count: 0 })).toBe(3);
    expect(siteMean({ sum: 9, count: 2 })).toBe(4.5);
  });

  it.each<[string, Stars, number, number, number]>([
    // (0 + 10 · 4) / 10 = 4 → 0.5 + 3/4
    ['no rating yet: the site’s mean', { sum: 0, count: 0 }, 4, 4, 1.25],
    // (5 + 10 · 4) / 11 = 4.0909 → 0.5 + 3.0909 / 4
    ['one friend’s five stars', { sum: 5, count: 1 }, 4, 4.090909, 1.272727],
    // (150 + 36) / 40 = 4.65 → 0.5 + 3.65 / 4
    ['thirty times five stars', { sum: 150, count: 30 }, 3.6, 4.65, 1.4125],
    // (10 + 10 · 3) / 20 = 2 → 0.5 + 1/4
    ['ten times one star', { sum: 10, count: 10 }, 3, 2, 0.75],
    // 4.6 for all: the picture's 1.40
    ['the site’s mean itself', { sum: 46, count: 10 }, 4.6, 4.6, 1.4],
  ])('%s', (_case, stars, site, mean, factor) => {
    expect(qualityMean(stars, site)).toBeCloseTo(mean, 6);
    expect(qualityFactor(stars, site)).toBeCloseTo(factor, 6);
  });

  it('multiplies: 61.71 × 1.40 = 86.394, in millionths', () => {
    expect(finalScore({ reuseScore: 61.71, qualityFactor: 1.4 })).toBe(86.394);
    expect(finalScore({ reuseScore: 1 / 3, qualityFactor: 1 })).toBe(0.333333);
  });
});

describe('the explanation', () => {
  it('tells the largest teams apart and sums the others up, so that all of it is the reuse score', () => {
    const teams = Array.from({ length: 16 }, (_, n) => ({ teamId: String(n), ownTeam: n === 15, copiers: n + 1, logSum: (n + 1) ** 2 }));
    const { teams: shown, rest } = teamParts(teams);
    expect(shown).toHaveLength(TEAMS_SHOWN);
    expect(shown.slice(0, 2)).toEqual([
      { teamId: '14', ownTeam: false, copiers: 15, logSum: 225, points: 15 },
      { teamId: '13', ownTeam: false, copiers: 14, logSum: 196, points: 14 },
    ]);
    // The own team's √256 counts half and stands among the eights; 1, 2, 3 and 4 are left over.
    expect(shown.find((one) => one.ownTeam)?.points).toBe(8);
    expect(rest).toEqual({ teams: 4, copiers: 1 + 2 + 3 + 4, points: 1 + 2 + 3 + 4 });
    expect(shown.reduce((sum, one) => sum + one.points, rest.points)).toBeCloseTo(reuseScore(teams), 9);
  });
});

describe('what the formula is for', () => {
  const weight = fc.integer({ min: 2, max: 2_000 }).map((halves) => halves / 2);
  const copiers = fc.array(weight, { minLength: 1, maxLength: 30 });
  const teams = fc.array(fc.record({ copiers, ownTeam: fc.boolean() }), { minLength: 1, maxLength: 12 });
  const score = (list: readonly { copiers: readonly number[]; ownTeam: boolean }[]): number =>
    reuseScore(list.map((one) => team(one.copiers, one.ownTeam)));

  it('never goes down when somebody uses more, when a person or a team joins in', () => {
    fc.assert(
      fc.property(teams, weight, fc.boolean(), (list, more, ownTeam) => {
        const [first, ...others] = list as [(typeof list)[number], ...typeof list];
        const before = score(list);
        const again = { ...first, copiers: [first.copiers[0]! + more, ...first.copiers.slice(1)] };
        expect(score([again, ...others])).toBeGreaterThan(before);
        expect(score([{ ...first, copiers: [...first.copiers, more] }, ...others])).toBeGreaterThan(before);
        expect(score([...list, { copiers: [more], ownTeam }])).toBeGreaterThan(before);
      }),
    );
  });

  it('does not depend on the order facts come in, to the last digit', () => {
    fc.assert(
      fc.property(teams, (list) => {
        expect(score([...list].reverse())).toBe(score(list));
      }),
    );
  });

  it('gives one friend who copies everything less than a handful of strangers who copy one post', () => {
    // 1,000 posts: √log2(1001) = 3.157
    expect(score([{ copiers: [1_000], ownTeam: false }])).toBeLessThan(3.2);
    expect(score(times(4, 1).map((n) => ({ copiers: [n], ownTeam: false })))).toBe(4);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (posts) => {
        expect(score([{ copiers: [2 * posts], ownTeam: false }]) / score([{ copiers: [posts], ownTeam: false }])).toBeLessThan(1.26);
      }),
    );
  });

  it('bounds a ring: twenty people of one team copying all fifty posts of each other bring less than fifteen teams copying once', () => {
    const ring = score([{ copiers: times(20, 50), ownTeam: false }]); // √(20 · 5.672) = 10.65
    const ownRing = score([{ copiers: times(20, 50), ownTeam: true }]);
    const fifteenTeams = score(Array.from({ length: 15 }, () => ({ copiers: [1], ownTeam: false })));
    expect(ring).toBeCloseTo(10.651, 3);
    expect(ownRing).toBeCloseTo(ring / 2, 9);
    expect(fifteenTeams).toBeGreaterThan(ring);
  });

  it('pays the same people more the more teams they come from', () => {
    fc.assert(
      fc.property(fc.array(weight, { minLength: 2, maxLength: 30 }), (people) => {
        const together = score([{ copiers: people, ownTeam: false }]);
        const apart = score(people.map((n) => ({ copiers: [n], ownTeam: false })));
        expect(apart).toBeGreaterThan(together);
        expect(together).toBeGreaterThanOrEqual(apart / Math.sqrt(people.length) - 1e-9);
      }),
    );
  });

  it('halves what the own team brings', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (logSum) => {
        expect(teamPoints({ ownTeam: true, logSum })).toBe(teamPoints({ ownTeam: false, logSum }) / 2);
      }),
    );
  });

  it('keeps the factor between 0.5 and 1.5, and rising with every better star', () => {
    const stars = fc.integer({ min: 0, max: 1_000 }).chain((count) => fc.record({ count: fc.constant(count), sum: fc.integer({ min: count, max: 5 * count }) }));
    fc.assert(
      fc.property(stars, fc.double({ min: 1, max: 5, noNaN: true }), (own, site) => {
        const factor = qualityFactor(own, site);
        expect(factor).toBeGreaterThanOrEqual(0.5 - 1e-12);
        expect(factor).toBeLessThanOrEqual(1.5 + 1e-12);
        expect(qualityFactor({ ...own, sum: own.sum + 1 }, site)).toBeGreaterThan(factor);
      }),
    );
  });
});
