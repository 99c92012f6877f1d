import createClient from 'openapi-fetch';
import type { paths } from './api.gen';
import { Problem } from './problem';
import { meKey, queryClient } from './query-client';

/** Proof that a write comes from this page and not from a form elsewhere: a custom header cannot be sent across origins unasked. */
export const writeHeaders = { 'x-requested-with': 'material-zone' };

/** The session is an httpOnly cookie of this origin; no token is ever kept by scripts. */
export const api = createClient<paths>({ baseUrl: location.origin, credentials: 'same-origin' });

api.use({
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('x-requested-with', writeHeaders['x-requested-with']);
    return request;
  },
  onError({ error }) {
    return new Problem('network', 0, String(error));
  },
});

/** The answer of a call, or a thrown {@link Problem}. */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  // A revoked or expired session shows on the next call, whichever it is.
  if (response.status === 401) queryClient.setQueryData(meKey, null);
  throw Problem.from(response, error);
}
