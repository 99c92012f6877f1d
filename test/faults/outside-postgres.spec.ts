import { rm, mkdtemp } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres';
import { checkOutsidePostgres } from '../../src/platform/postgres/outside-postgres';
import { StartupError } from '../../src/config/startup-error';

let folder: string;
let postgres: EmbeddedPostgres;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outside-postgres-'));
  postgres = await startEmbeddedPostgres({ dataDir: folder, throwaway: true, log: () => undefined });
});

afterAll(async () => {
  await postgres.stop();
  for (const each of [postgres.dataFolder, folder]) await rm(each, { recursive: true, force: true });
});

it('lets a PostgreSQL of today pass', async () => {
  await expect(checkOutsidePostgres(postgres.url)).resolves.toBeUndefined();
});

it.each([
  ['nothing listens', { port: '1' }, /127\.0\.0\.1:1\/material_zone cannot be reached: .*ECONNREFUSED/],
  ['there is no such host', { hostname: 'no-such-host.invalid' }, /no-such-host\.invalid:\d+\/material_zone cannot be reached: /],
  ['the password is wrong', { password: 'wrong' }, /does not let us in: password authentication failed/],
  ['there is no such database', { pathname: '/elsewhere' }, /no such database \(material_zone@127\.0\.0\.1:\d+\/elsewhere\)/],
])('says that %s', async (_, change, message) => {
  const error = await refusal(Object.assign(new URL(postgres.url), change).href);
  expect(error.message).toMatch(message);
});

it('does not print the password', async () => {
  const url = Object.assign(new URL(postgres.url), { password: 'ver%2Fy-secret', port: '1' });
  const { message, hint } = await refusal(url.href);
  expect(message + hint).not.toMatch(/secret/);
});

it('refuses a database that cannot hold Chinese', async () => {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`create database ascii encoding 'SQL_ASCII' template template0 locale_provider libc locale 'C'`);
  await client.end();

  const error = await refusal(Object.assign(new URL(postgres.url), { pathname: '/ascii' }).href);

  expect(error.message).toMatch(/stores text as SQL_ASCII/);
});

it('refuses a PostgreSQL older than 15', async () => {
  const old = await startOldPostgres();

  const error = await refusal(`postgres://anyone@127.0.0.1:${(old.address() as AddressInfo).port}/material_zone`);

  old.close();
  expect(error.message).toMatch(/is PostgreSQL 14\.9, which is too old/);
  expect(error.hint).toMatch(/15 or newer/);
});

async function refusal(url: string): Promise<StartupError> {
  const error: unknown = await checkOutsidePostgres(url).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StartupError);
  return error as StartupError;
}

/** Speaks as much of PostgreSQL's protocol as it takes to answer one query with the facts of version 14.9. */
function startOldPostgres(): Promise<Server> {
  const message = (type: string, body: Buffer): Buffer => Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
  const ready = message('Z', Buffer.from('I'));
  const welcome = Buffer.concat([message('R', int32(0)), ready]);
  const columns = ['version', 'major', 'encoding'].map((name) => Buffer.concat([Buffer.from(`${name}\0`), Buffer.alloc(18)]));
  const values = ['14.9', '14', 'UTF8'].map((value) => Buffer.concat([int32(value.length), Buffer.from(value)]));
  const answer = Buffer.concat([
    message('T', Buffer.concat([int16(columns.length), ...columns])),
    message('D', Buffer.concat([int16(values.length), ...values])),
    message('C', Buffer.from('SELECT 1\0')),
    ready,
  ]);
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(welcome);
      socket.on('data', (request) => (request.toString('latin1', 0, 1) === 'Q' ? socket.write(answer) : socket.end()));
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}
