/** One reuse as a test lets it happen, with the teams both were in at that moment. */
export interface PastReuse {
  readonly at: number;
  readonly copier: string;
  readonly copierTeam: string | null;
  readonly author: string;
  readonly authorTeam: string | null;
  readonly material: string;
  readonly kind: string;
}

export interface SlowLine {
  readonly id: string;
  readonly score: number;
  readonly reuses: number;
  readonly teams: number;
}

const WEIGHT: Readonly<Record<string, number>> = { copied: 1, saved: 1, poster: 1, sent: 1.5, clicked: 2, ordered: 4 };
const EIGHT_HOURS_MS = 8 * 3_600_000;

/** The calendar day in Shanghai, which has had no other offset since 1991. */
export const shanghaiDay = (at: number): string => new Date(at + EIGHT_HOURS_MS).toISOString().slice(0, 10);

/**
 * The board as DESIGN §5 words it, from the log of events alone, one thing at a time: what the fast way is compared with. It shares no
 * code with it.
 * @param subject whose board: the key of a reuse. @param stars of a subject, `undefined` for who is not listed.
 */
export function slowBoard(
  log: readonly PastReuse[],
  [start, end]: readonly [string, string],
  subject: 'author' | 'material',
  starsOf: (id: string) => { sum: number; count: number } | undefined,
  siteMean: number,
): SlowLine[] {
  const firstOfPair = new Map<string, PastReuse>();
  for (const reuse of log) {
    const pair = `${reuse.material}/${reuse.copier}`;
    if (reuse.copier !== reuse.author && !firstOfPair.has(pair)) firstOfPair.set(pair, reuse);
  }
  const inPeriod = log.filter((reuse) => reuse.copier !== reuse.author && shanghaiDay(reuse.at) >= start && shanghaiDay(reuse.at) < end);
  const lines = [...new Set(inPeriod.map((reuse) => reuse[subject]))].flatMap((id) => {
    const stars = starsOf(id);
    if (!stars) return [];
    const own = inPeriod.filter((reuse) => reuse[subject] === id);
    const bestOfPair = new Map<string, number>();
    for (const reuse of own) {
      const pair = `${reuse.material}/${reuse.copier}`;
      bestOfPair.set(pair, Math.max(bestOfPair.get(pair) ?? 0, WEIGHT[reuse.kind]!));
    }
    const people = new Map<string, { team: string | null; ownTeam: boolean; weights: number }>();
    for (const [pair, weight] of bestOfPair) {
      const { copier, copierTeam, authorTeam } = firstOfPair.get(pair)!;
      const ownTeam = copierTeam !== null && copierTeam === authorTeam;
      const key = `${copier}/${copierTeam}/${ownTeam}`;
      people.set(key, { team: copierTeam, ownTeam, weights: (people.get(key)?.weights ?? 0) + weight });
    }
    const logs = new Map<string, number>();
    for (const { team, ownTeam, weights } of people.values()) {
      const key = `${team}/${ownTeam}`;
      logs.set(key, (logs.get(key) ?? 0) + Math.log2(1 + weights));
    }
    const points = [...logs].reduce((sum, [key, logSum]) => sum + (key.endsWith('/true') ? 0.5 : 1) * Math.sqrt(logSum), 0);
    const mean = (stars.sum + 10 * siteMean) / (stars.count + 10);
    const teams = new Set([...people.values()].flatMap(({ team }) => team ?? [])).size;
    const score = Math.round(points * (0.5 + (mean - 1) / 4) * 1e6) / 1e6;
    return [{ id, score, reuses: bestOfPair.size, teams, first: Math.min(...own.map((reuse) => reuse.at)) }];
  });
  return lines
    .sort((a, b) => b.score - a.score || a.first - b.first || Number(a.id) - Number(b.id))
    .map(({ first: _first, ...line }) => line);
}
