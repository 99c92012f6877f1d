import { sqlState } from './constraints';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const ATTEMPTS = 4;

/** Repeats a transaction that PostgreSQL took back because of another one; any other failure passes through. */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const state = sqlState(error);
      const worthAnother = state === SERIALIZATION_FAILURE || state === DEADLOCK_DETECTED;
      if (!worthAnother || attempt === ATTEMPTS) throw error;
    }
  }
}
