const { spawnSync } = require('node:child_process');

// Days and weeks are the hub's, never the machine's: the suite runs in a zone that is neither. Set TZ to try another.
process.env.TZ ??= 'America/New_York';

const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '\\.[cm]?[jt]s$': '<rootDir>/test/support/jest-transform.cjs' },
  transformIgnorePatterns: [],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/data'],
};
const stores = { globalSetup: '<rootDir>/test/support/global-setup.ts', globalTeardown: '<rootDir>/test/support/global-teardown.ts' };
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/**
 * unit: pure code, beside it. web: the same of the client, on as much of a phone as it needs. integration: real PostgreSQL. redis: what has jobs and limits once more, with both on a real Redis, where
 * it is installed. browser: a real Chromium.
 */
module.exports = {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts'], testPathIgnorePatterns: ['<rootDir>/src/web'] },
    { ...shared, displayName: 'web', testMatch: ['<rootDir>/src/web/**/*.spec.ts'], setupFiles: ['<rootDir>/test/support/phone.ts'] },
    { ...shared, displayName: 'architecture', testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'] },
    { ...shared, ...stores, displayName: 'integration', testMatch: ['<rootDir>/test/{e2e,faults}/**/*.spec.ts'] },
    ...(hasRedis
      ? [
          {
            ...shared,
            ...stores,
            displayName: 'redis',
            testMatch: ['<rootDir>/test/e2e/{materials,ranking,rewards,limits}.spec.ts'],
            setupFiles: ['<rootDir>/test/support/on-redis.ts'],
          },
        ]
      : []),
    { ...shared, ...stores, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
  ],
  testTimeout: 60_000,
};
