const MICRO_DIGITS = 6;

/** `71200000n` millionths → `71.2`. Exact, without trailing zeros. */
export function fromMicro(micro: bigint): string {
  return point(micro, MICRO_DIGITS);
}

/** A decimal number of score points → millionths, rounded to the nearest. */
export function toMicro(score: number): bigint {
  return BigInt(Math.round(score * 10 ** MICRO_DIGITS));
}

/** `dividend ÷ divisor` cut (never rounded up) after six decimals, so that the digits before the point are the true whole part. */
export function quotient(dividend: bigint, divisor: bigint): string {
  return point((dividend * 10n ** BigInt(MICRO_DIGITS)) / divisor, MICRO_DIGITS);
}

function point(digits: bigint, decimals: number): string {
  const text = digits.toString().padStart(decimals + 1, '0');
  const fraction = text.slice(-decimals).replace(/0+$/, '');
  const whole = text.slice(0, -decimals);
  return fraction ? `${whole}.${fraction}` : whole;
}
