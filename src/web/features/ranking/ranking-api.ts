import type { Paging } from '../../api/paths';
import type { Author, Page, Picture } from '../../api/types';

export const periods = ['day', 'week', 'month', 'all'] as const;
export type PeriodKind = (typeof periods)[number];

export const contributorBoards = ['total', 'newcomers', 'team'] as const;
export type ContributorBoard = (typeof contributorBoards)[number];

/** The computation a board was read from. Days are half-open days of the hub's calendar; all time has no ends. */
export interface Run {
  id: string;
  period: PeriodKind;
  start: string | null;
  end: string | null;
  asOf: string;
  formulaVersion: number;
}

interface Line {
  rank: number;
  /** In the period before; null for who was not on that board. */
  previousRank: number | null;
  score: number;
  /** Pairs of promoter and material. */
  reuses: number;
  teams: number;
  rating: { mean: number | null; count: number };
}

export interface ContributorLine extends Line {
  account: Author;
}

export interface MaterialLine extends Line {
  material: { id: string; body: string; author: Author; images: Picture[] };
}

/** The caller's own line, wherever it stands, and who stands just before. */
export interface MyLine extends ContributorLine {
  ahead: { rank: number; score: number } | null;
}

interface Board<T> extends Page<T> {
  /** Null until the first computation of the period. */
  run: Run | null;
  me: MyLine | null;
}

export type ContributorsBoard = Board<ContributorLine>;
export type MaterialsBoard = Board<MaterialLine>;

/** What one line of a contributors' board is made of. */
export interface Explained {
  run: Run;
  line: ContributorLine;
  parts: {
    reuseScore: number;
    qualityFactor: number;
    qualityMean: number;
    siteMean: number;
    starsSum: number;
    starsCount: number;
    /** The teams that brought most, by points. No name: promoters of no team, who count as one. */
    teams: { teamId: string | null; name: string | null; ownTeam: boolean; copiers: number; logSum: number; points: number }[];
    rest: { teams: number; copiers: number; points: number };
  };
  /** Reuses of own material in the period: noted, never scored. */
  ownCopies: number;
}

interface BoardQuery extends Paging {
  period: PeriodKind;
  at?: string;
}

declare module '../../api/paths' {
  interface Paths {
    '/api/leaderboards/contributors': { get: Call<ContributorsBoard, { query: BoardQuery & { board?: ContributorBoard } }> };
    '/api/leaderboards/materials': { get: Call<MaterialsBoard, { query: BoardQuery }> };
    '/api/leaderboards/contributors/{id}': { get: Call<Explained, ById & { query: Omit<BoardQuery, keyof Paging> }> };
  }
}
