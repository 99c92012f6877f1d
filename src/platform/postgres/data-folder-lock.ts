import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { findProcess } from '../processes';
import { StartupError } from '../../config/startup-error';

const holderSchema = z.object({
  pid: z.number().int().positive(),
  startMark: z.string(),
  /** Where the hub answers, once it does. */
  address: z.string().optional(),
  /** The hub's own PostgreSQL, once it runs. */
  databaseUrl: z.string().optional(),
});

type Holder = z.infer<typeof holderSchema>;

const lockFile = (dataDir: string) => join(dataDir, 'running.json');

/**
 * One data folder, one hub: two of them would each stop the PostgreSQL of the other. The file names its holder by pid and start
 * time, so what a killed hub leaves behind is recognised even after its pid was given to another program.
 */
export class DataFolderLock {
  private constructor(
    private readonly file: string,
    private holder: Holder,
  ) {}

  /** @throws StartupError when a living hub has the folder. */
  static async take(dataDir: string): Promise<DataFolderLock> {
    const self = await findProcess(process.pid);
    const lock = new DataFolderLock(lockFile(dataDir), { pid: process.pid, startMark: self?.startMark ?? '' });
    while (!(await lock.claim())) {
      const found = await readHolder(lock.file);
      if (found?.holder && (await isAlive(found.holder))) throw alreadyRunning(dataDir, found.holder);
      if (found) await lock.removeStale(found.text);
    }
    return lock;
  }

  /** Adds what others may want to know of the holder; see {@link findRunningHub}. */
  async announce(facts: Pick<Holder, 'address' | 'databaseUrl'>): Promise<void> {
    this.holder = { ...this.holder, ...facts };
    await rename(await this.writeDraft(), this.file);
  }

  async release(): Promise<void> {
    await rm(this.file, { force: true });
  }

  /** A link fails when the name is taken, and shows the whole content at once: nobody reads a half-written holder. */
  private async claim(): Promise<boolean> {
    const draft = await this.writeDraft();
    try {
      await link(draft, this.file);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    } finally {
      await rm(draft, { force: true });
    }
  }

  /** Two starts may judge the same file stale; the slower one must give back what by then is the faster one's lock. */
  private async removeStale(judged: string): Promise<void> {
    const aside = `${this.file}.stale-${process.pid}`;
    await rename(this.file, aside).catch(ignoreMissing);
    const taken = await readFile(aside, 'utf8').catch(() => judged);
    if (taken !== judged) await link(aside, this.file);
    await rm(aside, { force: true });
  }

  private async writeDraft(): Promise<string> {
    const draft = `${this.file}.${process.pid}`;
    await writeFile(draft, `${JSON.stringify(this.holder, null, 2)}\n`, { mode: 0o600 });
    return draft;
  }
}

/** Address and database of the hub that has this data folder now, for tools that want to join it instead of starting a second one. */
export async function findRunningHub(dataDir: string): Promise<Pick<Holder, 'pid' | 'address' | 'databaseUrl'> | undefined> {
  const found = await readHolder(lockFile(dataDir));
  return found?.holder && (await isAlive(found.holder)) ? found.holder : undefined;
}

async function readHolder(file: string): Promise<{ text: string; holder: Holder | undefined } | undefined> {
  const text = await readFile(file, 'utf8').catch(ignoreMissing);
  if (text === undefined) return undefined;
  try {
    return { text, holder: holderSchema.parse(JSON.parse(text)) };
  } catch {
    return { text, holder: undefined };
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  return (await findProcess(holder.pid))?.startMark === holder.startMark;
}

function alreadyRunning(dataDir: string, holder: Holder): StartupError {
  const where = holder.address ? `, ${holder.address}` : '';
  return new StartupError(
    `Material Zone is already running on the data folder ${dataDir} (process ${holder.pid}${where}).`,
    'Use that one, stop it first, or start a second hub beside it with another folder and port: DATA_DIR=data-2 PORT=3001 npm start',
  );
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
