import { HubError } from '../errors';

export const storageFull = () => new HubError('full', 'storage.full', 'There is no space left to store files. Try again later.');

export const uploadTooLarge = (maxBytes: number) =>
  new HubError('too-large', 'upload.too-large', `The file is larger than ${maxBytes / 1024 / 1024} MB.`, { maxBytes });

export const uploadInterrupted = () => new HubError('invalid', 'upload.interrupted', 'The upload ended before the file was complete.');
