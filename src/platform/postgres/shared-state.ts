import { chmod, mkdir } from 'node:fs/promises';
import { StartupError } from '../../config/startup-error';

/** Where root keeps what the account of PostgreSQL must reach although the checkout, in /root perhaps, is closed to it. */
export const SHARED_STATE = '/var/lib/material-zone';

/** Makes {@link SHARED_STATE}, passable for every account whatever the umask; what lies in it has rights of its own. */
export async function makeSharedState(): Promise<void> {
  try {
    await mkdir(SHARED_STATE, { recursive: true });
    await chmod(SHARED_STATE, 0o755);
  } catch (error) {
    throw new StartupError(
      `PostgreSQL refuses to run as root, other accounts cannot reach this folder, and ${SHARED_STATE} cannot be used instead: ${(error as Error).message}`,
      'Move the project out of the closed folder, or start it as an ordinary user.',
    );
  }
}
