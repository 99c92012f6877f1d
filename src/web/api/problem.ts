import type { ProblemBody } from './types';

/** Anything that kept a call from answering. `network` (status 0) is ours; every other code comes from the server. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    detail: string,
    readonly requestId: string | null = null,
  ) {
    super(detail);
    this.name = 'Problem';
  }

  static from(response: Response, body: unknown): Problem {
    const { code, detail, title, requestId }: ProblemBody = typeof body === 'object' && body !== null ? body : {};
    const id = requestId ?? response.headers.get('x-request-id');
    return new Problem(code ?? `http.${response.status}`, response.status, detail ?? title ?? response.statusText, id);
  }

  /** The phone did not reach the server: nothing is wrong with the request itself. */
  get isNetwork(): boolean {
    return this.status === 0;
  }

  /** Worth sending again later, unchanged. */
  get isPassing(): boolean {
    return this.isNetwork || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}
