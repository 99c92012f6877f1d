import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HEARTBEAT_MS = 5_000;
const SILENT_TOO_LONG_MS = 30_000;

/** Does the work while no other process of this checkout does; waits for one that does. */
export async function withLock(file, work) {
  await mkdir(dirname(file), { recursive: true });
  await take(file);
  const heartbeat = setInterval(() => utimes(file, new Date(), new Date()).catch(() => undefined), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(file, { force: true });
  }
}

async function take(file) {
  let told;
  for (;;) {
    if (await claim(file)) return;
    const holder = await readHolder(file);
    if (holder?.isGone) await rm(file, { force: true });
    else if (holder && holder.pid !== told) console.log(`Process ${(told = holder.pid)} is preparing this folder already: waiting for it …`);
    await sleep(200);
  }
}

/** Two who wait may find the same lock dead at once, and the slower one remove the new lock of the faster: so each looks again. */
async function claim(file) {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  await sleep(100);
  return (await readHolder(file))?.pid === process.pid;
}

async function readHolder(file) {
  try {
    const pid = Number(await readFile(file, 'utf8'));
    const silentMs = Date.now() - (await stat(file)).mtimeMs;
    // A moment after it was made the file may still be empty.
    const isGone = silentMs > SILENT_TOO_LONG_MS || (silentMs > 1_000 && !isRunning(pid));
    return { pid, isGone };
  } catch {
    return undefined;
  }
}

function isRunning(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
