/**
 * Moments as keys of pages: whole microseconds since 1970, which is what PostgreSQL keeps. A JavaScript Date would cut them to
 * milliseconds and skip rows; a date and time in words depends on the session, and a made-up one is an error of the statement.
 */

/** SQL text for a `timestamptz` as decimal microseconds. */
export const microsOf = (column: string): string => `(extract(epoch FROM ${column}) * 1000000)::bigint::text`;

/** SQL for the moment that {@link microsOf} wrote; exact until the year 2255. */
export const momentAt = (parameter: string): string => `(timestamptz 'epoch' + ${parameter}::bigint * interval '1 microsecond')`;
