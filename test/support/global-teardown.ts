import { rm } from 'node:fs/promises';

export default async function globalTeardown(): Promise<void> {
  const stores = globalThis.testStores;
  if (!stores) return;
  await stores.redis?.stop();
  await stores.postgres.stop();
  // Under root the database of a temporary folder, which only root may enter, is kept outside of it.
  for (const folder of [stores.postgres.dataFolder, stores.folder]) await rm(folder, { recursive: true, force: true });
}
