/**
 * How much an author gave to others, in one period. Pure arithmetic: what happened comes in, a number goes out. Change a weight or
 * a line and raise {@link FORMULA_VERSION}: every stored run names the version it was computed with.
 */
export const FORMULA_VERSION = 1;

/**
 * What a use is worth, by the highest rung it reached: 1 copied, 2 saved or poster, 3 sent, 4 clicked, 5 ordered. Copying is the
 * act we pay for; what happened after it shows that the post worked for somebody else's customers too.
 */
export const RUNG_WEIGHTS = [1, 1, 1.5, 2, 4] as const;

/** One's own team copies out of loyalty as well as out of interest, and its leader can ask it to. */
export const OWN_TEAM_WEIGHT = 0.5;
export const OTHER_TEAM_WEIGHT = 1;

/** A mean of stars counts like this many more ratings at the site's mean: one friend's five stars move little. */
export const QUALITY_PRIOR_WEIGHT = 10;
/** The prior while nobody has rated anything: the middle of the scale, factor 1. */
export const NEUTRAL_STARS = 3;
const FACTOR_AT_ONE_STAR = 0.5;
const FACTOR_AT_FIVE_STARS = 1.5;

/** What one team's promoters did with an author's material (or with one material). */
export interface TeamShare {
  /** Null for promoters of no team: together they count as one. */
  readonly teamId: string | null;
  /** Whether it was the author's own team when the reuse began. */
  readonly ownTeam: boolean;
  readonly copiers: number;
  /** Σ over these copiers of {@link copierLog}. */
  readonly logSum: number;
}

export interface Stars {
  readonly sum: number;
  readonly count: number;
}

/** What any score is made of; its value is {@link finalScore} of the first two. */
export interface ScoreParts {
  readonly reuseScore: number;
  readonly qualityFactor: number;
  /** The Bayesian mean of stars that the factor comes from. */
  readonly qualityMean: number;
  readonly siteMean: number;
  readonly starsSum: number;
  readonly starsCount: number;
}

/** What a contributor's score is made of; the drawer 为什么 shows it line by line. */
export interface ContributorParts extends ScoreParts {
  /** The teams that brought most, by points. */
  readonly teams: readonly (TeamShare & { readonly points: number })[];
  /** All other teams together. */
  readonly rest: { readonly teams: number; readonly copiers: number; readonly points: number };
}

/**
 * What one copier brings: the logarithm, because the tenth post the same person copies says less about the author than the first.
 * @param weights sum of {@link RUNG_WEIGHTS} over the author's materials this person used.
 */
export function copierLog(weights: number): number {
  return Math.log2(1 + weights);
}

/** What one team brings: the root, because people of one team copy what their team copies, and a ring lives in one team. */
export function teamPoints(team: Pick<TeamShare, 'ownTeam' | 'logSum'>): number {
  return (team.ownTeam ? OWN_TEAM_WEIGHT : OTHER_TEAM_WEIGHT) * Math.sqrt(team.logSum);
}

/** Teams simply add up: being useful to one more team is what the whole community gains by. */
export function reuseScore(teams: readonly Pick<TeamShare, 'ownTeam' | 'logSum'>[]): number {
  // Largest first whatever order they came in: two authors with the same teams get the same last digit, hence a true tie.
  return teams.map(teamPoints).sort((a, b) => b - a).reduce((sum, points) => sum + points, 0);
}

/** The site's mean of stars. */
export function siteMean(all: Stars): number {
  return all.count === 0 ? NEUTRAL_STARS : all.sum / all.count;
}

/** Bayesian mean of stars, 1…5: who has few ratings stands near everybody else's mean until more people have spoken. */
export function qualityMean(stars: Stars, siteMeanStars: number): number {
  return (stars.sum + QUALITY_PRIOR_WEIGHT * siteMeanStars) / (stars.count + QUALITY_PRIOR_WEIGHT);
}

/** 0.5…1.5, linear in the mean: quality turns the score, but reuse alone makes it. */
export function qualityFactor(stars: Stars, siteMeanStars: number): number {
  const share = (qualityMean(stars, siteMeanStars) - 1) / 4;
  return FACTOR_AT_ONE_STAR + share * (FACTOR_AT_FIVE_STARS - FACTOR_AT_ONE_STAR);
}

/** In whole millionths of a point, so that noise in the last digits never decides a rank or splits money. */
export function finalScore({ reuseScore: reuse, qualityFactor: factor }: Pick<ScoreParts, 'reuseScore' | 'qualityFactor'>): number {
  return Math.round(reuse * factor * 1e6) / 1e6;
}

/** Everything a score is made of. For an author `stars` are those of all their materials, for a material its own. */
export function scoreParts(teams: readonly Pick<TeamShare, 'ownTeam' | 'logSum'>[], stars: Stars, siteMeanStars: number): ScoreParts {
  return {
    reuseScore: reuseScore(teams),
    qualityFactor: qualityFactor(stars, siteMeanStars),
    qualityMean: qualityMean(stars, siteMeanStars),
    siteMean: siteMeanStars,
    starsSum: stars.sum,
    starsCount: stars.count,
  };
}

/** How many teams a stored score tells apart. */
export const TEAMS_SHOWN = 12;

/** The teams behind a reuse score, largest first, as far as they are told apart. */
export function teamParts(teams: readonly TeamShare[]): Pick<ContributorParts, 'teams' | 'rest'> {
  const byPoints = teams.map((team) => ({ ...team, points: teamPoints(team) })).sort((a, b) => b.points - a.points);
  const others = byPoints.slice(TEAMS_SHOWN);
  return {
    teams: byPoints.slice(0, TEAMS_SHOWN),
    rest: {
      teams: others.length,
      copiers: others.reduce((sum, team) => sum + team.copiers, 0),
      points: others.reduce((sum, team) => sum + team.points, 0),
    },
  };
}
