import { rm } from 'node:fs/promises';

export default async function globalTeardown(): Promise<void> {
  const stores = globalThis.testStores;
  if (!stores) return;
  await stores.redis?.stop();
  await stores.postgres.stop();
  await rm(stores.folder, { recursive: true, force: true });
}
