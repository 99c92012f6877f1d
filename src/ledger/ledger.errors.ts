import { HubError } from '../platform/errors';

export const amountRefused = () => new HubError('invalid', 'ledger.amount', 'A transfer moves 1 to 10^15 whole points.');
export const keyConflict = (keys: readonly string[]) =>
  new HubError('conflict', 'ledger.key-conflict', 'A transfer of this key exists and says something else.', { keys });
export const insufficient = () => new HubError('conflict', 'ledger.insufficient', 'The balance does not cover this.');
export const notReversible = () => new HubError('not-found', 'ledger.not-reversible', 'There is no such transfer to reverse.');
export const alreadyReversed = () => new HubError('conflict', 'ledger.already-reversed', 'This transfer was reversed before.');
