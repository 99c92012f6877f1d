import fc from 'fast-check';
import { HEAD_START, hotAdd, hotPoints } from './hot-score';

const EPOCH = 1_767_225_600;
const HOUR = 3_600;

it('is worth one at the epoch and doubles with every half-life', () => {
  expect(hotPoints(1, EPOCH)).toBe(0);
  expect(hotPoints(1, EPOCH + 24 * HOUR)).toBe(1);
  expect(hotPoints(4, EPOCH)).toBe(2);
});

it('adds by hand: a head start at the epoch and a copy a day later make log2(1 + 2)', () => {
  expect(hotAdd(hotPoints(HEAD_START, EPOCH), hotPoints(1, EPOCH + 24 * HOUR))).toBeCloseTo(Math.log2(3), 12);
});

it('equals the plain sum of powers where that still fits a number', () => {
  const act = fc.record({ weight: fc.constantFrom(1, 1.5, 2, 4), at: fc.integer({ min: EPOCH, max: EPOCH + 500 * 24 * HOUR }) });
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 40 }), (acts) => {
      const fast = acts.map((one) => hotPoints(one.weight, one.at)).reduce(hotAdd);
      const slow = Math.log2(acts.reduce((sum, one) => sum + one.weight * 2 ** ((one.at - EPOCH) / (24 * HOUR)), 0));
      expect(Math.abs(fast - slow)).toBeLessThan(1e-9);
    }),
  );
});

it('stays finite for a hundred years ahead, for the past and for stamps from the future', () => {
  for (const at of [0, EPOCH - 1, EPOCH, EPOCH + 100 * 365 * 24 * HOUR]) {
    expect(Number.isFinite(hotAdd(hotPoints(HEAD_START, 0), hotPoints(4, at)))).toBe(true);
  }
});

it('never falls when something is added, and the order of adding does not matter', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), fc.double({ min: -1e4, max: 1e4, noNaN: true }), (a, b) => {
      expect(hotAdd(a, b)).toBeGreaterThanOrEqual(Math.max(a, b));
      expect(hotAdd(a, b)).toBe(hotAdd(b, a));
    }),
  );
});
