import { StartupError } from '../config/startup-error';

/** Runs a command-line tool to its end: what the operator can mend is said in words, everything else with its stack. */
export function run(tool: () => Promise<number | void>): void {
  tool().then(
    (code) => process.exit(code ?? 0),
    (error: unknown) => {
      if (error instanceof StartupError) console.error(`\n${error.message}${error.hint ? `\n→ ${error.hint}` : ''}\n`);
      else console.error(error);
      process.exit(1);
    },
  );
}
