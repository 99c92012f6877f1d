import { chmod, chown, mkdir, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from '../processes';
import { StartupError } from '../../config/startup-error';
import { canReach } from './pg-account';
import { makeSharedState, SHARED_STATE } from './shared-state';

/** In a data folder that the account of PostgreSQL cannot reach, this file says where the database is kept instead. */
const ELSEWHERE = 'postgres-is-kept-in.txt';

/**
 * The folder of the cluster, its password and its log, or undefined when this data folder has none yet. What was decided at the
 * first start stays: a database must not seem empty because somebody changed the rights of a folder above it.
 * @throws StartupError when it was kept elsewhere and is gone, or belongs to an account that we cannot become.
 */
export async function findHome(dataDir: string): Promise<string | undefined> {
  const elsewhere = (await readFile(join(dataDir, ELSEWHERE), 'utf8').catch(() => '')).trim();
  const home = elsewhere || join(dataDir, 'postgres');
  const found = await stat(home).catch(() => undefined);
  if (!found && elsewhere) {
    throw new StartupError(
      `The database of ${dataDir} was kept in ${elsewhere}, which is not there any more.`,
      `Bring it back, or empty ${dataDir} to begin with a new database.`,
    );
  }
  const self = process.getuid?.();
  if (found && self !== 0 && found.uid !== self) {
    throw new StartupError(
      `The database in ${home} belongs to another account (uid ${found.uid}); the hub was started by that one, or by root, before.`,
      'Start it as the same one again, or choose another data folder with DATA_DIR=…',
    );
  }
  return found && home;
}

/** That folder, made where `account` can go when there is none yet: in the data folder or else in {@link SHARED_STATE}. Closed to others. */
export async function prepareHome(dataDir: string, account: Account | undefined): Promise<string> {
  const reachable = !account || (await canReach(dataDir, account));
  const home = (await findHome(dataDir)) ?? (reachable ? join(dataDir, 'postgres') : await makeElsewhere(dataDir));
  await mkdir(home, { recursive: true });
  await chmod(home, 0o700);
  if (account) await chown(home, account.uid, account.gid);
  return home;
}

/** A new name each time: a data folder that was deleted and made anew starts empty and does not find its old database. */
async function makeElsewhere(dataDir: string): Promise<string> {
  await makeSharedState();
  const home = await mkdtemp(join(SHARED_STATE, `data${dataDir.replace(/[^\w.]+/g, '-').slice(-80)}-`));
  await writeFile(join(dataDir, ELSEWHERE), `${home}\n`);
  return home;
}
