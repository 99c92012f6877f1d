import type { Picture } from '../../api/types';
import { formatCount, formatMean } from '../../i18n/format';
import type { ContributorLine, MaterialLine } from './ranking-api';
import { words } from './words';

/** A board line as rows and podium draw it, whoever or whatever it is about. */
export interface Entry {
  rank: number;
  previousRank: number | null;
  id: string;
  name: string;
  /** Whose it is: the team of a person, the author of a material. */
  of: string | null;
  /** Of a material; null on a person's line. */
  picture: Picture | null;
  kind: 'contributor' | 'material';
  score: number;
  reuses: number;
  teams: number;
  mean: number | null;
}

export function contributorEntry(line: ContributorLine): Entry {
  const { account } = line;
  return { ...figures(line), kind: 'contributor', id: account.id, name: account.displayName, of: account.team?.name ?? null, picture: null };
}

export function materialEntry(line: MaterialLine): Entry {
  const { material } = line;
  return {
    ...figures(line),
    kind: 'material',
    id: material.id,
    name: material.body.trim().split('\n', 1)[0] ?? '',
    of: material.author.displayName,
    picture: material.images[0] ?? null,
  };
}

/** ★4.6, or that nobody has rated yet. */
export function starWords(mean: number | null): string {
  return mean === null ? words.value.why.noRatings : `★${formatMean(mean)}`;
}

/** 青禾团 · 来自 22 个团队 · ★4.6 */
export function detailWords(entry: Entry): string {
  return [entry.of, words.value.fromTeams(formatCount(entry.teams)), starWords(entry.mean)].filter(Boolean).join(' · ');
}

function figures({ rank, previousRank, score, reuses, teams, rating }: ContributorLine | MaterialLine) {
  return { rank, previousRank, score, reuses, teams, mean: rating.mean };
}
