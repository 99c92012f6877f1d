import copy from 'copy-to-clipboard';

/** Copies within a tap. False when neither the clipboard API nor execCommand was allowed; then show the text selected. */
export async function copyText(text: string): Promise<boolean> {
  return copy(text).catch(() => false);
}
