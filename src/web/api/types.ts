import type { components, paths } from './api.gen';

/** The names the client uses for what the server's description calls otherwise. Ids are strings, times ISO 8601 UTC. */
type Schemas = components['schemas'];

export type Account = Schemas['Account'];
export type Role = Account['role'];

/** Anybody as others see them. */
export type Author = Schemas['Person'];

/** Its addresses answer 404 until the picture is ready. */
export type Picture = Schemas['Image'];

export type Material = Schemas['Material'];
export type MaterialState = Material['state'];
export type MaterialDraft = Schemas['NewMaterial'];
export type Category = Material['category'];
export type FeedSort = NonNullable<NonNullable<paths['/api/materials']['get']['parameters']['query']>['sort']>;

/** In the order the feed and the writing form offer them. */
export const categories = ['hot', 'inspected', 'life', 'tips', 'greeting', 'recruit', 'festival', 'interactive'] as const satisfies readonly Category[];

/** The text as it will be pasted: placeholders filled in for the caller, own link inside. */
export type ReadyText = Schemas['Ready'];

export type Pick = Schemas['Pick'];
export type RatingSummary = Schemas['RatingSummary'];

/** Of the acts the server counts, those this client knows. */
export type ReuseKind = Extract<Schemas['ReuseEvent']['kind'], 'copied' | 'saved' | 'sent'>;
export type ReuseAnswer = Schemas['ReuseAnswer'];

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** RFC 9457; whatever stands between us and the server may answer with less. */
export type ProblemBody = Partial<Schemas['Problem']>;
