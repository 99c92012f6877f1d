import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A hub in a process of its own, for tests that kill it or need several. */
export interface ChildHub {
  readonly url: string;
  readonly process: ChildProcess;
  /** Resolves with the signal or code it ended by. */
  readonly ended: Promise<NodeJS.Signals | number | null>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Runs the compiled server, as `npm start` does; the environment is all it is given. */
export async function startChildHub(environment: Record<string, string>): Promise<ChildHub> {
  const child = fork(join(__dirname, '../../dist/server/src/main.js'), [], {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(child, 'exit').then(([code, signal]) => (signal ?? code) as NodeJS.Signals | number | null);
  const url = await Promise.race([
    firstAddress(child),
    ended.then((how) => {
      throw new Error(`the hub ended with ${how} before it answered: ${errors}`);
    }),
  ]);
  return {
    url,
    process: child,
    ended,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
  };
}

/** The address that the start prints. */
function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /https?:\/\/[^\s]+:\d+/.exec(printed)?.[0];
      if (address) resolve(address);
    });
  });
}
