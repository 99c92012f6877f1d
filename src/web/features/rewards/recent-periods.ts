import { periodAt, previousPeriod, type Period } from '../../../ranking/periods';
import type { RoundPeriod } from './rewards-api';

const howMany: Record<RoundPeriod['kind'], number> = { day: 14, week: 8, month: 6 };

/** The running period and those before it, newest first. Which day it is, is this device's guess; the server's clock decides. */
export function recentPeriods(kind: RoundPeriod['kind'], now = new Date()): Period[] {
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  const periods = [periodAt(kind, today)];
  while (periods.length <= howMany[kind]) {
    const before = previousPeriod(periods[periods.length - 1] as Period);
    if (!before) break;
    periods.push(before);
  }
  return periods;
}
