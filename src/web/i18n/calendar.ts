import { addDays, periodName, type PeriodKind } from '../../ranking/periods';
import { locale } from './locale';

/**
 * Calendar days of the hub's zone (`2026-11-16`) on screen. They name no moment, so they are never read as a `Date` of this phone:
 * the server's own calendar does the counting.
 */

/** 11.16 */
export function formatDate(day: string): string {
  return day.slice(5).replace('-', '.');
}

/** Half-open days as people name them: 11.16 – 11.22 */
export function formatDays(kind: PeriodKind, start: string, end: string): string {
  return kind === 'day' ? formatDate(start) : `${formatDate(start)} – ${formatDate(addDays(end, -1))}`;
}

/** 11 月 16 日 · 第 47 周 · 11 月 */
export function formatPeriod(kind: PeriodKind, start: string, end: string): string {
  const zh = locale.value === 'zh';
  const month = Number(start.slice(5, 7));
  const day = Number(start.slice(8, 10));
  switch (kind) {
    case 'day':
      return zh ? `${month} 月 ${day} 日` : `${monthName(start)} ${day}`;
    case 'week': {
      const week = Number(periodName({ kind, start, end }).slice(-2));
      return zh ? `第 ${week} 周` : `Week ${week}`;
    }
    case 'month':
      return zh ? `${month} 月` : monthName(start);
    case 'all':
      return zh ? '总榜' : 'All time';
  }
}

function monthName(day: string): string {
  return new Date(day).toLocaleDateString('en-US', { month: 'short', timeZone: 'UTC' });
}
