import { HubError } from '../platform/errors';

export const notBegun = (): HubError => new HubError('unprocessable', 'ranking.not-begun', 'This period has not begun.');
export const runNotFound = (): HubError => new HubError('not-found', 'ranking.run-not-found', 'There is no such ranking run.');
export const notListed = (): HubError => new HubError('not-found', 'ranking.not-listed', 'This contributor is not on this board.');
export const teamNeedsSignIn = (): HubError =>
  new HubError('unauthenticated', 'auth.required', 'Sign in to see your team, or name one: board=team:<id>.');
/** The run a cursor belongs to was replaced long ago. */
export const boardMoved = (): HubError => new HubError('conflict', 'ranking.board-moved', 'The board was computed again. Start from its top.');
