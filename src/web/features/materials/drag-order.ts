import { reactive, type Ref } from 'vue';

const holdMs = 220;
const slopPx = 6;

/**
 * Dragging cells of a grid into another order: a mouse drags at once, a finger after a short hold, so that the page still scrolls.
 * The slots stay where they are; the dragged cell follows the pointer and the others give way.
 */
export function useDragOrder(list: Ref<HTMLElement | undefined>, move: (from: number, to: number) => void) {
  const drag = reactive({ at: -1, x: 0, y: 0 });
  let slots: DOMRect[] = [];
  let from = { index: -1, x: 0, y: 0 };
  let hold: ReturnType<typeof setTimeout> | undefined;
  let justDragged = false;

  function down(event: PointerEvent, index: number): void {
    if (event.button !== 0 || !event.isPrimary) return;
    from = { index, x: event.clientX, y: event.clientY };
    addEventListener('pointermove', moved);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
    if (event.pointerType !== 'mouse') hold = setTimeout(start, holdMs);
  }

  function start(): void {
    slots = [...(list.value?.children ?? [])].map((cell) => cell.getBoundingClientRect());
    Object.assign(drag, { at: from.index, x: 0, y: 0 });
    addEventListener('touchmove', holdStill, { passive: false });
    navigator.vibrate?.(10);
  }

  function moved(event: PointerEvent): void {
    const far = Math.hypot(event.clientX - from.x, event.clientY - from.y) > slopPx;
    if (drag.at < 0) {
      if (far && event.pointerType === 'mouse') start();
      else if (far) end();
      if (drag.at < 0) return;
    }
    const origin = slots[from.index];
    const over = slots.findIndex((slot) => event.clientX >= slot.left && event.clientX <= slot.right && event.clientY >= slot.top && event.clientY <= slot.bottom);
    if (over >= 0 && over !== drag.at) {
      move(drag.at, over);
      drag.at = Math.min(over, slots.length - 1);
    }
    const slot = slots[drag.at];
    if (!origin || !slot) return;
    drag.x = event.clientX - from.x + origin.left - slot.left;
    drag.y = event.clientY - from.y + origin.top - slot.top;
  }

  function end(): void {
    clearTimeout(hold);
    removeEventListener('pointermove', moved);
    removeEventListener('pointerup', end);
    removeEventListener('pointercancel', end);
    removeEventListener('touchmove', holdStill);
    justDragged = drag.at >= 0;
    drag.at = -1;
    setTimeout(() => (justDragged = false));
  }

  /** True for the click that ends a drag. */
  const wasDrag = () => justDragged;

  return { drag, down, wasDrag };
}

function holdStill(event: Event): void {
  event.preventDefault();
}
