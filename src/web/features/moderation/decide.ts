import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { ref } from 'vue';
import { answer, api } from '../../api/client';
import { Problem } from '../../api/problem';
import { problemWords } from '../../api/problem-words';
import { say } from '../../parts/toast';
import { decisionOf, reasonOf, type Choice, type Draft } from './decision';
import type { Review } from './review-api';
import { words } from './words';

interface Sending {
  review: Review;
  choice: Choice;
  reason: string;
  note: string;
}

/** Approved already, but the pick that should follow was not saved. */
class PickFailed extends Error {}

/**
 * Sends a decision. `onGone` runs when the review is out of the queue, by us or by somebody who was first; `onChanged` when it has to
 * be read again.
 */
export function useDecide(handlers: { onGone: (reviewId: string) => void; onChanged: () => void }) {
  const client = useQueryClient();
  const problem = ref<string | null>(null);
  const approved = new Set<string>();

  const mutation = useMutation({
    mutationFn: async ({ review, choice, reason, note }: Sending) => {
      if (!approved.has(review.id)) {
        const body = { decision: decisionOf(choice), version: review.version, ...(reason && { reason }) };
        await answer(api.POST('/api/reviews/{id}/decision', { params: { path: { id: review.id } }, body }));
      }
      if (choice !== 'pick') return;
      approved.add(review.id);
      await answer(api.POST('/api/materials/{id}/pick', { params: { path: { id: review.subject.id } }, body: { note } })).catch((error: unknown) => {
        throw new PickFailed(problemWords(error));
      });
    },
    onMutate: () => void (problem.value = null),
    onSuccess: (_, { review, choice }) => {
      say(words.value.done[choice]);
      handlers.onGone(review.id);
    },
    onError: async (error, { review }) => {
      if (error instanceof PickFailed) problem.value = words.value.pickFailed;
      else if (error instanceof Problem && error.code === 'review.decided') {
        say(await whoWasFirst(review.id));
        handlers.onGone(review.id);
      } else if (error instanceof Problem && error.code === 'review.withdrawn') {
        say(words.value.conflict.withdrawn);
        handlers.onGone(review.id);
      } else if (error instanceof Problem && error.code === 'review.version') {
        problem.value = words.value.conflict.version;
        handlers.onChanged();
      } else if (error instanceof Problem && error.code === 'material.images-processing') problem.value = words.value.conflict.images;
      else problem.value = problemWords(error);
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['reviews', 'summary'] }),
  });

  async function whoWasFirst(reviewId: string): Promise<string> {
    const { conflict, log } = words.value;
    const review = await answer(api.GET('/api/reviews/{id}', { params: { path: { id: reviewId } } })).catch(() => null);
    const decision = review?.outcome?.decision;
    return conflict.decided(review?.outcome?.by.displayName ?? conflict.somebody, decision ? (log.action[decision] ?? decision) : log.action.approve!);
  }

  function send(review: Review, draft: Draft): void {
    if (draft.choice === null || mutation.isPending.value) return;
    mutation.mutate({ review, choice: draft.choice, reason: reasonOf(draft), note: draft.note.trim() });
  }

  return { send, problem, busy: mutation.isPending };
}
