import { stat } from 'node:fs/promises';
import { run, type Account } from '../processes';
import { StartupError } from '../../config/startup-error';

/**
 * The account PostgreSQL is to run as, or undefined for our own. PostgreSQL refuses to be root, so as root an account is borrowed:
 * the one that owns the data already, else the first of `candidates` that this machine has and lets us become.
 */
export async function chooseServerAccount(home: string | undefined, candidates = ['postgres', 'nobody']): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = home === undefined ? undefined : await stat(home).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of candidates) {
    const account = await findAccount(name);
    if (account && (await run('true', [], account)).code === 0) return account;
  }
  throw new StartupError(
    'PostgreSQL refuses to run as root, and this machine has no other account to run it as.',
    'Start the hub as an ordinary user, add an account named postgres, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** May the account, or we ourselves, pass through and read this folder? */
export async function canReach(folder: string, account: Account | undefined): Promise<boolean> {
  return (await run('test', ['-x', folder, '-a', '-r', folder], account)).code === 0;
}

async function findAccount(name: string): Promise<Account | undefined> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : undefined;
}
