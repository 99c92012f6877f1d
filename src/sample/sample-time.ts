import type { Random } from './illustrations/studio/random';
import type { SamplePost } from './post';

/** Posts older than this are spread over the whole history, so that every week of it has its own. */
const RECENT_HOURS = 48;
const STRETCH = 2.4;

/** How many hours ago the community saw a post. */
export function publishAge({ ageHours }: SamplePost): number {
  return ageHours <= RECENT_HOURS ? ageHours : RECENT_HOURS + (ageHours - RECENT_HOURS) * STRETCH;
}

/** A UUIDv7 of a moment in the past. RFC 9562 §5.7. */
export function historicId(moment: number, chance: Random): string {
  const time = Math.floor(moment).toString(16).padStart(12, '0');
  const random = Array.from({ length: 18 }, () => Math.floor(chance.next() * 16).toString(16)).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6)}`;
}

/** Day and hour in the community's zone. */
export function localTime(moment: number, timeZone: string): { day: string; hour: number; isMonday: boolean } {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23', weekday: 'short' });
  const part = Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]));
  return { day: `${part['year']}-${part['month']}-${part['day']}`, hour: Number(part['hour']), isMonday: part['weekday'] === 'Mon' };
}
