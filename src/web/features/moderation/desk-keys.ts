import { onBeforeUnmount, onMounted } from 'vue';
import type { Choice } from './decision';

export interface DeskActions {
  choose: (choice: Choice) => void;
  /** @param at from 0 */
  reason: (at: number) => void;
  send: () => void;
  /** 1 is the next, −1 the previous. */
  move: (by: 1 | -1) => void;
  pictures: () => void;
  help: () => void;
}

const choiceOf: Partial<Record<string, Choice>> = { a: 'approve', r: 'return', x: 'reject', f: 'pick' };
const typing = 'input, textarea, select, [contenteditable]';
const pressable = 'button, a, summary';

/** One key per decision. Quiet while somebody types, while a dialog is open, and for every shortcut of the browser. */
export function useDeskKeys(actions: DeskActions): void {
  function onKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || target.closest(typing) || document.querySelector('[aria-modal="true"]')) return;
    if (act(event.key, target)) event.preventDefault();
  }

  /** Whether the key meant something here. */
  function act(key: string, target: HTMLElement): boolean {
    const choice = choiceOf[key.toLowerCase()];
    if (choice) actions.choose(choice);
    else if (/^[1-9]$/.test(key)) actions.reason(Number(key) - 1);
    else if (key === 'j' || key === 'J') actions.move(1);
    else if (key === 'k' || key === 'K') actions.move(-1);
    else if (key === '?') actions.help();
    // A focused button keeps its own ⏎ and space; on the decisions ⏎ sends, as it does everywhere else.
    else if (key === 'Enter' && (!target.closest(pressable) || target.closest('[data-sends]'))) actions.send();
    else if (key === ' ' && !target.closest(pressable)) actions.pictures();
    else return false;
    return true;
  }

  onMounted(() => addEventListener('keydown', onKey));
  onBeforeUnmount(() => removeEventListener('keydown', onKey));
}
