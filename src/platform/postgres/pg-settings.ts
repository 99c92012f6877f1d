/** Settings of the hub's own PostgreSQL, given on its command line at every start so that no file of an old release decides. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // No socket file: its path may be too long for the system (107 bytes), and TCP with a password serves everyone.
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '200',
  shared_buffers: '256MB',
  // Our statements are short; compiling them costs more than it saves.
  jit: 'off',
  // Pages are read from memory or from a flash disk, where reading here and there costs little more than reading in order.
  random_page_cost: '1.1',
  // A line per checkpoint would bury the lines that matter.
  log_checkpoints: 'off',
};

/** For databases that live as long as a test: a power cut may cost all of it. */
const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** The settings as arguments of `postgres`; none needs quoting. */
export function settingsArguments(throwaway: boolean): string {
  const settings = Object.entries(throwaway ? { ...SETTINGS, ...THROWAWAY } : SETTINGS);
  return settings.map(([name, value]) => `-c ${name}=${value}`).join(' ');
}

/**
 * Arguments of `initdb`. The collation is PostgreSQL's own C.UTF-8, the same on every system and release. LC_CTYPE counts as well:
 * pg_trgm takes Chinese characters for punctuation, and finds nothing, when it is C.
 */
export function initdbArguments(cluster: string, passwordFile: string, throwaway: boolean): string[] {
  const characterType = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  return [
    `--pgdata=${cluster}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--lc-ctype=${characterType}`,
    '--no-instructions',
    ...(throwaway ? ['--no-sync'] : []),
  ];
}
