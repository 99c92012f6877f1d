import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findRunningHub } from '../../src/platform/postgres/data-folder-lock';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres';
import { findProcess, run } from '../../src/platform/processes';
import { StartupError } from '../../src/config/startup-error';
import { startTypeScript, type TypeScriptChild } from '../support/child-process';

const started: EmbeddedPostgres[] = [];
const children: TypeScriptChild[] = [];
const folders: string[] = [];
/** A database just made, which most tests start from: making one takes longer than the rest of such a test. */
let template: string;
let dataDir: string;

beforeAll(async () => {
  template = await newFolder();
  const postgres = await startEmbeddedPostgres({ dataDir: template, throwaway: true, log: () => undefined });
  await postgres.stop();
});

afterAll(() => rm(template, { recursive: true, force: true }));

beforeEach(async () => {
  dataDir = await newDataDir();
});

afterEach(async () => {
  const running = children.splice(0).filter(({ process: { exitCode, signalCode } }) => exitCode === null && signalCode === null);
  await Promise.all(running.map((child) => child.end('SIGTERM')));
  for (const postgres of started.splice(0)) {
    await postgres.stop();
    folders.push(postgres.dataFolder);
  }
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

it('starts a database that understands Chinese and gives the hub no more rights than it needs', async () => {
  const postgres = await start();

  const [facts] = await query(
    postgres.url,
    `select (select rolsuper from pg_roles where rolname = current_user) as superuser, current_setting('timezone') as "timeZone",
            inet_server_addr()::text as address, current_setting('listen_addresses') as addresses`,
  );
  expect(facts).toEqual({ superuser: false, timeZone: 'UTC', address: '127.0.0.1/32', addresses: '127.0.0.1' });
  await query(postgres.url, 'create extension pg_trgm');
  expect(await query(postgres.url, `select show_trgm('素材专区') <> '{}' as cut`)).toEqual([{ cut: true }]);
});

it('keeps fsync on unless the data is for throwing away', async () => {
  const durable = await start({ throwaway: false });
  expect(await query(durable.url, `select current_setting('fsync') as fsync`)).toEqual([{ fsync: 'on' }]);
});

it('stops with connections open, and leaves neither process nor lock', async () => {
  const postgres = await start();
  const idle = await connect(postgres.url);
  const pid = await postmasterPid();

  await postgres.stop();
  await postgres.stop();

  await idle.end().catch(() => undefined);
  expect(await findProcess(pid)).toBeUndefined();
  expect(await findRunningHub(dataDir)).toBeUndefined();
});

it('takes over the server, rows and all, after its hub was killed with SIGKILL', async () => {
  const killed = startChild(dataDir);
  const url = await killed.nextLine();
  await query(url, 'create table kept as select 42 as answer');
  await killed.end('SIGKILL');

  const postgres = await start();

  expect(postgres.url).toBe(url);
  expect(await query(postgres.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

it('recovers the rows when PostgreSQL was killed together with its hub', async () => {
  const killed = startChild(dataDir, 'durable');
  await query(await killed.nextLine(), 'create table kept as select 42 as answer');
  const pid = await postmasterPid();
  await killed.end('SIGKILL');
  process.kill(pid, 'SIGKILL');

  const postgres = await start({ throwaway: false });

  expect(await query(postgres.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

it('does not take over a server with other settings, but starts it again', async () => {
  const killed = startChild(dataDir);
  await killed.nextLine();
  await killed.end('SIGKILL');

  const durable = await start({ throwaway: false });

  expect(await query(durable.url, `select current_setting('fsync') as fsync`)).toEqual([{ fsync: 'on' }]);
});

it.each(['SIGINT', 'SIGTERM'] as const)('ends PostgreSQL last when %s reaches the whole process group', async (signal) => {
  const child = startChild(dataDir);
  const client = await connect(await child.nextLine());
  const pid = await postmasterPid();

  await child.end(signal, { group: true });

  await client.end().catch(() => undefined);
  expect(await child.ended()).toBe(0);
  expect(await findProcess(pid)).toBeUndefined();
});

it('is not misled by a pid that was given to another program', async () => {
  await writeFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), `${process.pid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n\nready\n`);
  await writeFile(join(dataDir, 'running.json'), JSON.stringify({ pid: process.pid, startMark: 'another time' }));

  const postgres = await start();

  expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('begins again after a first start that was cut short', async () => {
  const cluster = join(dataDir, 'postgres', 'cluster');
  await mkdir(`${cluster}.new`);
  await writeFile(join(`${cluster}.new`, 'PG_VERSION'), '18\n');
  await rm(cluster, { recursive: true });

  const postgres = await start();

  expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('runs two hubs side by side', async () => {
  const otherDir = await newDataDir();
  const [one, other] = await Promise.all([start(), start({ dataDir: otherDir })]);

  await query(one.url, 'create table mine ()');

  expect(await query(other.url, `select to_regclass('mine') as mine`)).toEqual([{ mine: null }]);
});

it('refuses a second hub on the same folder and tells where the first one is', async () => {
  const first = await start();
  await first.announce('http://127.0.0.1:3999');

  const second = startChild(dataDir);

  expect(await second.ended()).toBe(1);
  expect(second.errors()).toContain(`already running on the data folder ${dataDir} (process ${process.pid}, http://127.0.0.1:3999)`);
  expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(await findRunningHub(dataDir)).toMatchObject({ pid: process.pid, databaseUrl: first.url });
});

it('lets exactly one of five hubs started at once have the folder', async () => {
  await writeFile(join(dataDir, 'running.json'), JSON.stringify({ pid: process.pid, startMark: 'another time' }));

  const hubs = Array.from({ length: 5 }, () => startChild(dataDir));
  const outcomes = await Promise.all(hubs.map((hub) => hub.nextLine().then(() => 'runs', () => 'refused')));

  expect(outcomes.sort()).toEqual(['refused', 'refused', 'refused', 'refused', 'runs']);
});

it('works in a folder that is closed to other accounts, and finds its rows there again', async () => {
  const closed = join(dataDir, '素材 专区');
  await mkdir(closed, { mode: 0o700 });
  await chmod(dataDir, 0o700);
  const first = await start({ dataDir: closed });
  await query(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  await chmod(dataDir, 0o755);
  await chmod(closed, 0o755);

  const again = await start({ dataDir: closed });

  expect(again.dataFolder).toBe(first.dataFolder);
  expect(await query(again.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

it('says that a folder cannot be written', async () => {
  await writeFile(join(dataDir, 'file'), '');
  await expectStartupError(start({ dataDir: join(dataDir, 'file', 'data') }), /data folder .*file\/data cannot be written: ENOTDIR/);
});

it('says that the data was made by another PostgreSQL, and leaves it alone', async () => {
  const version = join(dataDir, 'postgres', 'cluster', 'PG_VERSION');
  await writeFile(version, '17\n');

  await expectStartupError(start(), /was made by PostgreSQL 17; this hub brings PostgreSQL 18/);

  expect(await readFile(version, 'utf8')).toBe('17\n');
  expect(await findRunningHub(dataDir)).toBeUndefined();
});

it('says that the password is gone', async () => {
  await rm(join(dataDir, 'postgres', 'password'));

  await expectStartupError(start(), /password of the database cannot be read/);
});

async function start(options: { dataDir?: string; throwaway?: boolean } = {}): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, throwaway: true, log: () => undefined, ...options });
  started.push(postgres);
  return postgres;
}

function startChild(folder: string, mode: 'durable' | 'throwaway' = 'throwaway'): TypeScriptChild {
  const child = startTypeScript('postgres-owner.ts', folder, mode);
  children.push(child);
  return child;
}

async function newDataDir(): Promise<string> {
  const folder = await newFolder();
  folders.push(folder);
  await run('cp', ['-a', join(template, 'postgres'), folder]);
  return folder;
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'embedded-postgres-'));
  await chmod(folder, 0o755);
  return folder;
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = await connect(url);
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}

async function expectStartupError(attempt: Promise<unknown>, message: RegExp): Promise<void> {
  const error = await attempt.then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(StartupError);
  expect((error as StartupError).message).toMatch(message);
  expect((error as StartupError).hint).toMatch(/\w/);
}
