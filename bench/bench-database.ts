import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Database } from '../src/platform/database/database';
import { dataSourceOptions } from '../src/platform/database/data-source';
import { migrate } from '../src/platform/database/migrate';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres';

/** A PostgreSQL of the bench's own with the settings of real use (every commit reaches the disk), gone afterwards. */
export async function withBenchDatabase<T>(work: (sql: Database, environment: Record<string, string>) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'material-zone-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: () => undefined });
  try {
    const config = { databaseUrl: postgres.url, databasePoolSize: 4 };
    await migrate(config);
    const dataSource = await new DataSource({ ...dataSourceOptions(config), extra: {} }).initialize();
    try {
      return await work(new Database(dataSource), { DATABASE_URL: postgres.url, DATA_DIR: join(folder, 'files'), APP_SECRET: 'a secret for the bench, long enough' });
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
