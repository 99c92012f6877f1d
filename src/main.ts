import 'reflect-metadata';
import { readConfig } from './config/config';
import { StartupError } from './config/startup-error';
import { startHub, type Hub } from './hub';
import { SAMPLE_LOGINS, SAMPLE_PASSWORD } from './sample/sample-people';

/** `npm start`: the whole hub, or one role of it, until Ctrl-C or SIGTERM. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const starting = startHub(config);
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    console.log(`\n${signal}: finishing what is under way …`);
    // A start under way is awaited first: a server that was just being started must not be left behind.
    starting
      .then((hub) => hub.stop())
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        console.error(error);
        process.exit(1);
      });
    setTimeout(() => process.exit(1), 25_000).unref();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  greet(await starting);
}

function greet({ url, isDemo }: Hub): void {
  const logins = SAMPLE_LOGINS.map((name) => name.padEnd(10)).join(' ');
  console.log(`\n  Material Zone 素材专区   ${url}\n`);
  if (isDemo) console.log(`  Sign in as   ${logins}\n  Password     ${SAMPLE_PASSWORD}\n`);
  console.log('  Ctrl-C stops everything.\n');
}

main().catch((error: unknown) => {
  if (error instanceof StartupError) console.error(`\n${error.message}${error.hint ? `\n→ ${error.hint}` : ''}\n`);
  else console.error(error);
  process.exit(1);
});
