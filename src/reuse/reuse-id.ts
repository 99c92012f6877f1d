const UUID_V7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** How far a client's clock, or the time it spent without a network, may lie from ours. */
export const ID_WINDOW_MS = 24 * 3_600_000;

/** The moment a UUIDv7 says it was made, in Unix milliseconds; undefined when it is no UUIDv7. RFC 9562 §5.7. */
export function madeAt(id: string): number | undefined {
  const match = UUID_V7.exec(id.toLowerCase());
  return match ? Number.parseInt(`${match[1]}${match[2]}`, 16) : undefined;
}
