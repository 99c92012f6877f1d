import { nextTick, onScopeDispose, watch, type Ref } from 'vue';
import type { Router } from 'vue-router';

interface Layer {
  close: () => void;
}

const open: Layer[] = [];
let goingBack = false;

addEventListener('popstate', () => {
  goingBack = true;
  setTimeout(() => (goingBack = false));
});

/** A phone's back gesture closes the topmost sheet and stays on the page; links inside a sheet still lead away. */
export function closeLayersOnBack(router: Router): void {
  router.beforeEach(() => {
    const top = open[open.length - 1];
    if (!goingBack || !top) return true;
    top.close();
    return false;
  });
}

const focusable = 'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"], [contenteditable]';

/**
 * What a modal layer owes the keyboard and is missing in Vant's popups: focus goes in, stays in, and returns to where it was;
 * Esc closes the topmost layer only.
 */
export function useLayer(shown: Ref<boolean>, root: Ref<HTMLElement | undefined>, close: () => void): void {
  const layer: Layer = { close };
  let origin: HTMLElement | null = null;

  function onKey(event: KeyboardEvent): void {
    if (open[open.length - 1] !== layer) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Tab') {
      keepFocusInside(event);
    }
  }

  function keepFocusInside(event: KeyboardEvent): void {
    const stops = [...(root.value?.querySelectorAll<HTMLElement>(focusable) ?? [])].filter((stop) => stop.offsetParent !== null);
    const first = stops[0];
    const last = stops[stops.length - 1];
    if (!first || !last) return;
    const active = document.activeElement;
    const outside = !root.value?.contains(active) || active === root.value;
    if (event.shiftKey && (active === first || outside)) {
      event.preventDefault();
      last.focus();
    } else if (!event.shiftKey && (active === last || outside)) {
      event.preventDefault();
      first.focus();
    }
  }

  function leave(): void {
    const at = open.indexOf(layer);
    if (at < 0) return;
    open.splice(at, 1);
    removeEventListener('keydown', onKey);
    if (origin?.isConnected) origin.focus({ preventScroll: true });
  }

  watch(
    shown,
    async (isShown) => {
      if (!isShown) return leave();
      if (open.includes(layer)) return;
      origin = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      open.push(layer);
      addEventListener('keydown', onKey);
      await nextTick();
      root.value?.focus({ preventScroll: true });
    },
    { immediate: true },
  );
  onScopeDispose(leave);
}
