import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** A system account that a program may be run as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface Outcome {
  /** Exit code; null when the program could not be started or was killed. */
  readonly code: number | null;
  /** What it wrote on both streams, or why it could not be started. */
  readonly output: string;
}

export interface RunningProcess {
  /** Together with the pid this names one process for ever, though pids are given out again. */
  readonly startMark: string;
  /** Program and arguments, separated by spaces. */
  readonly commandLine: string;
}

/** A small fixed environment: a PGDATA, LD_LIBRARY_PATH or LC_ALL of the operator's shell must not lead our tools astray. */
const TOOL_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C' };

/**
 * Runs a program to its end, without a shell, as another account when one is given. The program gets a session of its own:
 * Ctrl-C in the terminal then reaches Node alone, which stops what it has started in the right order.
 */
export function run(program: string, args: readonly string[], account?: Account): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...account, cwd: '/', env: TOOL_ENVIRONMENT, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => resolve({ code, output: output.trim() }));
  });
}

/** The process that has this pid now, or undefined. A zombie, dead but not yet collected by its parent, counts as dead. */
export async function findProcess(pid: number): Promise<RunningProcess | undefined> {
  return process.platform === 'linux' ? findInProc(pid) : findWithPs(pid);
}

async function findInProc(pid: number): Promise<RunningProcess | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    // The second field, the program's name in brackets, may itself hold spaces and brackets; proc_pid_stat(5) counts from 1.
    const fieldsFromThird = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startTicks] = [fieldsFromThird[0], fieldsFromThird[22 - 3]];
    if (state === 'Z' || state === 'X' || !startTicks) return undefined;
    return { startMark: startTicks, commandLine: commandLine.split('\0').join(' ').trim() };
  } catch {
    return undefined;
  }
}

async function findWithPs(pid: number): Promise<RunningProcess | undefined> {
  const { code, output } = await run('ps', ['-ww', '-o', 'stat=,lstart=,command=', '-p', String(pid)]);
  const match = /^(\S+)\s+(\w+ +\w+ +\d+ [\d:]+ \d+)\s+(.*)$/.exec(output);
  if (code !== 0 || !match?.[2] || match[1]?.startsWith('Z')) return undefined;
  return { startMark: match[2], commandLine: match[3] ?? '' };
}
