import { Client, DatabaseError } from 'pg';
import { StartupError } from '../../config/startup-error';

const OLDEST_MAJOR_VERSION = 15;
const PATIENCE_MS = 10_000;

/**
 * Connects once, so that an operator's mistake is told in words before anything else begins. The address is told without its password.
 * @throws StartupError when the server is not there, refuses us, is older than PostgreSQL 15 or does not store UTF-8.
 */
export async function checkOutsidePostgres(url: string): Promise<void> {
  const where = withoutPassword(url);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Settings>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major,
              current_setting('server_encoding') as encoding`,
    );
    if (rows[0]) refuseUnusable(rows[0], where);
  } catch (error) {
    throw error instanceof StartupError ? error : explain(error as NodeJS.ErrnoException, where);
  } finally {
    await client.end();
  }
}

interface Settings {
  version: string;
  major: number;
  encoding: string;
}

function refuseUnusable({ version, major, encoding }: Settings, where: string): void {
  if (major < OLDEST_MAJOR_VERSION) {
    throw new StartupError(
      `The database at ${where} is PostgreSQL ${version}, which is too old.`,
      `Material Zone needs PostgreSQL ${OLDEST_MAJOR_VERSION} or newer.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new StartupError(
      `The database at ${where} stores text as ${encoding}, which cannot hold Chinese.`,
      "Make one with: create database material_zone encoding 'UTF8' template template0",
    );
  }
}

function explain(error: NodeJS.ErrnoException, where: string): StartupError {
  const reason = error instanceof AggregateError ? error.errors.map(String).join('; ') : error.message;
  if (!(error instanceof DatabaseError)) {
    return new StartupError(`The database at ${where} cannot be reached: ${reason}`, 'Check that it runs, and host and port of DATABASE_URL.');
  }
  switch (error.code) {
    case '28P01':
    case '28000':
      return new StartupError(`The database at ${where} does not let us in: ${reason}`, 'Check user and password of DATABASE_URL, and pg_hba.conf.');
    case '3D000':
      return new StartupError(`The server has no such database (${where}).`, 'Make it with: create database …, or correct DATABASE_URL.');
    default:
      return new StartupError(`The database at ${where} refuses to work: ${reason}`, 'Check DATABASE_URL and the log of the server.');
  }
}

function withoutPassword(url: string): string {
  const { username, hostname, port, pathname } = new URL(url);
  return `${username && `${username}@`}${hostname}:${port || 5432}${pathname}`;
}
