import { plan, refuseOverspending } from './plan';

const good = {
  name: '第 46 周',
  period: 'week',
  at: '2026-11-09',
  budget: '60000',
  rules: [
    { kind: 'score-share', percent: 70 },
    { kind: 'rank-prizes', prizes: ['5000', '3000'] },
    { kind: 'newcomer-share', percent: 10 },
  ],
  capPerPerson: '3000',
  minimumScore: 1,
  holdDays: 7,
};

/** Where the first fault lies, as dotted path. */
function faultIn(candidate: unknown): string | undefined {
  return plan.safeParse(candidate).error?.issues[0]?.path.join('.');
}

describe('a reward plan', () => {
  it('is read as it was written, and says its version', () => {
    expect(plan.parse(good)).toEqual({ ...good, version: 'v1' });
  });

  // Invariant 11: an amount is exact or refused.
  it.each([
    '-1',
    '0',
    '1.5',
    '1e3',
    'NaN',
    '',
    ' 1',
    '1 ',
    '+1',
    '007',
    '0x10',
    '１',
    'Infinity',
    (2n ** 53n + 1n).toString(),
    (2n ** 63n).toString(),
    (10n ** 15n + 1n).toString(),
    1,
    60000,
    2 ** 31,
    null,
    true,
    {},
    [],
  ])('refuses %p as an amount', (amount) => {
    expect(faultIn({ ...good, budget: amount })).toBe('budget');
    expect(faultIn({ ...good, capPerPerson: amount })).toBe('capPerPerson');
    expect(faultIn({ ...good, rules: [{ kind: 'rank-prizes', prizes: ['1', amount] }] })).toBe('rules.0.prizes.1');
  });

  it.each(['1', (2n ** 31n).toString(), (10n ** 15n).toString()])('takes %p as an amount', (amount) => {
    expect(plan.parse({ ...good, budget: amount, capPerPerson: amount })).toMatchObject({ budget: amount, capPerPerson: amount });
  });

  it.each([-1, 0, 1.5, 101, NaN, Infinity, '70', null])('refuses %p as a percentage', (percent) => {
    expect(faultIn({ ...good, rules: [{ kind: 'score-share', percent }] })).toBe('rules.0.percent');
  });

  it.each([
    ['version', { version: 'v2' }],
    ['', { bonus: '1' }],
    ['name', { name: '  ' }],
    ['name', { name: 'a\u0000b' }],
    ['period', { period: 'all' }],
    ['at', { at: '2026-02-30' }],
    ['at', { at: '2026-W54' }],
    ['at', { at: '2025-W53' }],
    ['at', { at: '0000-01-01' }],
    ['at', { at: '9999-12-31' }],
    ['at', { at: 20261109 }],
    ['rules', { rules: [] }],
    ['rules.0.kind', { rules: [{ kind: 'recruiting', percent: 10 }] }],
    ['rules.0', { rules: [{ kind: 'score-share', percent: 10, prizes: ['1'] }] }],
    ['rules.0.prizes', { rules: [{ kind: 'rank-prizes', prizes: [] }] }],
    ['minimumScore', { minimumScore: -0.1 }],
    ['minimumScore', { minimumScore: '1' }],
    ['holdDays', { holdDays: 1.5 }],
    ['holdDays', { holdDays: -1 }],
    ['holdDays', { holdDays: 91 }],
  ])('names the fault: %s', (path, change) => {
    expect(faultIn({ ...good, ...change })).toBe(path);
  });

  it('takes a moment and an ISO week too', () => {
    expect(plan.parse({ ...good, at: '2026-11-15T16:00:00+08:00' }).at).toBe('2026-11-15T16:00:00+08:00');
    expect(plan.parse({ ...good, at: '2026-W46' }).at).toBe('2026-W46');
  });

  const overspending =
    (rules: unknown[], budget = '1000'): (() => void) =>
    () =>
      refuseOverspending(plan.parse({ ...good, budget, rules }));
  const share = (percent: number) => ({ kind: 'score-share', percent });

  it('may promise all of the budget and no point more', () => {
    expect(overspending([share(60), share(40)])).not.toThrow();
    expect(overspending([share(60), share(41)])).toThrow(expect.objectContaining({ kind: 'invalid', code: 'plan.over-100-percent' }));
    expect(overspending([share(90), { kind: 'rank-prizes', prizes: ['60', '40'] }])).not.toThrow();
    expect(overspending([share(90), { kind: 'rank-prizes', prizes: ['60', '41'] }])).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'plan.over-budget' }),
    );
    expect(overspending([{ kind: 'rank-prizes', prizes: Array(100).fill((10n ** 15n).toString()) }])).toThrow(/budget/);
  });
});
