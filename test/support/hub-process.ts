import { readConfig } from '../../src/config/config';
import { startHub } from '../../src/hub';

/** A hub in a process of its own: takes its environment as JSON, prints its address, stops on SIGTERM. */
async function main(): Promise<void> {
  const [, , environment = '{}'] = process.argv;
  const hub = await startHub(readConfig(JSON.parse(environment) as Record<string, string>), (line) => console.error(line));
  process.once('SIGTERM', () => void hub.stop().then(() => process.exit(0)));
  console.log(hub.url);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
