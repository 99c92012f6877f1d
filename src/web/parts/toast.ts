import { ref } from 'vue';

/** What the toast at the bottom says now; null when there is none. */
export const toast = ref<string | null>(null);

let timer: ReturnType<typeof setTimeout> | undefined;

/** Say the next step for two seconds (longer for long sentences). */
export function say(message: string): void {
  toast.value = message;
  clearTimeout(timer);
  timer = setTimeout(() => (toast.value = null), Math.max(2000, message.length * 120));
}
