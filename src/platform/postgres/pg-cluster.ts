import { randomBytes } from 'node:crypto';
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { StartupError } from '../../config/startup-error';
import { findProcess, run, type Account, type Outcome } from '../processes';
import type { PgBinaries } from './pg-binaries';
import { explainFailure } from './pg-failures';
import { initdbArguments, settingsArguments } from './pg-settings';

const LOG_LIMIT_BYTES = 5_000_000;
/** Recovery after a crash of a large database takes its time; pg_ctl returns at once when the server gives up. */
const START_PATIENCE_SECONDS = 600;
const STOP_PATIENCE_SECONDS = 15;

/** A cluster's server that is running now. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  /** Whether it was started with the settings we would give it. */
  readonly asWanted: boolean;
}

/** One PostgreSQL data directory, driven by `initdb` and `pg_ctl`. */
export class PgCluster {
  readonly serverLog: string;
  private readonly folder: string;
  private readonly passwordFile: string;
  private readonly pidFile: string;

  constructor(
    home: string,
    private readonly binaries: PgBinaries,
    private readonly account: Account | undefined,
    private readonly throwaway: boolean,
  ) {
    refuseUnquotable(home);
    refuseUnquotable(binaries.folder);
    this.folder = join(home, 'cluster');
    this.passwordFile = join(home, 'password');
    this.pidFile = join(this.folder, 'postmaster.pid');
    this.serverLog = join(home, 'server.log');
  }

  /** @throws StartupError when the data was written by another major version of PostgreSQL. */
  async exists(): Promise<boolean> {
    const version = (await readFile(join(this.folder, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
    if (version && version !== this.binaries.majorVersion) {
      throw new StartupError(
        `The database in ${this.folder} was made by PostgreSQL ${version}; this hub brings PostgreSQL ${this.binaries.majorVersion}.`,
        'Start it with the release of the hub that made it, or move the data over with pg_dump and DATABASE_URL. Nothing was changed.',
      );
    }
    return version !== '';
  }

  /** Made beside its place and renamed, so that an initdb cut short is never taken for a database. */
  async create(): Promise<void> {
    const draft = `${this.folder}.new`;
    await rm(draft, { recursive: true, force: true });
    await writeFile(this.passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    if (this.account) await chown(this.passwordFile, this.account.uid, this.account.gid);
    const { code, output } = await this.run('initdb', initdbArguments(draft, this.passwordFile, this.throwaway));
    if (code !== 0) throw explainFailure('A new database could not be made.', output, this.serverLog);
    await rename(draft, this.folder);
  }

  /** @throws StartupError when the file is gone: without it nobody gets in. */
  async password(): Promise<string> {
    try {
      return (await readFile(this.passwordFile, 'utf8')).trim();
    } catch (error) {
      throw new StartupError(`The password of the database cannot be read: ${(error as Error).message}`, `Bring back ${this.passwordFile}.`);
    }
  }

  /** The server of this cluster that runs now, perhaps because the hub that had started it was killed. */
  async findRunning(): Promise<RunningServer | undefined> {
    const { pid, port } = await this.readPidFile();
    const found = pid ? await findProcess(pid) : undefined;
    if (!found?.commandLine.includes(`/postgres -D ${this.folder} `)) return undefined;
    return { pid, port, asWanted: found.commandLine.endsWith(this.options(port)) };
  }

  /** Starts the server, which must not be running, on a free port and returns the port. */
  async start(): Promise<number> {
    await this.rotateLog();
    await this.removeMisleadingPidFile();
    for (let attempt = 1; ; attempt++) {
      const port = await findFreePort();
      const before = await this.logSize();
      const patience = `${START_PATIENCE_SECONDS}`;
      const { code, output } = await this.pgCtl('start', '-w', '-t', patience, '-l', this.serverLog, '-o', this.options(port));
      if (code === 0) return port;
      const log = (await readFile(this.serverLog)).subarray(before).toString();
      const portWasTakenMeanwhile = log.includes('Address already in use');
      if (!portWasTakenMeanwhile || attempt === 3) throw explainFailure('PostgreSQL did not start.', `${output}\n${log}`, this.serverLog);
    }
  }

  /**
   * Ends every connection and stops the server: in order within {@link STOP_PATIENCE_SECONDS}, or else at once, which loses
   * nothing but costs a recovery at the next start.
   */
  async stop(): Promise<void> {
    let output = '';
    for (const [mode, seconds] of [['fast', STOP_PATIENCE_SECONDS], ['immediate', 5]] as const) {
      if (!(await this.findRunning())) return;
      ({ output } = await this.pgCtl('stop', '-m', mode, '-w', '-t', `${seconds}`));
    }
    const left = await this.findRunning();
    if (left) throw explainFailure(`PostgreSQL (process ${left.pid}) does not stop.`, output, this.serverLog);
  }

  private async readPidFile(): Promise<{ pid: number; port: number }> {
    const text = await readFile(this.pidFile, 'utf8').catch(() => '');
    const [pid = 0, , , port = 0] = text.split('\n').map(Number);
    return { pid, port };
  }

  /**
   * PostgreSQL itself recognises the file of a dead server, and looks for surviving children of it, as long as the pid is free.
   * It refuses to start when the pid was given to another program, or is a zombie's.
   */
  private async removeMisleadingPidFile(): Promise<void> {
    const { pid } = await this.readPidFile();
    if (pid && isTaken(pid)) await rm(this.pidFile, { force: true });
  }

  private options(port: number): string {
    return `${settingsArguments(this.throwaway)} -c port=${port}`;
  }

  private pgCtl(action: 'start' | 'stop', ...options: string[]): Promise<Outcome> {
    return this.run('pg_ctl', [action, '-s', '-D', this.folder, ...options]);
  }

  private run(program: 'initdb' | 'pg_ctl', args: string[]): Promise<Outcome> {
    return run(join(this.binaries.folder, 'bin', program), args, this.account);
  }

  /** The log of the last runs is what explains a crash; more than that nobody reads. */
  private async rotateLog(): Promise<void> {
    if ((await this.logSize()) > LOG_LIMIT_BYTES) await rename(this.serverLog, `${this.serverLog}.old`);
  }

  private async logSize(): Promise<number> {
    return (await stat(this.serverLog).catch(() => undefined))?.size ?? 0;
  }
}

/** pg_ctl puts paths between double quotes into a line of shell. */
function refuseUnquotable(path: string): void {
  if (!/["$`\\\n]/.test(path)) return;
  throw new StartupError(`PostgreSQL cannot be started in a folder with one of " $ \` \\ in its path: ${path}`, 'Rename the folder, or set DATA_DIR.');
}

function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Another program may take it before PostgreSQL does; {@link PgCluster.start} then tries the next one. */
function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
