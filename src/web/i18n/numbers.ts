/** 264.5, 2,411.6: a score as boards show it. */
export function formatScore(score: number, digits = 1): string {
  return score.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Whole points of any size, as they travel: "60000" → 60,000. */
export function formatPoints(points: string): string {
  return BigInt(points).toLocaleString('en-US');
}

/** A decimal as it travels, with its own digits: "2411.600000" → 2,411.6 */
export function formatDecimal(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const digits = fraction.replace(/0+$/, '');
  return formatPoints(whole) + (digits && `.${digits}`);
}
