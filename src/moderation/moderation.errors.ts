import { HubError } from '../platform/errors';

export const reviewNotFound = () => new HubError('not-found', 'review.not-found', 'There is no such review.');
export const ownReview = () => new HubError('forbidden', 'review.own', 'Somebody else has to decide on what you made.');
export const reasonRequired = () => new HubError('invalid', 'review.reason-required', 'Say why: the author reads it.');

/** @param current the review as it is now, so that a screen can show who was first. */
export const reviewDecided = (current: object) => new HubError('conflict', 'review.decided', 'Another moderator was first.', { current });
export const reviewWithdrawn = (current: object) => new HubError('conflict', 'review.withdrawn', 'The author took this back.', { current });
export const reviewChanged = (current: object) =>
  new HubError('conflict', 'review.version', 'This changed while you were reading it. Look at it again.', { current });
