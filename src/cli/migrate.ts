import { readConfig } from '../config/config';
import { migrate } from '../platform/database/migrate';
import { openStores } from '../stores';
import { run } from './run';

/** `npm run migrate`: brings the database up to date and ends; the step before api and worker in a deployment. */
run(async () => {
  const stores = await openStores(readConfig(process.env), console.log);
  try {
    const applied = await migrate(stores.config);
    console.log(applied.length ? `applied: ${applied.join(', ')}` : 'the database is up to date');
  } finally {
    await stores.close();
  }
});
