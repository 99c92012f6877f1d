import fc from 'fast-check';
import { computeAwards, sharePools, type Award, type Fact } from './awards.rules';
import { plan, refuseOverspending, type Plan } from './plan';

const planOf = (overrides: Partial<Plan>): Plan => ({
  version: 'v1',
  name: '第 46 周',
  period: 'week',
  at: '2026-11-09',
  budget: '60000',
  rules: [{ kind: 'score-share', percent: 70 }],
  holdDays: 7,
  ...overrides,
});
const fact = (accountId: string, rank: number, score: number, newcomer = false): Fact => ({
  accountId,
  rank,
  scoreMicro: BigInt(Math.round(score * 1e6)),
  newcomer,
});
const amounts = (awards: readonly Award[]): [string, string, bigint][] =>
  awards.map(({ accountId, rule, amount }) => [accountId, rule, amount]);
const sum = (awards: readonly Award[]): bigint => awards.reduce((total, { amount }) => total + amount, 0n);

describe('awards of a round', () => {
  it('explains a share as the drawer shows it', () => {
    // 42,000 × 71.2 ÷ 2,411.6 = 1,240.006634… → 1,240; the other's exact share is 40,759.993365…, so the point left over goes there.
    const awards = computeAwards(planOf({ capPerPerson: '50000', minimumScore: 1 }), [fact('7', 1, 2340.4), fact('5', 2, 71.2)]);
    expect(amounts(awards)).toEqual([
      ['7', 'score-share', 40_760n],
      ['5', 'score-share', 1_240n],
    ]);
    expect(awards[1]?.explanation).toEqual({
      rule: 'score-share',
      budget: '60000',
      percent: 70,
      pool: '42000',
      people: 2,
      totalScore: '2411.6',
      myScore: '71.2',
      rank: 2,
      quotient: '1240.006634',
      rounding: 'down',
      share: '1240',
      cap: { limit: '50000', hit: false, cut: '0' },
      minimumScore: 1,
    });
    expect(awards[0]?.explanation).toMatchObject({ quotient: '40759.993365', rounding: 'up' });
  });

  it('pays shares, prizes and newcomers side by side, in the order of the rules', () => {
    const plan = planOf({
      budget: '1000',
      rules: [
        { kind: 'score-share', percent: 50 },
        { kind: 'rank-prizes', prizes: ['200', '100', '50'] },
        { kind: 'newcomer-share', percent: 15 },
      ],
    });
    const facts = [fact('1', 1, 6), fact('2', 2, 3, true), fact('3', 3, 1, true)];
    // Shares: 500 × 6/10, 3/10, 1/10. Newcomers: 150 × 3/4 = 112.5 and 150 × 1/4 = 37.5; the tie goes to the better rank.
    expect(amounts(computeAwards(plan, facts))).toEqual([
      ['1', 'score-share', 300n],
      ['2', 'score-share', 150n],
      ['3', 'score-share', 50n],
      ['1', 'rank-prizes', 200n],
      ['2', 'rank-prizes', 100n],
      ['3', 'rank-prizes', 50n],
      ['2', 'newcomer-share', 113n],
      ['3', 'newcomer-share', 37n],
    ]);
  });

  it('caps a person over all rules and leaves what was cut unspent', () => {
    const rules: Plan['rules'] = [
      { kind: 'score-share', percent: 50 },
      { kind: 'rank-prizes', prizes: ['200', '100'] },
    ];
    const awards = computeAwards(planOf({ budget: '1000', rules, capPerPerson: '350' }), [fact('1', 1, 3), fact('2', 2, 2)]);
    // 300 + 200 → 300 + 50 cut at 350; 200 + 100 stays as it is.
    expect(amounts(awards)).toEqual([
      ['1', 'score-share', 300n],
      ['2', 'score-share', 200n],
      ['1', 'rank-prizes', 50n],
      ['2', 'rank-prizes', 100n],
    ]);
    expect(awards[2]?.explanation).toMatchObject({ share: '200', cap: { limit: '350', hit: true, cut: '150' } });
    expect(awards[3]?.explanation).toMatchObject({ share: '100', cap: { limit: '350', hit: false, cut: '0' } });
    expect(sum(awards)).toBe(650n);
  });

  it('leaves out who is below the minimum, keeps who is at it, and keeps the prize of a rank nobody holds', () => {
    const rules: Plan['rules'] = [
      { kind: 'score-share', percent: 50 },
      { kind: 'rank-prizes', prizes: ['10', '10', '10'] },
    ];
    const awards = computeAwards(planOf({ budget: '100', rules, minimumScore: 2 }), [
      fact('1', 1, 3),
      fact('2', 2, 2),
      fact('3', 3, 1.999999),
    ]);
    expect(amounts(awards)).toEqual([
      ['1', 'score-share', 30n],
      ['2', 'score-share', 20n],
      ['1', 'rank-prizes', 10n],
      ['2', 'rank-prizes', 10n],
    ]);
  });

  it('gives nothing when nobody scored', () => {
    expect(computeAwards(planOf({}), [])).toEqual([]);
    expect(computeAwards(planOf({}), [fact('1', 1, 0)])).toEqual([]);
  });

  it('splits the budget itself to the point', () => {
    const shares = (...percents: number[]): Plan['rules'] => percents.map((percent) => ({ kind: 'score-share', percent }));
    // 101 × 70 % = 70.7, × 30 % = 30.3.
    expect(sharePools(planOf({ budget: '101', rules: shares(70, 30) }))).toEqual([71n, 30n]);
    // With 20 % for nobody: 70.7, 10.1 and 20.2.
    expect(sharePools(planOf({ budget: '101', rules: shares(70, 10) }))).toEqual([71n, 10n]);
  });

  const anyPoints = (maximum: bigint) => fc.bigInt(1n, maximum).map(String);
  const anyRule = fc.oneof(
    fc.record({ kind: fc.constant('score-share' as const), percent: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ kind: fc.constant('newcomer-share' as const), percent: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ kind: fc.constant('rank-prizes' as const), prizes: fc.array(anyPoints(10n ** 6n), { minLength: 1, maxLength: 10 }) }),
  );
  const anyPlan = fc
    .record({
      budget: anyPoints(10n ** 15n),
      rules: fc.array(anyRule, { minLength: 1, maxLength: 6 }),
      capPerPerson: fc.option(anyPoints(10n ** 6n), { nil: undefined }),
      minimumScore: fc.option(fc.double({ min: 0, max: 50, noNaN: true }), { nil: undefined }),
    })
    .map((overrides) => planOf(overrides));
  const anyFacts = fc
    .array(fc.record({ scoreMicro: fc.bigInt(0n, 10n ** 9n), newcomer: fc.boolean() }), { maxLength: 40 })
    .map((lines) =>
      lines
        .toSorted((a, b) => Number(b.scoreMicro - a.scoreMicro))
        .map((line, index): Fact => ({ ...line, rank: index + 1, accountId: String(900 - index) })),
    );

  it('never spends more than the budget, never gives one person more than the cap, and does not depend on the order of the facts', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyPlan, anyFacts, (plan, facts) => {
        fc.pre(accepts(plan));
        accepted += 1;
        const awards = computeAwards(plan, facts);
        expect(sum(awards)).toBeLessThanOrEqual(BigInt(plan.budget));
        for (const { accountId } of facts) {
          const mine = sum(awards.filter((award) => award.accountId === accountId));
          if (plan.capPerPerson) expect(mine).toBeLessThanOrEqual(BigInt(plan.capPerPerson));
        }
        expect(computeAwards(plan, facts.toReversed())).toEqual(awards);
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it('spends every uncapped share to the point when somebody takes part', () => {
    fc.assert(
      fc.property(anyPlan, anyFacts, (plan, facts) => {
        fc.pre(accepts(plan) && plan.capPerPerson === undefined);
        const awards = computeAwards(plan, facts);
        const pools = sharePools(plan);
        plan.rules.forEach((rule, index) => {
          const given = awards.filter((award) => award.ruleIndex === index);
          if (rule.kind !== 'rank-prizes' && given.length > 0) expect(sum(given)).toBe(pools[index]);
        });
      }),
      { numRuns: 300 },
    );
  });
});

function accepts(candidate: Plan): boolean {
  try {
    refuseOverspending(plan.parse(candidate));
    return true;
  } catch {
    return false;
  }
}
