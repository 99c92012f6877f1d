import fc from 'fast-check';
import { addDays, PERIOD_KINDS, periodAt, periodName, previousPeriod } from './periods';

describe('periods', () => {
  it.each([
    // New Year belongs to the ISO week of its Thursday.
    ['2020-12-31', '2020-12-28', '2021-01-04', '2020-W53'],
    ['2021-01-03', '2020-12-28', '2021-01-04', '2020-W53'],
    ['2021-01-04', '2021-01-04', '2021-01-11', '2021-W01'],
    ['2024-12-30', '2024-12-30', '2025-01-06', '2025-W01'],
    ['2026-01-01', '2025-12-29', '2026-01-05', '2026-W01'],
    ['2026-12-31', '2026-12-28', '2027-01-04', '2026-W53'],
    ['2024-02-29', '2024-02-26', '2024-03-04', '2024-W09'],
    ['2026-11-22', '2026-11-16', '2026-11-23', '2026-W47'],
  ])('%s lies in the week from %s to before %s, %s', (day, start, end, name) => {
    const week = periodAt('week', day);
    expect(week).toEqual({ kind: 'week', start, end });
    expect(periodName(week)).toBe(name);
  });

  it.each([
    ['2024-02-29', '2024-02-01', '2024-03-01'],
    ['2023-02-28', '2023-02-01', '2023-03-01'],
    ['2026-01-31', '2026-01-01', '2026-02-01'],
    ['2026-04-30', '2026-04-01', '2026-05-01'],
    ['2026-12-01', '2026-12-01', '2027-01-01'],
  ])('%s lies in the month from %s to before %s', (day, start, end) => {
    expect(periodAt('month', day)).toEqual({ kind: 'month', start, end });
  });

  it('knows days and their names', () => {
    expect(periodAt('day', '2024-02-28')).toEqual({ kind: 'day', start: '2024-02-28', end: '2024-02-29' });
    expect(periodName(periodAt('day', '2024-02-29'))).toBe('2024-02-29');
    expect(periodName(periodAt('month', '2024-02-29'))).toBe('2024-02');
    expect(periodName(periodAt('all', '2024-02-29'))).toBe('all');
  });

  it('steps back over short months and years, and not before all time', () => {
    expect(previousPeriod(periodAt('month', '2024-03-31'))).toEqual(periodAt('month', '2024-02-01'));
    expect(previousPeriod(periodAt('week', '2021-01-04'))).toEqual(periodAt('week', '2020-12-31'));
    expect(previousPeriod(periodAt('day', '2025-03-01'))).toEqual(periodAt('day', '2025-02-28'));
    expect(previousPeriod(periodAt('all', '2025-03-01'))).toBeUndefined();
  });

  const day = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays('2000-01-01', days));

  it('gives every day to exactly one period of each kind, without gaps', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...PERIOD_KINDS), (at, kind) => {
        const period = periodAt(kind, at);
        if (kind !== 'all') {
          expect(period.start <= at && at < period.end).toBe(true);
          expect(periodAt(kind, addDays(period.end, -1))).toEqual(period);
          expect(periodAt(kind, period.end).start).toBe(period.end);
          expect(previousPeriod(period)?.end).toBe(period.start);
        }
        expect(periodAt(kind, period.start === '-infinity' ? at : period.start)).toEqual(period);
      }),
    );
  });
});
