import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertAccount, insertTeam } from '../../src/accounts/account.queries';
import { SessionsService } from '../../src/accounts/sessions.service';
import type { Role } from '../../src/accounts/session.queries';
import { readConfig } from '../../src/config/config';
import { startHub, type Hub } from '../../src/hub';
import { Database } from '../../src/platform/database/database';
import { createTestDatabase } from './test-database';

/** Somebody to act as. */
export interface Actor {
  readonly id: string;
  readonly token: string;
  readonly teamId: string | null;
}

export interface Answer<Body = any> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface TestHub extends Hub {
  readonly sql: Database;
  /** One JSON request over a real socket; `as` nobody means signed out. */
  call<Body = any>(method: string, path: string, options?: { as?: Actor; body?: unknown; headers?: Record<string, string> }): Promise<Answer<Body>>;
  team(name?: string): Promise<string>;
  /** What this hub runs with, to start another on the same database. */
  readonly environment: Record<string, string>;
  actor(options?: { role?: Role; teamId?: string | null; joinedAt?: Date; displayName?: string }): Promise<Actor>;
}

let serial = 0;

/**
 * A whole hub on a database of its own, listening on a free port, gone with `stop()`.
 * @param environment variables to set beside those every test hub has.
 */
export async function createTestHub(environment: Record<string, string> = {}): Promise<TestHub> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'material-zone-hub-'));
  const complete = { ...testEnvironment(database.url, dataDir), ...environment };
  const hub = await startHub(readConfig(complete), () => undefined);
  const sql = hub.app.get(Database);
  const sessions = hub.app.get(SessionsService);
  return {
    ...hub,
    sql,
    environment: complete,
    call: (method, path, options = {}) => call(hub.url, method, path, options),
    team: (name = `team-${(serial += 1)}`) => insertTeam(sql, name),
    async actor({ role = 'promoter', teamId = null, joinedAt, displayName } = {}) {
      const name = `person-${(serial += 1)}`;
      const account = { name, displayName: displayName ?? name, passwordHash: 'nobody signs in with a password here', role, trustLevel: 1, teamId };
      const id = await insertAccount(sql, joinedAt ? { ...account, joinedAt } : account);
      return { id, teamId, token: await sessions.open(sql, id) };
    },
    async stop() {
      await hub.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What a hub under test runs with; also handed to processes of their own that the fault tests start. */
export function testEnvironment(databaseUrl: string, dataDir: string): Record<string, string> {
  return {
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: '0',
    DEMO: '0',
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'error',
    APP_SECRET: 'a secret for tests that is long enough',
    REDIS_URL: process.env['TEST_HUB_REDIS_URL'] ?? '',
  };
}

async function call(
  url: string,
  method: string,
  path: string,
  { as, body, headers = {} }: { as?: Actor; body?: unknown; headers?: Record<string, string> },
): Promise<Answer> {
  const isForm = body instanceof FormData;
  const response = await fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(as ? { authorization: `Bearer ${as.token}` } : {}),
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : text };
}
