import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { readConfig } from '../config/config';
import { Database } from '../platform/database/database';
import { dataSourceOptions } from '../platform/database/data-source';
import { FileStore } from '../platform/storage/file-store';
import { joinStores } from '../stores';
import { findDifferences } from '../verify/verify';
import { run } from './run';

const SHOWN = 50;

/** `npm run verify`: recounts everything from its facts; exits 1 when something does not agree. */
run(async () => {
  const stores = await joinStores(readConfig(process.env), console.log);
  const dataSource = await new DataSource({ ...dataSourceOptions(stores.config), extra: {} }).initialize();
  try {
    const differences = await findDifferences(new Database(dataSource), await FileStore.open(join(stores.config.dataDir, 'media')));
    for (const line of differences.slice(0, SHOWN)) console.log(line);
    console.log(`${differences.length} differences`);
    return differences.length === 0 ? 0 : 1;
  } finally {
    await dataSource.destroy();
    await stores.close();
  }
});
