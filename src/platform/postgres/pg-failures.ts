import { StartupError } from '../../config/startup-error';

/**
 * What PostgreSQL's own words mean to the person who typed `npm start`.
 * @param attempt what did not work, as a whole sentence
 * @param output what the program wrote
 */
export function explainFailure(attempt: string, output: string, serverLog: string): StartupError {
  if (/No space left on device/.test(output)) {
    return new StartupError(`${attempt} The disk is full.`, 'A new database needs about 100 MB. Free some space, or choose another disk with DATA_DIR=…');
  }
  if (/could not (?:create|access|change permissions of) .*: (?:Permission denied|Read-only file system|Operation not permitted)/.test(output)) {
    return new StartupError(`${attempt} ${lastLines(output, 1)}`, 'Choose a folder on a local disk that you may write in: DATA_DIR=…');
  }
  return new StartupError(`${attempt} Its last words:\n${lastLines(output, 8)}`, `The whole log is in ${serverLog}.`);
}

function lastLines(output: string, count: number): string {
  return output.trim().split('\n').slice(-count).join('\n');
}
