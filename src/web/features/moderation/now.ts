import { onScopeDispose, ref } from 'vue';

/** The time that waiting is measured against; it moves while a desk is open. */
export const now = ref(Date.now());

/** Keeps {@link now} moving as long as the component lives. */
export function useMovingNow(everyMs = 20_000): void {
  now.value = Date.now();
  const timer = setInterval(() => (now.value = Date.now()), everyMs);
  onScopeDispose(() => clearInterval(timer));
}
