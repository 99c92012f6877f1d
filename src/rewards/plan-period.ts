import { periodAt, type Day, type Period } from '../ranking/periods';
import type { Plan } from './plan';

/** The closed period a plan pays for. @param timeZone whose calendar a moment is read in. */
export function periodOf({ period, at }: Pick<Plan, 'period' | 'at'>, timeZone: string): Period {
  return periodAt(period, dayOf(at, timeZone));
}

function dayOf(at: string, timeZone: string): Day {
  // Swedish writes dates as ISO 8601 does.
  if (at.includes('T')) return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(at));
  const [year, week] = at.split('-W');
  return week === undefined ? at : mondayOf(year as string, Number(week));
}

/** The first ISO week of a year is the one with 4 January in it. */
function mondayOf(year: string, week: number): Day {
  const monday = new Date(periodAt('week', `${year}-01-04`).start);
  monday.setUTCDate(monday.getUTCDate() + 7 * (week - 1));
  return monday.toISOString().slice(0, 10);
}
