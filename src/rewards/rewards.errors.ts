import { HubError } from '../platform/errors';
import type { RoundState } from './round.dto';

export const roundNotFound = () => new HubError('not-found', 'round.not-found', 'There is no such reward round.');
export const wrongState = (state: RoundState) =>
  new HubError('conflict', 'round.wrong-state', `The round is ${state}: this step is not the one that comes next.`, { state });
export const periodOpen = (end: string) =>
  new HubError('conflict', 'round.period-open', 'The period is not over: its facts may still change.', { endsOn: end });
export const runPending = (runId: string) =>
  new HubError('conflict', 'round.run-pending', 'The final ranking of the period is being computed. Try again shortly.', {
    runId,
    retryAfterSeconds: 5,
  });
export const keyRefused = () =>
  new HubError('invalid', 'request.invalid', 'Idempotency-Key: must be 1 to 200 visible ASCII characters.', {
    errors: [{ path: 'Idempotency-Key' }],
  });
export const keyReused = () => new HubError('conflict', 'idempotency.key-reused', 'This Idempotency-Key was used for another plan.');
export const awardNotFound = () => new HubError('not-found', 'award.not-found', 'There is no such award.');
