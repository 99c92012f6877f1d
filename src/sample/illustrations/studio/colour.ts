/** Hex colours in, hex colours out: the little arithmetic that shading needs. */

const channels = (hex: string): number[] => [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16));

/** The colour `share` (0…1) of the way from one to the other. */
export function mix(from: string, to: string, share: number): string {
  const target = channels(to);
  const mixed = channels(from).map((value, index) => Math.round(value + ((target[index] ?? value) - value) * share));
  return `#${mixed.map((value) => Math.min(255, Math.max(0, value)).toString(16).padStart(2, '0')).join('')}`;
}

/** Towards warm white, as under a soft box. */
export const lighten = (colour: string, share: number): string => mix(colour, '#fffdf8', share);

/** Towards warm brown-black; pure black makes shadows look dirty. */
export const darken = (colour: string, share: number): string => mix(colour, '#1d130d', share);
