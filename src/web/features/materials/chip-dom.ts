import { placeholders, segmentsOf, tokenOf, type Placeholder } from './placeholders';

/*
 * The document inside the editor: text nodes with real newlines, chips that are not editable and so are one character to the caret,
 * and a last <br> without which browsers draw neither a trailing newline nor a caret behind a trailing chip.
 */

export type ChipLabels = Record<Placeholder, string>;

export function makeChip(placeholder: Placeholder, labels: ChipLabels): HTMLElement {
  const chip = document.createElement('span');
  chip.className = `chip ${placeholder === '昵称' ? 'person' : 'link'}`;
  chip.contentEditable = 'false';
  chip.dataset.placeholder = placeholder;
  chip.textContent = labels[placeholder];
  return chip;
}

export function writeBody(root: HTMLElement, body: string, labels: ChipLabels): void {
  root.replaceChildren(...segmentsOf(body).map((piece) => ('placeholder' in piece ? makeChip(piece.placeholder, labels) : piece.text)));
  keepTail(root);
}

/** The body as it is stored. Understands the <div> and <br> that browsers without plaintext-only leave behind. */
export function readBody(root: HTMLElement): string {
  const body = readNodes(root).replace(/\u00a0/g, ' ');
  return body === '\n' ? '' : body;
}

function readNodes(parent: Node): string {
  let body = '';
  for (const node of parent.childNodes) {
    if (node instanceof Text) body += node.data;
    else if (!(node instanceof HTMLElement)) continue;
    else if (node.dataset.placeholder) body += tokenOf(node.dataset.placeholder as Placeholder);
    else if (node instanceof HTMLBRElement) body += node.dataset.tail === undefined && node.nextSibling ? '\n' : '';
    else body += (body && !body.endsWith('\n') ? '\n' : '') + readNodes(node);
  }
  return body;
}

export function keepTail(root: HTMLElement): void {
  const tails = root.querySelectorAll('br[data-tail]');
  if (tails.length === 1 && tails[0] === root.lastChild) return;
  tails.forEach((tail) => tail.remove());
  const tail = document.createElement('br');
  tail.dataset.tail = '';
  root.append(tail);
}

/** A token that was typed or pasted as text becomes a chip; the caret goes behind it. */
export function chipTypedTokens(root: HTMLElement, labels: ChipLabels): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (!placeholders.some((placeholder) => text.data.includes(tokenOf(placeholder)))) continue;
    const pieces = segmentsOf(text.data).map((piece) => ('placeholder' in piece ? makeChip(piece.placeholder, labels) : document.createTextNode(piece.text)));
    text.replaceWith(...pieces);
    const last = pieces[pieces.length - 1];
    if (last) placeCaretAfter(last);
  }
}

export function placeCaretAfter(node: Node): void {
  const range = document.createRange();
  range.setStartAfter(node);
  range.collapse(true);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** Replaces what is selected. */
export function insertAtCaret(node: Node): void {
  const range = getSelection()?.getRangeAt(0);
  if (!range) return;
  range.deleteContents();
  range.insertNode(node);
  placeCaretAfter(node);
}

/** The chip right before a collapsed caret, if there is one. */
export function chipBefore(root: HTMLElement): HTMLElement | null {
  const selection = getSelection();
  if (!selection?.isCollapsed || !selection.anchorNode || !root.contains(selection.anchorNode)) return null;
  const { anchorNode, anchorOffset } = selection;
  const before = anchorNode instanceof Text ? (anchorOffset === 0 ? anchorNode.previousSibling : null) : anchorNode.childNodes[anchorOffset - 1];
  return before instanceof HTMLElement && before.dataset.placeholder ? before : null;
}
