import { onActivated, onBeforeUnmount, onDeactivated, onMounted } from 'vue';

const event = 'mz:top';

/** Scroll up and let the page on screen refresh. */
export function goToTop(): void {
  scrollTo({ top: 0, behavior: 'smooth' });
  dispatchEvent(new Event(event));
}

/** Run `refresh` when the tab of the page on screen is tapped again; a page kept alive but hidden stays quiet. */
export function onGoToTop(refresh: () => void): void {
  const listen = () => addEventListener(event, refresh);
  const stop = () => removeEventListener(event, refresh);
  onMounted(listen);
  onActivated(listen);
  onDeactivated(stop);
  onBeforeUnmount(stop);
}
