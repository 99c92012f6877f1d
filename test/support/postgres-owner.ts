import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded-postgres';
import { StartupError } from '../../src/config/startup-error';

/** A stand-in for the hub: starts PostgreSQL in the folder given, `durable` or for throwing away, prints its address, stops on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  const [, , dataDir = '', mode] = process.argv;
  const starting = startEmbeddedPostgres({ dataDir, throwaway: mode !== 'durable', log: (line) => console.error(line) });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void starting.then((postgres) => postgres.stop()).then(() => process.exit(0)));
  }
  console.log((await starting).url);
  setInterval(() => undefined, 60_000);
}

main().catch((error: unknown) => {
  console.error(error instanceof StartupError ? `${error.message}\n${error.hint}` : error);
  process.exit(1);
});
