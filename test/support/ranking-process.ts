import { DataSource } from 'typeorm';
import { readConfig } from '../../src/config/config';
import { Database } from '../../src/platform/database/database';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { armFailpoint } from '../../src/platform/failpoint';
import type { Bell } from '../../src/platform/queue/bell';
import { RankingService } from '../../src/ranking/ranking.service';

/** Tells what hour this process takes 1970 to begin at, then computes one run. Arguments: database address, run, fail point to arm, time zone of this process. */
async function main(): Promise<void> {
  const [, , databaseUrl = '', runId = '', failpoint = '', timeZone = 'UTC'] = process.argv;
  process.env['TZ'] = timeZone;
  console.log(new Date(0).getHours());
  const config = readConfig({ DATABASE_URL: databaseUrl, APP_SECRET: 'a secret for tests that is long enough' });
  const database = new Database(await new DataSource({ ...dataSourceOptions(config), migrations: [] }).initialize());
  armFailpoint(failpoint || undefined);
  await new RankingService(config, database, { ring: () => undefined } as unknown as Bell).compute(runId);
  await database.dataSource.destroy();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
