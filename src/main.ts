import 'reflect-metadata';
import { readConfig } from './config/config';
import { StartupError } from './config/startup-error';
import { startHub, type Hub } from './hub';
import { SAMPLE_LOGINS, SAMPLE_PASSWORD } from './sample/sample-people';

/** What is under way gets this long; whatever supervises us waits a little longer. */
const PATIENCE_MS = 25_000;

/** `npm start`: the whole hub, or one role of it, until Ctrl-C or SIGTERM. */
async function main(): Promise<void> {
  const stopped = new AbortController();
  const starting = startHub(readConfig(process.env), console.log, stopped.signal);
  const stop = (signal: NodeJS.Signals): void => {
    if (stopped.signal.aborted) return;
    console.log(`\n${signal}: finishing what is under way …`);
    stopped.abort();
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    // A start that was given up has stopped what it started before it rejects.
    starting.then((hub) => hub.stop(), () => undefined).then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    greet(await starting);
  } catch (error) {
    if (!stopped.signal.aborted) throw error;
  }
}

function greet({ url, isDemo, isLocal }: Hub): void {
  const logins = SAMPLE_LOGINS.map((name) => name.padEnd(10)).join(' ');
  console.log(`\n  Material Zone 素材专区   ${url}\n`);
  if (isDemo) console.log(`  Sign in as   ${logins}\n  Password     ${SAMPLE_PASSWORD}\n`);
  if (isDemo && !isLocal) console.log('  Everybody on this network can sign in with these: for trying only.\n');
  console.log('  Ctrl-C stops everything.\n');
}

function fail(error: unknown): never {
  if (error instanceof StartupError) console.error(`\n${error.message}${error.hint ? `\n→ ${error.hint}` : ''}\n`);
  else console.error(error);
  process.exit(1);
}

main().catch(fail);
