import { HubError } from '../platform/errors';

/** One answer for an unknown name and a wrong password: neither tells who has an account here. */
export const wrongCredentials = () => new HubError('unauthenticated', 'auth.wrong-credentials', 'The name or the password is wrong.');
export const signInRequired = () => new HubError('unauthenticated', 'auth.required', 'Sign in first.');
export const roleRequired = () => new HubError('forbidden', 'auth.forbidden', 'This account may not do that.');
export const crossSite = () => new HubError('forbidden', 'auth.cross-site', 'This request came from another site.');
export const accountSuspended = () => new HubError('unauthenticated', 'auth.suspended', 'This account is suspended.');
export const nameTaken = () => new HubError('conflict', 'account.name-taken', 'This name is taken.');
export const accountNotFound = () => new HubError('not-found', 'account.not-found', 'There is no such account.');
/** Unknown, used and expired codes answer alike, so that guessing teaches nothing but "no". */
export const inviteNotUsable = () => new HubError('unprocessable', 'invite.not-usable', 'This invite code does not exist, has expired or was used.');
export const notYourself = () => new HubError('conflict', 'account.not-yourself', 'Somebody else has to do this to your account.');
