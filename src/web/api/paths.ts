import type { Account, Category, FeedSort, Material, MaterialDraft, MaterialState, Page, Picture, ProblemBody, RatingsPage, RatingSummary, ReuseAnswer, ReuseKind } from './types';

/** One call in the shape openapi-fetch reads: parameters in, one success answer or a problem out. */
export type Call<Answer, Parameters = unknown, Body = never> = {
  parameters: Parameters;
  responses: {
    200: { content: { 'application/json': Answer } };
    default: { content: { 'application/problem+json': ProblemBody } };
  };
} & ([Body] extends [never] ? { requestBody?: never } : { requestBody: { content: { 'application/json': Body } } });

export interface ById {
  path: { id: string };
}

export interface Paging {
  limit?: number;
  cursor?: string;
}

/** The calls this client makes, by path. */
export interface Paths {
  '/api/accounts': { post: Call<{ account: Account }, unknown, { inviteCode: string; name: string; password: string; displayName?: string }> };
  '/api/sessions': { post: Call<{ account: Account }, unknown, { name: string; password: string }> };
  '/api/sessions/current': { delete: Call<undefined> };
  '/api/me': { get: Call<Account> };
  '/api/invites': { post: Call<{ code: string }> };
  '/api/images/{id}': { get: Call<Picture, ById> };
  '/api/materials': {
    get: Call<
      Page<Material>,
      { query: Paging & { sort?: FeedSort; category?: Category; author?: string } }
    >;
    post: Call<{ id: string; state: MaterialState }, unknown, MaterialDraft>;
  };
  '/api/materials/{id}': {
    get: Call<Material, ById>;
    put: Call<{ id: string; state: MaterialState }, ById, MaterialDraft>;
  };
  '/api/materials/{id}/submit': { post: Call<{ id: string; state: MaterialState }, ById> };
  '/api/materials/{id}/retire': { post: Call<{ id: string; state: MaterialState }, ById> };
  '/api/materials/{id}/ratings': { get: Call<RatingsPage, ById & { query: Paging }> };
  '/api/materials/{id}/reuses': { post: Call<ReuseAnswer, ById, { id: string; kind: ReuseKind }> };
  '/api/materials/{id}/rating': { put: Call<RatingSummary, ById, { stars: number; note?: string }> };
}
