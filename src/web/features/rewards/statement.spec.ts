import { recentPeriods } from './recent-periods';
import type { WalletTransfer } from './rewards-api';
import { withBalances } from './statement';

const transfer = (held: string, available: string) => ({ held, available }) as WalletTransfer;

it('walks the balances back to zero, newest transfer first', () => {
  const lines = withBalances({ available: '9007199254740993', held: '30', lifetime: '0' }, [
    transfer('30', '0'),
    transfer('-9007199254740993', '9007199254740993'),
    transfer('9007199254740993', '0'),
  ]);
  expect(lines.map(({ after }) => [after.available, after.held])).toEqual([
    [9007199254740993n, 30n],
    [9007199254740993n, 0n],
    [0n, 9007199254740993n],
  ]);
});

it.each([
  ['day', 15, { start: '2026-03-01', end: '2026-03-02' }, '2026-02-15'],
  ['week', 9, { start: '2026-02-23', end: '2026-03-02' }, '2025-12-29'],
  ['month', 7, { start: '2026-03-01', end: '2026-04-01' }, '2025-09-01'],
] as const)('offers the running %s and those before it, without a gap', (kind, count, running, oldest) => {
  const periods = recentPeriods(kind, new Date(2026, 2, 1, 0, 30));
  expect(periods).toHaveLength(count);
  expect(periods[0]).toMatchObject(running);
  expect(periods.at(-1)?.start).toBe(oldest);
  expect(periods.slice(1).map(({ end }) => end)).toEqual(periods.slice(0, -1).map(({ start }) => start));
});
