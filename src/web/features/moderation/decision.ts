import { reactive } from 'vue';
import type { Decision } from './review-api';
import { words } from './words';

export const choices = ['approve', 'return', 'reject', 'pick'] as const;
export type Choice = (typeof choices)[number];

/** A decision on its way: what was chosen, why, and what a pick teaches. */
export interface Draft {
  choice: Choice | null;
  /** Ready-made reasons by place, from 0. */
  ready: Set<number>;
  /** Whether the reason is (also) told in one's own words. */
  own: boolean;
  ownReason: string;
  note: string;
}

const maxCharacters = 500;

export function newDraft(): Draft {
  return reactive({ choice: null, ready: new Set<number>(), own: false, ownReason: '', note: '' });
}

/** Another choice has other ready-made reasons; what was typed stays. */
export function choose(draft: Draft, choice: Choice): void {
  if (draft.choice !== choice) draft.ready.clear();
  draft.choice = choice;
}

/** @param at place in the list, from 0; the one after the last ready-made reason is one's own words. */
export function toggleReason(draft: Draft, at: number): void {
  if (draft.choice !== 'return' && draft.choice !== 'reject') return;
  const count = words.value.reasons[draft.choice].ready.length;
  if (at === count) draft.own = !draft.own;
  else if (at < count && !draft.ready.delete(at)) draft.ready.add(at);
}

/** The reason as the author reads it; empty while nothing was chosen. */
export function reasonOf(draft: Draft): string {
  if (draft.choice !== 'return' && draft.choice !== 'reject') return '';
  const { separator, end } = words.value.text;
  const ready = words.value.reasons[draft.choice].ready.filter((_, at) => draft.ready.has(at)).map((reason) => reason.text);
  const said = ready.length ? ready.join(separator) + end : '';
  return [said, draft.own ? draft.ownReason.trim() : ''].filter(Boolean).join('\n');
}

/** What is still missing before it can be sent, in words; null when nothing is. */
export function missingOf(draft: Draft): string | null {
  if (draft.choice === 'pick') {
    if (!draft.note.trim()) return words.value.noteMissing;
    return isLong(draft.note) ? words.value.reasonLong : null;
  }
  if (draft.choice === null || draft.choice === 'approve') return null;
  const reason = reasonOf(draft);
  if (!reason) return words.value.reasonMissing;
  return isLong(reason) ? words.value.reasonLong : null;
}

/** What the server is told: a pick is an approval first. */
export function decisionOf(choice: Choice): Decision {
  return choice === 'pick' ? 'approve' : choice;
}

function isLong(text: string): boolean {
  return Array.from(text).length > maxCharacters;
}
