import { mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { StartupError } from '../../config/startup-error';
import { DataFolderLock } from './data-folder-lock';
import { chooseServerAccount } from './pg-account';
import { findPgBinaries } from './pg-binaries';
import { PgCluster, type RunningServer } from './pg-cluster';
import { findHome, prepareHome } from './pg-home';

/** Name of the database and of the role that owns it; the role is no superuser. */
const NAME = 'material_zone';
const TAKEOVER_PATIENCE_MS = 30_000;

export interface EmbeddedPostgresOptions {
  /** Folder of this hub; made when missing. */
  readonly dataDir: string;
  /** Faster, and lost with a power cut: for tests only. */
  readonly throwaway?: boolean;
  /** Told what is being done, a line at a time. */
  readonly log: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** Connection string with the password in it: not for logs. */
  readonly url: string;
  /** Where the database is kept: in the data folder, or under /var/lib when PostgreSQL cannot reach that. */
  readonly dataFolder: string;
  readonly serverLog: string;
  /** Lets a second start on the same data folder say where this hub answers. */
  announce(address: string): Promise<void>;
  /** Stops the server within seconds, whoever is connected, and gives the data folder free. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Starts the hub's own PostgreSQL, or takes over one that a killed hub left running. While it is being started Ctrl-C
 * reaches only this process: await the start before stopping, so that no server stays behind.
 * @throws StartupError when the data folder is in use, not writable, full or made by another version.
 */
export async function startEmbeddedPostgres({ dataDir, throwaway = false, log }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = await makeWritable(resolve(dataDir));
  const lock = await DataFolderLock.take(folder);
  try {
    const account = await chooseServerAccount(await findHome(folder));
    const binaries = await findPgBinaries(account);
    const home = await prepareHome(folder, account);
    const cluster = new PgCluster(home, binaries, account, throwaway);
    if (!(await cluster.exists())) {
      log(`Making a PostgreSQL ${binaries.majorVersion} database in ${home}`);
      await cluster.create();
    }
    const url = await startServer(cluster, log);
    await lock.announce({ databaseUrl: url });

    let stopping: Promise<void> | undefined;
    return {
      url,
      dataFolder: home,
      serverLog: cluster.serverLog,
      announce: (address) => lock.announce({ address }),
      stop: () => (stopping ??= cluster.stop().finally(() => lock.release())),
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** @returns the folder without symlinks in its path: by its path a running server is recognised. */
async function makeWritable(folder: string): Promise<string> {
  const probe = join(folder, `.writable-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    // Not empty: on a full disk an empty file can still be made.
    await writeFile(probe, 'x'.repeat(64 * 1024)).finally(() => rm(probe, { force: true }));
    return await realpath(folder);
  } catch (error) {
    throw new StartupError(`The data folder ${folder} cannot be written: ${(error as Error).message}`, 'Choose another one with DATA_DIR=…');
  }
}

async function startServer(cluster: PgCluster, log: (line: string) => void): Promise<string> {
  const password = await cluster.password();
  const port = (await takeOver(cluster, password, log)) ?? (await cluster.start());
  try {
    await ensureDatabase(port, password);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  // An operator's PGSSLMODE is meant for other servers.
  return `postgres://${NAME}:${password}@127.0.0.1:${port}/${NAME}?sslmode=disable`;
}

/** The port of a server left running by a killed hub, once it answers; one that does not, or has other settings, is stopped. */
async function takeOver(cluster: PgCluster, password: string, log: (line: string) => void): Promise<number | undefined> {
  const deadline = Date.now() + TAKEOVER_PATIENCE_MS;
  for (let server = await cluster.findRunning(); server; server = await cluster.findRunning()) {
    if (server.asWanted && (await answers(server, password))) {
      log(`PostgreSQL was still running (process ${server.pid}): taken over`);
      return server.port;
    }
    if (!server.asWanted || Date.now() > deadline) await cluster.stop();
    else await sleep(100);
  }
  return undefined;
}

async function answers(server: RunningServer, password: string): Promise<boolean> {
  try {
    await asSuperuser(server.port, password, (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}

/** Also completes a first start that was killed before its database was made. */
async function ensureDatabase(port: number, password: string): Promise<void> {
  await asSuperuser(port, password, async (client) => {
    const roles = await client.query('select from pg_roles where rolname = $1', [NAME]);
    if (!roles.rowCount) await client.query(`create role ${NAME} login createdb password ${client.escapeLiteral(password)}`);
    const databases = await client.query('select from pg_database where datname = $1', [NAME]);
    if (!databases.rowCount) await client.query(`create database ${NAME} owner ${NAME}`);
  });
}

async function asSuperuser(port: number, password: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const server = { host: '127.0.0.1', port, ssl: false };
  const client = new Client({ ...server, user: 'postgres', database: 'postgres', password, connectionTimeoutMillis: 5_000 });
  // A server that is just stopping ends the connection in the middle; the query under way reports it, the event must not end Node.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end();
  }
}
