/** What went wrong, without saying how HTTP spells it; only the HTTP filter knows status codes. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'unsupported'
  | 'unprocessable'
  | 'throttled'
  | 'unavailable'
  | 'full';

/**
 * An error a caller can act on. `code` is stable and documented (`feature.what-happened`); clients translate it, so `message` may
 * be reworded at any time. `details` is shown to the caller: never put anything private there.
 */
export class HubError extends Error {
  override readonly name = 'HubError';

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly details?: Record<string, unknown>,
  ) {
    super(message);
  }
}
