/** How long a board looks back: a calendar day, an ISO week (from Monday), a calendar month, or everything so far. */
export const PERIOD_KINDS = ['day', 'week', 'month', 'all'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A calendar day of the hub's zone, `YYYY-MM-DD`; it names no moment, so no machine's zone can shift it. */
export type Day = string;

/** The calendar days `start ≤ day < end`. All time runs from `-infinity` to `infinity`, as PostgreSQL spells them. */
export interface Period {
  readonly kind: PeriodKind;
  readonly start: Day;
  readonly end: Day;
}

const DAY_MS = 86_400_000;

/** The period of this kind that the day lies in. What day it is now is the database's to say, never this process's. */
export function periodAt(kind: PeriodKind, day: Day): Period {
  switch (kind) {
    case 'day':
      return { kind, start: day, end: addDays(day, 1) };
    case 'week': {
      const start = addDays(day, 1 - isoWeekday(day));
      return { kind, start, end: addDays(start, 7) };
    }
    case 'month': {
      const start = `${day.slice(0, 7)}-01`;
      return { kind, start, end: `${addDays(start, 31).slice(0, 7)}-01` };
    }
    case 'all':
      return { kind, start: '-infinity', end: 'infinity' };
  }
}

/** The period of the same kind that ends where this one starts; nothing precedes all time. */
export function previousPeriod(period: Period): Period | undefined {
  return period.kind === 'all' ? undefined : periodAt(period.kind, addDays(period.start, -1));
}

/** `2026-11-22`, `2026-W47`, `2026-11` or `all`: for logs and file names. A week belongs to the year of its Thursday (ISO 8601). */
export function periodName(period: Period): string {
  switch (period.kind) {
    case 'day':
      return period.start;
    case 'week': {
      const thursday = addDays(period.start, 3);
      const year = thursday.slice(0, 4);
      const week = 1 + Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7);
      return `${year}-W${String(week).padStart(2, '0')}`;
    }
    case 'month':
      return period.start.slice(0, 7);
    case 'all':
      return 'all';
  }
}

/** @param days may be negative. */
export function addDays(day: Day, days: number): Day {
  return new Date((dayNumber(day) + days) * DAY_MS).toISOString().slice(0, 10);
}

/** Days since 1970-01-01. A date without a time is read as UTC, where every day has 24 hours. */
function dayNumber(day: Day): number {
  return Date.parse(day) / DAY_MS;
}

/** 1 is Monday, 7 is Sunday. */
function isoWeekday(day: Day): number {
  return new Date(day).getUTCDay() || 7;
}
