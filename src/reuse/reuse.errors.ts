import { HubError } from '../platform/errors';

export const idOutOfWindow = () =>
  new HubError('invalid', 'reuse.id-out-of-window', 'This id was made more than 24 hours ago, or ahead. Check the clock of the device.');
export const idConflict = () => new HubError('conflict', 'reuse.id-conflict', 'This id was already used for something else.');
export const ratingNeedsReuse = () => new HubError('conflict', 'rating.needs-reuse', 'Only those who have reused a material can rate it.');
