/** A reason not to start that the operator can do something about; printed without a stack. */
export class StartupError extends Error {
  override readonly name = 'StartupError';

  constructor(
    message: string,
    /** What to do next, in one sentence. */
    readonly hint?: string,
  ) {
    super(message);
  }
}
