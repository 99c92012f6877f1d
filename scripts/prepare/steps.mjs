import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, findStaleParts } from './builds.mjs';
import { withLock } from './lock.mjs';
import { arePackagesFresh, installPackages } from './packages.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Installs and builds what is stale; ends the process with a message when that fails. */
export async function prepare({ serverOnly }) {
  try {
    if (await isReady(serverOnly)) return;
    await withLock(join(root, '.cache', 'prepare.lock'), async () => {
      if (!(await arePackagesFresh(root))) await timed('Installing packages (npm ci)', () => installPackages(root));
      const stale = await findStaleParts(root, serverOnly);
      if (stale.length > 0) await timed(`Building ${stale.map((part) => part.name).join(' and ')}`, () => build(root, stale));
    });
  } catch (error) {
    console.error(`\n${error.message}\n`);
    process.exit(1);
  }
}

async function isReady(serverOnly) {
  return (await arePackagesFresh(root)) && (await findStaleParts(root, serverOnly)).length === 0;
}

async function timed(what, work) {
  console.log(`${what} …`);
  const begin = performance.now();
  await work();
  console.log(`${what}: done in ${((performance.now() - begin) / 1000).toFixed(1)} s`);
}
