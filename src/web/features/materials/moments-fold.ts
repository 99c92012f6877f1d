/** Moments shows six lines of a post and hides the rest behind 全文. */
export const momentsLines = 6;

/** Full-width characters that fit on one line of a post on a 390-wide phone. */
const lineWidth = 17;

/** How many lines a text takes in Moments; Latin letters and digits are about half as wide as characters. */
export function countLines(text: string): number {
  return text
    .trimEnd()
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / lineWidth)), 0);
}

function widthOf(line: string): number {
  let width = 0;
  for (const character of line) width += /[\u0000-\u024f]/.test(character) ? 0.55 : 1;
  return width;
}
