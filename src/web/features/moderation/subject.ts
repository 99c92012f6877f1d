import type { MaterialSubject, Review } from './review-api';
import { words } from './words';

/** Null for a subject of another kind, and for a post that is gone: then only its kind and id are told. */
export function materialOf({ subject }: Review): MaterialSubject | null {
  return isMaterial(subject) ? subject : null;
}

function isMaterial(subject: Review['subject']): subject is Review['subject'] & MaterialSubject {
  return subject.kind === 'material' && 'body' in subject;
}

/** A post has no title of its own: its first line is what people know it by. */
export function titleOf(review: Review): string {
  return materialOf(review)?.body.trim().split('\n', 1)[0] || words.value.other;
}
