import { words } from './words';

const minute = 60;
const hour = 3_600;
const day = 86_400;

/** 38 秒 · 12 分 · 3 小时 · 2 天 */
export function formatDuration(seconds: number): string {
  if (seconds < minute) return words.value.seconds(Math.round(seconds));
  if (seconds < 1.5 * hour) return words.value.waits.minutes(Math.round(seconds / minute));
  return seconds < 1.5 * day ? words.value.waits.hours(Math.round(seconds / hour)) : words.value.waits.days(Math.round(seconds / day));
}

/** How long somebody has waited by now (milliseconds); seconds would only make one nervous. */
export function formatWaiting(iso: string, now: number): string {
  const seconds = (now - Date.parse(iso)) / 1000;
  return seconds < minute ? words.value.waits.fresh : formatDuration(seconds);
}
