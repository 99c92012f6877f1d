import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { npm } from './npm.mjs';

const WEB = join('src', 'web');
const isWeb = (file) => file.startsWith(WEB + sep);

/** What is built apart, so that a change of one does not wait for the other. `proof` is a file that is there after the build. */
const PARTS = [
  {
    name: 'server',
    proof: 'dist/server/src/main.js',
    sources: ['src', 'migrations', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'package.json', 'package-lock.json'],
    counts: (file) => !isWeb(file) && !file.endsWith('.spec.ts'),
  },
  { name: 'web', proof: 'dist/web/index.html', sources: [WEB, 'package.json', 'package-lock.json'], counts: (file) => !file.endsWith('.spec.ts') },
];

const markerOf = (root, part) => join(root, 'dist', `${part.name}.built-from`);

/** The parts whose build is missing or was made from other sources, each with the fingerprint of its sources now. */
export async function findStaleParts(root, serverOnly) {
  const wanted = PARTS.filter((part) => !(serverOnly && part.name === 'web'));
  const checked = await Promise.all(
    wanted.map(async (part) => {
      const fingerprint = await fingerprintOf(root, part);
      const built = await readFile(markerOf(root, part), 'utf8').catch(() => '');
      return { ...part, fingerprint, fresh: built === fingerprint && existsSync(join(root, part.proof)) };
    }),
  );
  return checked.filter((part) => !part.fresh);
}

/** Builds the parts beside each other. An interrupted build has no marker and counts as stale. */
export async function build(root, parts) {
  await mkdir(join(root, 'dist'), { recursive: true });
  const outcomes = await Promise.all(parts.map((part) => buildPart(root, part)));
  const failed = outcomes.filter((outcome) => outcome.code !== 0);
  if (failed.length === 0) return;
  throw new Error(failed.map(({ name, output }) => `${output}\n\n'npm run build:${name}' failed; the reason stands above.`).join('\n\n'));
}

async function buildPart(root, { name, fingerprint, ...part }) {
  const marker = markerOf(root, { name, ...part });
  await rm(marker, { force: true });
  let output = '';
  // A NODE_ENV of the shell, such as test, would give a web client made for development.
  const env = { NODE_ENV: 'production' };
  const code = await npm(root, ['run', '--silent', `build:${name}`], { env, onOutput: (text) => (output += text) });
  if (code === 0) await writeFile(marker, fingerprint);
  return { name, code, output: output.trim() };
}

async function fingerprintOf(root, { sources, counts }) {
  const files = (await Promise.all(sources.map((source) => listFiles(root, source)))).flat().filter(counts).sort();
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  const hash = createHash('sha256');
  files.forEach((file, index) => hash.update(`${file}\0${contents[index].length}\0`).update(contents[index]));
  return hash.digest('hex');
}

async function listFiles(root, source) {
  const entries = await readdir(join(root, source), { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!entries) return [source];
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
