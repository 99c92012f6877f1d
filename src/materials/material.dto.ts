import { z } from 'zod';
import { personView } from '../accounts/account.dto';
import { decision } from '../moderation/review.dto';
import { id, page, words } from '../platform/http/schemas';
import { CATEGORIES } from './categories';
import { imageView } from './image.dto';
import { unknownPlaceholders } from './placeholders';

/** Text with placeholders; one that nothing fills would be posted as it stands. */
const template = (maximum: number) =>
  words(1, maximum).superRefine((value, context) => {
    for (const name of unknownPlaceholders(value)) context.addIssue({ code: 'custom', message: `{{${name}}} is not a placeholder` });
  });
const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

export const BODY_MAX_CHARACTERS = 2_000;

export const materialBody = z
  .strictObject({
    body: template(BODY_MAX_CHARACTERS),
    /** In the order they are posted; only one's own, up to nine. */
    imageIds: z.array(id).max(9, 'has more than nine pictures').refine(distinct, 'names a picture twice').default([]),
    category: z.enum(CATEGORIES),
    tags: z.array(words(1, 20)).max(8).refine(distinct, 'has a tag twice').default([]),
    commentText: template(500).optional(),
    variants: z.array(template(BODY_MAX_CHARACTERS)).max(5).default([]),
  })
  .meta({ id: 'NewMaterial' });
export type MaterialBody = z.infer<typeof materialBody>;

export const materialState = z.enum(['draft', 'in_review', 'published', 'retired', 'removed']);

export const createdView = z.object({ id, state: materialState }).meta({ id: 'MaterialCreated' });
export type CreatedView = z.infer<typeof createdView>;

/** What the caller did with a material so far. */
export const marksView = z
  .object({
    copiedAt: z.iso.datetime(),
    savedAt: z.iso.datetime().nullable(),
    sentAt: z.iso.datetime().nullable(),
    stars: z.number().int().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'MyMarks' });
export type MarksView = z.infer<typeof marksView>;

/** Ready to paste: the caller's own link and name are inside. */
export const readyView = z
  .object({ text: z.string(), commentText: z.string().nullable(), shareUrl: z.string(), images: z.array(z.string()) })
  .meta({ id: 'Ready' });

export const pickView = z
  .object({ note: z.string(), by: z.object({ id, displayName: z.string() }), pickedAt: z.iso.datetime() })
  .meta({ id: 'Pick' });

export const materialView = z
  .object({
    id,
    state: materialState,
    category: z.enum(CATEGORIES),
    body: z.string(),
    commentText: z.string().nullable(),
    tags: z.array(z.string()),
    variants: z.array(z.string()),
    author: personView,
    images: z.array(imageView),
    reuseCount: z.number().int(),
    teamCount: z.number().int(),
    rating: z.object({ mean: z.number().nullable(), count: z.number().int() }),
    pick: pickView.nullable(),
    createdAt: z.iso.datetime(),
    publishedAt: z.iso.datetime().nullable(),
    version: z.number().int(),
    isMine: z.boolean(),
    mine: marksView.nullable(),
    /** Null when nobody is signed in. */
    ready: readyView.nullable(),
    /** What a moderator last said; shown to the author only. */
    review: z.object({ decision, reason: z.string().nullable(), decidedAt: z.iso.datetime() }).nullable(),
  })
  .meta({ id: 'Material' });
export type MaterialView = z.infer<typeof materialView>;

export const feedQuery = z.strictObject({
  sort: z.enum(['hot', 'new', 'picks']).default('hot'),
  category: z.enum(CATEGORIES).optional(),
  /** An account's id, or `me`: one's own in every state. */
  author: z.union([id, z.literal('me')]).optional(),
  ...page,
});
export type FeedQuery = z.infer<typeof feedQuery>;

export const pickBody = z.strictObject({ note: words(1, 500) }).meta({ id: 'NewPick' });
export type PickBody = z.infer<typeof pickBody>;
