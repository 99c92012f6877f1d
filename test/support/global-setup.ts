import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src/platform/database/migrate';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres';
import { startRedis, type TestRedis } from './redis-server';

declare global {
  // `var`, because globalThis takes no let.
  var testStores: { folder: string; postgres: EmbeddedPostgres; redis: TestRedis | undefined } | undefined;
}

/** One PostgreSQL for the whole run, its database migrated once and copied for every test file; Redis where it is installed. */
export default async function globalSetup(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'material-zone-test-'));
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), throwaway: true, log: () => undefined });
  await migrate({ databaseUrl: postgres.url, databasePoolSize: 2 });
  const redis = await startRedis(folder);
  process.env['TEST_DATABASE_URL'] = postgres.url;
  if (redis) process.env['TEST_REDIS_URL'] = redis.url;
  globalThis.testStores = { folder, postgres, redis };
}
