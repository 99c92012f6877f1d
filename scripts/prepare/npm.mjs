import { spawn } from 'node:child_process';
import { basename } from 'node:path';

/** Runs npm, the one that runs us if there is one, and answers its exit code. Output goes to `onOutput`, or else to the terminal. */
export function npm(root, args, { env = {}, onOutput } = {}) {
  const running = process.env.npm_execpath;
  const [program, ...before] = running && basename(running).startsWith('npm') ? [process.execPath, running] : ['npm'];
  const stdio = ['ignore', onOutput ? 'pipe' : 'inherit', onOutput ? 'pipe' : 'inherit'];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...before, ...args], { cwd: root, env: { ...process.env, ...env }, stdio });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', onOutput);
    let interrupted = false;
    const passOn = (signal) => (interrupted = child.kill(signal));
    process.on('SIGTERM', passOn).on('SIGINT', passOn);
    child.once('error', (error) => reject(new Error(`npm could not be started: ${error.message}`)));
    child.once('close', (code) => {
      process.off('SIGTERM', passOn).off('SIGINT', passOn);
      if (interrupted) process.exit(130);
      resolve(code);
    });
  });
}
