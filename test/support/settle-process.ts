import { once } from 'node:events';
import { DataSource } from 'typeorm';
import { LedgerService } from '../../src/ledger/ledger.service';
import { Database } from '../../src/platform/database/database';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { armFailpoint } from '../../src/platform/failpoint';
import { SettlementService } from '../../src/rewards/settlement.service';

/** Settles one round in a process that a test may kill. Arguments: database address, round, fail point to arm, `wait` to begin on SIGUSR2. */
async function main(): Promise<void> {
  const [, , databaseUrl = '', roundId = '', failpoint = '', wait = ''] = process.argv;
  const database = new Database(await new DataSource(dataSourceOptions({ databaseUrl, databasePoolSize: 2 })).initialize());
  armFailpoint(failpoint || undefined);
  const signal = wait ? once(process, 'SIGUSR2') : undefined;
  console.log('ready');
  await signal;
  await new SettlementService(database, new LedgerService()).settle(roundId);
  await database.dataSource.destroy();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
