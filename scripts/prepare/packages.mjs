import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from './npm.mjs';

/** Inside node_modules, so that it goes when they go. */
const MARKER = join('node_modules', '.material-zone');

/** Are the packages of package-lock.json installed, for this kind of machine? */
export async function arePackagesFresh(root) {
  const wanted = await fingerprint(root);
  const installed = await readFile(join(root, MARKER), 'utf8').catch(() => '');
  if (installed === wanted) return true;
  if (!(await areInstalledByHand(root))) return false;
  await writeFile(join(root, MARKER), wanted);
  return true;
}

/** Development packages too, whatever NODE_ENV says: the build needs them. */
export async function installPackages(root) {
  const code = await npm(root, ['ci', '--include=dev', '--loglevel=error']);
  if (code !== 0) throw new Error('The packages could not be installed; npm says above why.');
  await writeFile(join(root, MARKER), await fingerprint(root));
}

async function fingerprint(root) {
  const lock = await readFile(join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex');
}

/**
 * After `npm install` or `npm ci` npm leaves a list of what it has installed. Packages that agree with the lock file are taken as
 * they are: installing again would cost a minute, and break whatever runs from them meanwhile.
 */
async function areInstalledByHand(root) {
  const [installed, locked] = await Promise.all([
    readPackages(join(root, 'node_modules', '.package-lock.json')),
    readPackages(join(root, 'package-lock.json')),
  ]);
  return Object.entries(locked).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === entry.version : entry.optional && !isMeantForThisMachine(entry);
  });
}

/** An optional package is a program for one kind of machine, or one that npm could not build here and may leave out. */
function isMeantForThisMachine({ os, cpu, libc }) {
  if (!os && !cpu) return false;
  const fitsOs = !os || os.includes(process.platform);
  const fitsCpu = !cpu || cpu.includes(process.arch);
  const fitsLibc = !libc || libc.includes(process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl');
  return fitsOs && fitsCpu && fitsLibc;
}

async function readPackages(file) {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return JSON.parse(text).packages ?? {};
}
