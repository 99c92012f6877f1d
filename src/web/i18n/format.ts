import { locale } from './locale';

const minute = 60_000;
const day = 86_400_000;

/** 1036 → 1,036 */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** Mean stars with one decimal: 4.6 */
export function formatMean(mean: number): string {
  return mean.toFixed(1);
}

/** Local clock time, 24 hours: 09:42 */
export function formatClock(iso: string): string {
  const time = new Date(iso);
  return `${pad(time.getHours())}:${pad(time.getMinutes())}`;
}

/** Local calendar day: 11 月 21 日 / Nov 21, with the year when it is another one. */
export function formatDay(iso: string, now = new Date()): string {
  const date = new Date(iso);
  const otherYear = date.getFullYear() !== now.getFullYear();
  if (locale.value === 'zh') {
    return `${otherYear ? `${date.getFullYear()} 年 ` : ''}${date.getMonth() + 1} 月 ${date.getDate()} 日`;
  }
  return date.toLocaleDateString('en-US', { month: 'short', day: 'numeric', ...(otherYear && { year: 'numeric' }) });
}

/** When a post appeared, as people say it: 刚刚 · 40 分钟前 · 今天 09:42 · 昨天 12:01 · 11 月 21 日 */
export function formatWhen(iso: string, now = new Date()): string {
  const zh = locale.value === 'zh';
  const age = now.getTime() - Date.parse(iso);
  if (age < minute) return zh ? '刚刚' : 'just now';
  if (age < 60 * minute) return zh ? `${Math.floor(age / minute)} 分钟前` : `${Math.floor(age / minute)} min ago`;
  const days = Math.round((startOfDay(now) - startOfDay(new Date(iso))) / day);
  if (days === 0) return `${zh ? '今天' : 'today'} ${formatClock(iso)}`;
  if (days === 1) return `${zh ? '昨天' : 'yesterday'} ${formatClock(iso)}`;
  return formatDay(iso, now);
}

/** Clock today, else the day: for "you copied this at …". */
export function formatMoment(iso: string, now = new Date()): string {
  return startOfDay(new Date(iso)) === startOfDay(now) ? formatClock(iso) : formatDay(iso, now);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
