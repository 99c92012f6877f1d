import { periodOf } from './plan-period';

const start = (period: 'day' | 'week' | 'month', at: string): string => periodOf({ period, at }, 'Asia/Shanghai').start;

describe('the period of a plan', () => {
  it('is the one its day lies in', () => {
    expect(periodOf({ period: 'week', at: '2026-11-15' }, 'Asia/Shanghai')).toEqual({
      kind: 'week',
      start: '2026-11-09',
      end: '2026-11-16',
    });
    expect(start('month', '2024-02-29')).toBe('2024-02-01');
    expect(start('day', '2026-11-15')).toBe('2026-11-15');
  });

  it('reads a moment in the hub’s own zone', () => {
    expect(start('day', '2026-11-15T15:59:59.999Z')).toBe('2026-11-15');
    expect(start('day', '2026-11-15T16:00:00Z')).toBe('2026-11-16');
    expect(start('week', '2026-11-15T16:00:00Z')).toBe('2026-11-16');
  });

  it('knows ISO weeks around New Year', () => {
    expect(start('week', '2026-W46')).toBe('2026-11-09');
    expect(start('week', '2026-W01')).toBe('2025-12-29');
    expect(start('week', '2026-W53')).toBe('2026-12-28');
    expect(start('week', '2021-W01')).toBe('2021-01-04');
  });
});
