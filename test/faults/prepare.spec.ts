import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What scripts/prepare.mjs does in a checkout that is small, with an npm that only notes what it is asked to do. */
let checkout: string;

const LOCK_FILE = JSON.stringify({
  packages: {
    '': { name: 'material-zone' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-elsewhere': { version: '1.0.0', optional: true, os: ['another-system'] },
  },
});

/** Takes as long as it takes to find out whether two of them run at once. */
const FAKE_NPM = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const put = (file, text) => (mkdirSync(dirname(file), { recursive: true }), writeFileSync(file, text));
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--')).join(' ');
appendFileSync('npm.log', asked + ' begins\\n');
setTimeout(() => {
  if (asked === 'ci') put('node_modules/.package-lock.json', '{}');
  if (asked === 'run build:server') put('dist/server/src/main.js', '');
  if (asked === 'run build:web') put('dist/web/index.html', process.env.NODE_ENV);
  appendFileSync('npm.log', asked + ' ends\\n');
}, 300);
`;

beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'prepare-'));
  await cp(resolve('scripts'), join(checkout, 'scripts'), { recursive: true });
  const files = { 'src/main.ts': '1', 'src/main.spec.ts': '1', 'src/web/main.ts': '1', 'migrations/1.ts': '1', 'npm-fake.cjs': FAKE_NPM };
  const settings = { 'package.json': '{}', 'package-lock.json': LOCK_FILE, 'tsconfig.json': '{}', 'tsconfig.build.json': '{}', 'nest-cli.json': '{}' };
  for (const [file, text] of Object.entries({ ...files, ...settings })) await put(file, text);
});

afterEach(() => rm(checkout, { recursive: true, force: true }));

it('installs and builds everything in a new checkout and says so; then nothing, silently', async () => {
  const first = await prepare();
  expect(first.code).toBe(0);
  expect(first.output).toMatch(/Installing packages .*done in [\d.]+ s\nBuilding server and web .*done in [\d.]+ s/s);
  expect((await npmCalls()).sort()).toEqual(['ci', 'run build:server', 'run build:web']);
  expect(await readFile(join(checkout, 'dist/web/index.html'), 'utf8')).toBe('production');

  expect(await prepare()).toEqual({ code: 0, output: '' });
});

it.each([
  ['src/main.ts', ['run build:server']],
  ['migrations/1.ts', ['run build:server']],
  ['src/web/main.ts', ['run build:web']],
  ['src/main.spec.ts', []],
])('builds what a change of %s makes stale', async (file, expected) => {
  await prepare();
  await rm(join(checkout, 'npm.log'));

  await put(file, 'changed');
  await prepare();

  expect(await npmCalls()).toEqual(expected);
});

it('builds again after a build that failed or was cut short', async () => {
  await prepare();
  await put('src/main.ts', 'changed');
  await put('npm-fake.cjs', 'console.log("TS2322: not a number"); process.exit(1)');
  const failed = await prepare();
  expect(failed).toMatchObject({ code: 1, output: expect.stringMatching(/TS2322: not a number\s+.*build:server' failed/) as string });

  await put('npm-fake.cjs', FAKE_NPM);
  await rm(join(checkout, 'npm.log'));
  await prepare();

  expect(await npmCalls()).toEqual(['run build:server']);
});

it('leaves packages alone that were installed by hand and agree with the lock file', async () => {
  await put('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));
  await prepare({ args: ['--server-only'] });
  expect(await npmCalls()).toEqual(['run build:server']);
});

it('installs again when a package by hand is of another version', async () => {
  await put('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.1' } } }));
  await prepare({ args: ['--server-only'] });
  expect(await npmCalls()).toEqual(['ci', 'run build:server']);
});

it('does everything once when three start at the same time', async () => {
  const all = await Promise.all([prepare(), prepare(), prepare()]);
  expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect((await npmCalls()).sort()).toEqual(['ci', 'run build:server', 'run build:web']);
});

it('is not stopped by the lock of a process that was killed', async () => {
  await put('.cache/prepare.lock', '999999999');
  expect((await prepare()).code).toBe(0);
});

it('says which Node it needs', async () => {
  await put('old-node.cjs', `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })`);
  const { code, output } = await prepare({ nodeArgs: ['--require', join(checkout, 'old-node.cjs')] });
  expect(code).toBe(1);
  expect(output).toMatch(/needs Node 20\.19.*this is Node 18\.20\.4/);
});

function prepare({ args = [], nodeArgs = [] }: { args?: string[]; nodeArgs?: string[] } = {}): Promise<{ code: number | null; output: string }> {
  const env = { ...process.env, npm_execpath: join(checkout, 'npm-fake.cjs'), NODE_ENV: 'test' };
  const child = spawn(process.execPath, [...nodeArgs, join(checkout, 'scripts', 'prepare.mjs'), ...args], { cwd: checkout, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((done) => child.once('close', (code) => done({ code, output })));
}

/** What npm was asked to do, in the order of its beginning. */
async function npmCalls(): Promise<string[]> {
  const log = await readFile(join(checkout, 'npm.log'), 'utf8').catch(() => '');
  return log.split('\n').filter((line) => line.endsWith(' begins')).map((line) => line.replace(' begins', ''));
}

async function put(file: string, text: string): Promise<void> {
  await mkdir(join(checkout, file, '..'), { recursive: true });
  await writeFile(join(checkout, file), text);
}
