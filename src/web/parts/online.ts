import { ref } from 'vue';

/** What the phone believes about its network. */
export const online = ref(navigator.onLine);

addEventListener('online', () => (online.value = true));
addEventListener('offline', () => (online.value = false));
