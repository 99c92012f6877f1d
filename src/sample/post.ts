import type { Category } from '../materials/categories';
import type { MemberName } from './community';
import type { Subject } from './illustrations/illustrations';

/** A picture of a post: what `renderIllustration` draws. */
export type SamplePicture = readonly [subject: Subject, variant: number];

export interface SamplePost {
  author: MemberName;
  category: Category;
  body: string;
  commentText?: string;
  tags: readonly string[];
  pictures: readonly SamplePicture[];
  /** How long ago it was sent in, hours. */
  ageHours: number;
  /** How good it is, 0.2…3: the sample community reuses and rates by it. */
  appeal: number;
  /** Other wordings by the author. */
  variants?: readonly string[];
  /** A moderator's note: why it works. One point a line, 「word：reason」. */
  pickNote?: string;
  /** Published when absent. */
  state?: 'in_review' | 'draft';
}

/** Several pictures of one subject, in order. */
export const of = (subject: Subject, ...variants: readonly number[]): SamplePicture[] => variants.map((variant) => [subject, variant]);
