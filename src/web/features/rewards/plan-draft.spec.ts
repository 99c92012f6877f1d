import fc from 'fast-check';
import { allotments, hasProblems, planOf, problemsOf, type PlanDraft } from './plan-draft';
import type { Plan } from './rewards-api';

// Not imported: the server is compiled for Node, and its types want more than browsers have.
const server = jest.requireActual<{ plan: { parse(plan: Plan): Plan }; refuseOverspending(plan: Plan): void }>('../../../rewards/plan');

const draft: PlanDraft = {
  name: ' 11 月第 3 周 ',
  period: 'week',
  at: '2026-11-16',
  budget: '60,000',
  scoreShare: { on: true, percent: '70' },
  prizes: { on: true, amounts: ['5 000', '3，000', '2000'] },
  newcomers: { on: true, percent: '10' },
  cap: '',
  minimum: '1.5',
  holdDays: '7',
};
const having = (change: Partial<PlanDraft>): PlanDraft => ({ ...draft, ...change });

it('makes the plan that the server is sent, however the numbers were typed', () => {
  expect(hasProblems(problemsOf(draft))).toBe(false);
  expect(planOf(draft)).toEqual({
    name: '11 月第 3 周',
    period: 'week',
    at: '2026-11-16',
    budget: '60000',
    rules: [
      { kind: 'score-share', percent: 70 },
      { kind: 'rank-prizes', prizes: ['5000', '3000', '2000'] },
      { kind: 'newcomer-share', percent: 10 },
    ],
    minimumScore: 1.5,
    holdDays: 7,
  });
});

it('leaves out what is switched off, and limits nobody set', () => {
  const plain = planOf(having({ scoreShare: { on: false, percent: 'x' }, newcomers: { on: false, percent: '' }, minimum: ' ', cap: '9,000' }));
  expect(plain.rules).toEqual([{ kind: 'rank-prizes', prizes: ['5000', '3000', '2000'] }]);
  expect(plain).not.toHaveProperty('minimumScore');
  expect(plain.capPerPerson).toBe('9000');
});

it.each<[string, Partial<PlanDraft>, object]>([
  ['no name', { name: '  ' }, { name: 'empty' }],
  ['a name of 81 characters', { name: '奖'.repeat(81) }, { name: 'long' }],
  ['a name of 80 pictograms', { name: '🍂'.repeat(80) }, {}],
  ['no budget', { budget: '' }, { budget: 'points' }],
  ['a fraction of a point', { budget: '60000.5' }, { budget: 'points' }],
  ['more points than there may be', { budget: '1000000000000001' }, { budget: 'points' }],
  ['a percentage of 0', { scoreShare: { on: true, percent: '0' } }, { scoreShare: 'percent' }],
  ['a percentage of 101', { newcomers: { on: true, percent: '101' } }, { newcomers: 'percent' }],
  ['a prize nobody typed', { prizes: { on: true, amounts: ['5000', ''] } }, { prizes: [undefined, 'points'] }],
  ['shares of 101 %', { scoreShare: { on: true, percent: '91' } }, { rules: 'over-100' }],
  ['one point more than there is', { prizes: { on: true, amounts: ['12001'] } }, { rules: 'over-budget' }],
  ['all that there is', { prizes: { on: true, amounts: ['12000'] } }, {}],
  ['no rule', { scoreShare: { on: false, percent: '' }, prizes: { on: false, amounts: [''] }, newcomers: { on: false, percent: '' } }, { rules: 'no-rule' }],
  ['91 days', { holdDays: '91' }, { holdDays: 'days' }],
  ['no days', { holdDays: '' }, { holdDays: 'days' }],
  ['a negative score', { minimum: '-1' }, { minimum: 'score' }],
  ['a score of 0', { minimum: '0' }, {}],
])('says what is wrong with %s', (_, change, problems) => {
  const found = problemsOf(having(change));
  expect(found).toMatchObject(problems);
  expect(hasProblems(found)).toBe(Object.keys(problems).length > 0);
});

it('refuses what the server refuses and nothing else, except for boxes left empty and odd spellings of numbers', () => {
  const digits = fc.constantFrom('', ' ', '0', '1', '7', '12,000', '1 000', '０', '1.5', '-1', '1e3', '90', '100', '0100', '60000', '1000000000000000', '1000000000000001');
  const percents = fc.record({ on: fc.boolean(), percent: fc.constantFrom('', '0', '1', '30', '50', ' 70 ', '100', '101', '1.5', '５0') });
  const drafts = fc.record<PlanDraft>({
    name: fc.constantFrom('', ' ', '周奖', 'x'.repeat(80), '🍂'.repeat(81)),
    period: fc.constantFrom('day', 'week', 'month'),
    at: fc.constant('2026-11-16'),
    budget: digits,
    scoreShare: percents,
    prizes: fc.record({ on: fc.boolean(), amounts: fc.array(digits, { minLength: 1, maxLength: 3 }) }),
    newcomers: percents,
    cap: digits,
    minimum: fc.constantFrom('', '0', '1.5', '999999999.999999', '1000000001', '-1', ' 2 '),
    holdDays: fc.constantFrom('0', '7', '90', '91', '7.5', ' 3 '),
  });
  fc.assert(
    fc.property(drafts, (typed) => {
      const problems = problemsOf(typed);
      if (hasProblems(problems)) return expect(serverTakes(typed)).toBe(false);
      expect(serverTakes(typed)).toBe(true);
      const made = planOf(typed);
      const { rules, unclaimed } = allotments(made);
      expect(unclaimed).toBeGreaterThanOrEqual(0n);
      expect(rules.reduce((sum, points) => sum + points, unclaimed)).toBe(BigInt(made.budget));
    }),
    { numRuns: 5_000 },
  );
});

/** False too for what cannot even be written as a plan. */
function serverTakes(typed: PlanDraft): boolean {
  try {
    server.refuseOverspending(server.plan.parse(planOf(typed)));
    return true;
  } catch {
    return false;
  }
}
