import { nextTick, onScopeDispose, watch, type Ref } from 'vue';
import type { Router } from 'vue-router';

interface Layer {
  close: () => void;
  /** Names the history entry this layer put on top of its page. */
  entry: number;
}

const open: Layer[] = [];
let entries = 0;
/** Pops we caused ourselves by closing a layer with a button. */
let ownPops = 0;

addEventListener('popstate', () => {
  if (ownPops > 0) ownPops -= 1;
  else open[open.length - 1]?.close();
});

/**
 * A phone's back gesture closes the topmost layer and stays on the page, also on a page that was opened by a link and has nothing
 * before it: each layer puts an entry of the same address into the history. Links inside a layer should `replace` that entry.
 */
export function closeLayersOnLeave(router: Router): void {
  router.afterEach((to, from) => {
    if (to.fullPath === from.fullPath) return;
    // A replaced entry would inherit our name and be taken back together with the layer.
    if (history.state?.layer) history.replaceState({ ...history.state, layer: undefined }, '');
    for (const layer of [...open]) layer.close();
  });
}

const focusable = 'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"], [contenteditable]';

/**
 * What a modal layer owes the keyboard and is missing in Vant's popups: focus goes in, stays in, and returns to where it was;
 * Esc closes the topmost layer only.
 */
export function useLayer(shown: Ref<boolean>, root: Ref<HTMLElement | undefined>, close: () => void): void {
  const layer: Layer = { close, entry: 0 };
  let origin: HTMLElement | null = null;

  function onKey(event: KeyboardEvent): void {
    if (open[open.length - 1] !== layer) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Tab' && root.value) {
      keepFocusInside(event, root.value);
    }
  }

  function enter(): void {
    if (open.includes(layer)) return;
    origin = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    layer.entry = ++entries;
    open.push(layer);
    history.pushState({ ...history.state, layer: layer.entry }, '');
    addEventListener('keydown', onKey);
    void nextTick(() => root.value?.focus({ preventScroll: true }));
  }

  function leave(): void {
    const at = open.indexOf(layer);
    if (at < 0) return;
    open.splice(at, 1);
    removeEventListener('keydown', onKey);
    if (origin?.isConnected) origin.focus({ preventScroll: true });
    // Later, because a navigation that closes the layer may be about to replace its entry.
    setTimeout(() => {
      if (history.state?.layer !== layer.entry) return;
      ownPops += 1;
      history.back();
    });
  }

  watch(shown, (isShown) => (isShown ? enter() : leave()), { immediate: true });
  onScopeDispose(leave);
}

function keepFocusInside(event: KeyboardEvent, root: HTMLElement): void {
  const stops = [...root.querySelectorAll<HTMLElement>(focusable)].filter((stop) => stop.offsetParent !== null);
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (!first || !last) return;
  const active = document.activeElement;
  const outside = !root.contains(active) || active === root;
  if (event.shiftKey && (active === first || outside)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && (active === last || outside)) {
    event.preventDefault();
    first.focus();
  }
}
