/** What node-postgres attaches to an error the server reported. */
interface DatabaseError {
  readonly code?: string;
  readonly constraint?: string;
}

function databaseError(error: unknown): DatabaseError {
  const { driverError } = (error ?? {}) as { driverError?: DatabaseError };
  return driverError ?? error ?? {};
}

/** The five-character SQLSTATE of a failed statement, if the server reported one. */
export function sqlState(error: unknown): string | undefined {
  const { code } = databaseError(error);
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/**
 * Turns a violated constraint into the error a caller understands: the constraint decides, never a look beforehand.
 * @param meanings constraint name → the error it means; any other failure passes through.
 */
export async function onConstraint<T>(work: Promise<T>, meanings: Readonly<Record<string, () => Error>>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { constraint } = databaseError(error);
    const meaning = constraint === undefined ? undefined : meanings[constraint];
    throw meaning ? meaning() : error;
  }
}
