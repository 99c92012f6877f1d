import type { components, paths } from '../../api/api.gen';

type Schemas = components['schemas'];
type BoardQuery = NonNullable<paths['/api/leaderboards/contributors']['get']['parameters']['query']>;

export type PeriodKind = NonNullable<BoardQuery['period']>;
export const periods = ['day', 'week', 'month', 'all'] as const satisfies readonly PeriodKind[];

/** The server also knows `team:<id>`, any team's board; this client shows the caller's own. */
export const contributorBoards = ['total', 'newcomers', 'team'] as const;
export type ContributorBoard = (typeof contributorBoards)[number];

/** The computation a board was read from. Days are half-open days of the hub's calendar; all time has no ends. */
export type Run = Schemas['BoardRun'];
export type ContributorLine = Schemas['ContributorLine'];
export type MaterialLine = Schemas['MaterialLine'];

/** The caller's own line, wherever it stands, and who stands just before. */
export type MyLine = Schemas['MyLine'];

/** What one line of a contributors' board is made of. */
export type Explained = Schemas['ExplainedLine'];
