import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { startChildHub } from '../support/child-hub';
import { testEnvironment } from '../support/test-hub';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'material-zone-shutdown-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What still runs with this in its command line. */
async function running(text: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid,args']);
  return stdout.split('\n').filter((line) => line.includes(text) && !line.includes('ps -eo'));
}

it.each(['SIGINT', 'SIGTERM'] as const)('%s to npm start ends the hub and its PostgreSQL within seconds and leaves no process', async (signal) => {
  const dataDir = join(folder, signal);
  // A process group of its own, and the signal to all of it: what Ctrl-C in a terminal does.
  const npm = spawn('npm', ['run', 'start', '--silent'], {
    detached: true,
    env: { ...process.env, NODE_ENV: '', DATA_DIR: dataDir, DEMO: '0', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await printed(npm, /http:\/\/127\.0\.0\.1:\d+/);
  const started = Date.now();
  process.kill(-npm.pid!, signal);
  await once(npm, 'exit');
  await gone(dataDir);
  expect(Date.now() - started).toBeLessThan(30_000);
  await rm(dataDir, { recursive: true, force: true });
});

it('a request under way is answered before the process ends', async () => {
  const database: TestDatabase = await createTestDatabase();
  const hub = await startChildHub(testEnvironment(database.url, join(folder, 'child')));
  // Password hashing keeps this one busy long enough to be caught in the middle.
  const busy = Promise.all(
    Array.from({ length: 8 }, () =>
      fetch(`${hub.url}/api/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: 'nobody', password: 'wrong password' }) }),
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 40));
  hub.process.kill('SIGTERM');
  expect((await busy).map((answer) => answer.status)).toEqual(Array.from({ length: 8 }, () => 401));
  expect(await hub.ended).toBe(0);
  await database.drop();
});

function printed(child: ChildProcess, wanted: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (wanted.test(text)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it answered: ${text}`)));
  });
}

/** Up to ten seconds for the last of them to go. */
async function gone(text: string): Promise<void> {
  for (const deadline = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const left = await running(text);
    if (left.length === 0) return;
    if (Date.now() > deadline) throw new Error(`still running: ${left.join('\n')}`);
  }
}
