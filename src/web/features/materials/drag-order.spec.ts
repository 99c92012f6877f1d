import { ref } from 'vue';
import { useDragOrder } from './drag-order';

/** Three cells of 100 px side by side. */
const cells = [0, 1, 2].map((at) => ({ getBoundingClientRect: () => ({ left: at * 100, right: at * 100 + 99, top: 0, bottom: 99 }) }));
const list = ref({ children: cells } as unknown as HTMLElement);

function pointer(type: string, x: number, pointerType = 'mouse'): PointerEvent {
  return Object.assign(new Event(type), { button: 0, isPrimary: true, pointerType, clientX: x, clientY: 50 }) as unknown as PointerEvent;
}

function grid() {
  const moves: [number, number][] = [];
  const { drag, down, wasDrag } = useDragOrder(list, (from, to) => moves.push([from, to]));
  return { drag, down, wasDrag, moves };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  dispatchEvent(pointer('pointerup', 0));
  jest.useRealTimers();
});

it('moves a cell over the slots it passes, following the pointer', () => {
  const { drag, down, moves } = grid();
  down(pointer('pointerdown', 50), 0);
  dispatchEvent(pointer('pointermove', 55));
  expect(drag.at).toBe(-1);
  dispatchEvent(pointer('pointermove', 150));
  expect(moves).toEqual([[0, 1]]);
  expect([drag.at, drag.x]).toEqual([1, 0]);
  dispatchEvent(pointer('pointermove', 260));
  dispatchEvent(pointer('pointermove', 40));
  expect(moves).toEqual([[0, 1], [1, 2], [2, 0]]);
  expect([drag.at, drag.x]).toEqual([0, -10]);
});

it('is no click when it ends, and hears nothing afterwards', () => {
  const { drag, down, wasDrag, moves } = grid();
  down(pointer('pointerdown', 50), 0);
  dispatchEvent(pointer('pointermove', 150));
  dispatchEvent(pointer('pointerup', 150));
  expect([drag.at, wasDrag()]).toEqual([-1, true]);
  jest.runAllTimers();
  expect(wasDrag()).toBe(false);
  dispatchEvent(pointer('pointermove', 250));
  expect(moves).toHaveLength(1);
});

it('waits until a finger has been held, so that the page can still be scrolled', () => {
  const { drag, down, moves } = grid();
  down(pointer('pointerdown', 50, 'touch'), 0);
  dispatchEvent(pointer('pointermove', 150, 'touch'));
  jest.advanceTimersByTime(1_000);
  dispatchEvent(pointer('pointermove', 250, 'touch'));
  expect([drag.at, moves]).toEqual([-1, []]);

  down(pointer('pointerdown', 50, 'touch'), 0);
  jest.advanceTimersByTime(220);
  expect(drag.at).toBe(0);
  dispatchEvent(pointer('pointermove', 250, 'touch'));
  expect(moves).toEqual([[0, 2]]);
});
