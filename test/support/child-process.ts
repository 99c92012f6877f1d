import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

export interface TypeScriptChild {
  readonly process: ChildProcess;
  /** Its standard output, a line at a time. */
  nextLine(): Promise<string>;
  /** All it has written on standard error so far. */
  errors(): string;
  /** Sends the signal, as Ctrl-C would to the whole group when asked to, and waits for its end. */
  end(signal: NodeJS.Signals, options?: { group?: boolean }): Promise<void>;
  /** Exit code, when it ends by itself. */
  ended(): Promise<number | null>;
}

/** Runs a file of test/support in a process, and a process group, of its own, so that a test may kill it. */
export function startTypeScript(file: string, ...args: string[]): TypeScriptChild {
  const runner = join(__dirname, 'run-typescript.cjs');
  const child = spawn(process.execPath, [runner, join(__dirname, file), ...args], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exit = once(child, 'exit') as Promise<[number | null]>;
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  return {
    process: child,
    async nextLine() {
      const { value, done } = await lines.next();
      if (done) throw new Error(`The child process ended: ${errors}`);
      return value;
    },
    errors: () => errors,
    async end(signal, { group = false } = {}) {
      if (child.pid !== undefined) process.kill(group ? -child.pid : child.pid, signal);
      await exit;
    },
    ended: async () => (await exit)[0],
  };
}
