import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config/config';
import { findRunningHub } from './platform/postgres/data-folder-lock';
import { startEmbeddedPostgres } from './platform/postgres/embedded-postgres';
import { checkOutsidePostgres } from './platform/postgres/outside-postgres';

/** Where this hub keeps its data, and the configuration completed with that. */
export interface Stores {
  readonly config: Config;
  announce(address: string): Promise<void>;
  close(): Promise<void>;
}

/** Uses the PostgreSQL that DATABASE_URL names, or starts the hub's own under DATA_DIR. */
export async function openStores(config: Config, log: (line: string) => void): Promise<Stores> {
  if (config.databaseUrl) {
    await checkOutsidePostgres(config.databaseUrl);
    return { config, announce: async () => undefined, close: async () => undefined };
  }
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  const appSecret = config.appSecret ?? (await ownSecret(config.dataDir));
  return {
    config: { ...config, databaseUrl: postgres.url, appSecret },
    announce: (address) => postgres.announce(address),
    close: () => postgres.stop(),
  };
}

/** For a tool beside a hub that may be running: joins its PostgreSQL, or starts it for as long as the tool runs. */
export async function joinStores(config: Config, log: (line: string) => void): Promise<Stores> {
  const running = config.databaseUrl ? undefined : await findRunningHub(config.dataDir);
  if (!running?.databaseUrl) return openStores(config, log);
  return { config: { ...config, databaseUrl: running.databaseUrl }, announce: async () => undefined, close: async () => undefined };
}

/** Made once and kept: share codes are checked with it, and links that people posted must stay good. */
async function ownSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'app-secret');
  await mkdir(dataDir, { recursive: true });
  try {
    await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}
