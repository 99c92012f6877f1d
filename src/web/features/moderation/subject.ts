import type { MaterialSubject, Review } from './review-api';
import { words } from './words';

export function materialOf({ subject }: Review): MaterialSubject | null {
  return subject.kind === 'material' && 'body' in subject ? subject : null;
}

/** A post has no title of its own: its first line is what people know it by. */
export function titleOf(review: Review): string {
  return materialOf(review)?.body.trim().split('\n', 1)[0] || words.value.other;
}
