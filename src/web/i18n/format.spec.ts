import { formatDate, formatDays, formatPeriod } from './calendar';
import { formatClock, formatCount, formatDay, formatMean, formatMoment, formatWhen } from './format';
import { locale } from './locale';
import { formatDecimal, formatPoints, formatScore } from './numbers';
import { formatShortDay, formatStamp } from './stamps';

/** A moment by this machine's own clock, wherever it stands: `month` from 1. */
const local = (month: number, day: number, hour = 0, minute = 0, year = 2026) => new Date(year, month - 1, day, hour, minute);
const iso = (...parts: Parameters<typeof local>) => local(...parts).toISOString();

afterEach(() => (locale.value = 'zh'));

describe('moments, by the clock of the phone', () => {
  const now = local(11, 22, 9, 42);

  it.each([
    [iso(11, 22, 9, 42), '刚刚', 'just now'],
    [iso(11, 22, 9, 43), '刚刚', 'just now'],
    [iso(11, 22, 9, 41), '1 分钟前', '1 min ago'],
    [iso(11, 22, 8, 43), '59 分钟前', '59 min ago'],
    [iso(11, 22, 8, 42), '今天 08:42', 'today 08:42'],
    [iso(11, 22, 0, 0), '今天 00:00', 'today 00:00'],
    [iso(11, 21, 23, 59), '昨天 23:59', 'yesterday 23:59'],
    [iso(11, 20, 23, 59), '11 月 20 日', 'Nov 20'],
    [iso(12, 31, 8, 0, 2025), '2025 年 12 月 31 日', 'Dec 31, 2025'],
  ])('%s is said as %s, %s', (moment, zh, en) => {
    expect(formatWhen(moment, now)).toBe(zh);
    locale.value = 'en';
    expect(formatWhen(moment, now)).toBe(en);
  });

  it('calls half past midnight’s neighbour yesterday, also on days of 23 and 25 hours', () => {
    for (let day = 0; day < 366; day += 1) {
      const now = local(1, 1 + day, 12, 30);
      expect(formatWhen(local(1, day, 0, 30).toISOString(), now)).toBe('昨天 00:30');
    }
  });

  it('shortens to the clock today and to the day before', () => {
    expect(formatMoment(iso(11, 22, 0, 5), now)).toBe('00:05');
    expect(formatMoment(iso(11, 21, 23, 55), now)).toBe('11 月 21 日');
    expect(formatDay(iso(11, 21), now)).toBe('11 月 21 日');
    expect([formatClock(iso(1, 2, 3, 4)), formatShortDay(iso(1, 2)), formatStamp(iso(1, 2, 3, 4))]).toEqual(['03:04', '01.02', '01.02 03:04']);
  });
});

describe('days of the hub’s calendar, which no zone shifts', () => {
  it.each([
    ['day', '2026-11-16', '2026-11-17', '11 月 16 日', 'Nov 16', '11.16'],
    ['week', '2026-11-16', '2026-11-23', '第 47 周', 'Week 47', '11.16 – 11.22'],
    ['week', '2025-12-29', '2026-01-05', '第 1 周', 'Week 1', '12.29 – 01.04'],
    ['month', '2026-03-01', '2026-04-01', '3 月', 'Mar', '03.01 – 03.31'],
  ] as const)('%s %s', (kind, start, end, zh, en, days) => {
    expect(formatPeriod(kind, start, end)).toBe(zh);
    expect(formatDays(kind, start, end)).toBe(days);
    locale.value = 'en';
    expect(formatPeriod(kind, start, end)).toBe(en);
  });

  it('has a name for all time', () => {
    expect(formatPeriod('all', '', '')).toBe('总榜');
    expect(formatDate('2026-01-02')).toBe('01.02');
  });
});

it('writes numbers alike in both languages, and amounts of any size', () => {
  expect([formatCount(1036), formatMean(4.649), formatScore(2411.55), formatScore(-0.04, 2)]).toEqual(['1,036', '4.6', '2,411.6', '-0.04']);
  expect(formatPoints('9007199254740993')).toBe('9,007,199,254,740,993');
  expect(formatPoints('-1240')).toBe('-1,240');
  expect(['2411.600000', '71', '0.000001', '1240.006634', '9007199254740993.5'].map(formatDecimal)).toEqual([
    '2,411.6',
    '71',
    '0.000001',
    '1,240.006634',
    '9,007,199,254,740,993.5',
  ]);
});

it('tells the page its language, for screen readers and fonts', async () => {
  locale.value = 'en';
  await Promise.resolve();
  expect(document.documentElement.lang).toBe('en');
});
