/** The answers of the server as the client reads them. Ids are strings, times ISO 8601 UTC. */

export const categories = ['hot', 'inspected', 'life', 'tips', 'greeting', 'recruit', 'festival', 'interactive'] as const;
export type Category = (typeof categories)[number];

export type Role = 'promoter' | 'moderator' | 'admin';

export interface Team {
  id: string;
  name: string;
}

export interface Account {
  id: string;
  name: string;
  displayName: string;
  role: Role;
  /** 0 new … 3 veteran */
  trustLevel: number;
  team: Team | null;
  createdAt: string;
  state: string;
}

export interface Picture {
  id: string;
  state: 'processing' | 'ready' | 'refused';
  /** Upright, in pixels. */
  width: number;
  height: number;
  /** Answer 404 until the picture is ready. */
  urls: { thumb: string; feed: string; full: string; jpeg: string };
  /** Why it was refused, as a stable code. */
  refusal?: string;
}

export type MaterialState = 'draft' | 'in_review' | 'published' | 'retired' | 'removed';
export type FeedSort = 'hot' | 'new' | 'picks';

export interface Author {
  id: string;
  displayName: string;
  team: Team | null;
  trustLevel: number;
}

/** The text as it will be pasted: placeholders filled in for the caller, own link inside. */
export interface ReadyText {
  text: string;
  commentText: string | null;
  shareUrl: string;
  images: string[];
}

/** What the caller has done with a material. */
export interface MyReuse {
  copiedAt: string;
  savedAt: string | null;
  sentAt: string | null;
  stars: number | null;
  note: string | null;
}

export interface Pick {
  note: string;
  by: { displayName: string };
  pickedAt: string;
}

export interface RatingSummary {
  mean: number | null;
  count: number;
}

export interface Material {
  id: string;
  state: MaterialState;
  category: Category;
  body: string;
  commentText: string | null;
  tags: string[];
  author: Author;
  images: Picture[];
  reuseCount: number;
  teamCount: number;
  rating: RatingSummary;
  pick: Pick | null;
  publishedAt: string | null;
  createdAt: string;
  mine: MyReuse | null;
  /** Null for a visitor who has not signed in: there is no own link to fill in. */
  ready: ReadyText | null;
  isMine: boolean;
  version: number;
  /** On the caller's own materials: what the moderator said last. */
  review: { reason: string | null; decision: string } | null;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface Rating {
  account: { id: string; displayName: string };
  stars: number;
  note: string | null;
  updatedAt: string;
}

export interface RatingsPage extends Page<Rating> {
  /** How many gave 1, 2, 3, 4 and 5 stars. */
  histogram: [number, number, number, number, number];
}

export interface MaterialDraft {
  body: string;
  imageIds?: string[];
  category: Category;
  tags?: string[];
  commentText?: string;
}

export type ReuseKind = 'copied' | 'saved' | 'sent';

export interface ReuseAnswer {
  counted: boolean;
  reason?: string;
  reuseCount: number;
}

/** RFC 9457 */
export interface ProblemBody {
  code?: string;
  title?: string;
  detail?: string;
  requestId?: string;
}
