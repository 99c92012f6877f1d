import { HubError } from '../platform/errors';

/** Also the answer for somebody else's draft: whether it exists is nobody's business. */
export const materialNotFound = () => new HubError('not-found', 'material.not-found', 'There is no such material, or it is not public.');
export const imageNotUsable = (imageIds: readonly string[]) =>
  new HubError('unprocessable', 'material.image-not-usable', 'Some pictures are not yours, do not exist or were refused.', { imageIds });
export const wrongState = (state: string) =>
  new HubError('conflict', 'material.wrong-state', `This cannot be done while the material is ${state}.`, { state });
export const imagesProcessing = () => new HubError('conflict', 'material.images-processing', 'Some pictures are still being processed; try again in a moment.');
/** A picture may look whole when it is uploaded and turn out broken when it is read to its end. */
export const imagesRefused = () => new HubError('conflict', 'material.images-refused', 'A picture turned out to be unreadable; return the post so that its author can replace it.');
export const ownPick = () => new HubError('forbidden', 'pick.own', 'Somebody else has to pick your material.');
export const imageMissing = () => new HubError('invalid', 'image.missing', 'Send the picture as the multipart field "file".');
export const imageNotFound = () => new HubError('not-found', 'image.not-found', 'There is no such picture.');
export const unknownShareCode = () => new HubError('not-found', 'share.unknown-code', 'This link is not complete or was mistyped.');
