import { readConfig } from './config';
import { StartupError } from './startup-error';

const outside = { DATABASE_URL: 'postgres://hub@db/hub', APP_SECRET: 'x'.repeat(32) };

it('tries the hub on nothing: own PostgreSQL, sample community, loopback', () => {
  expect(readConfig({})).toMatchObject({ role: 'all', port: 3000, host: '127.0.0.1', databaseUrl: undefined, demo: true, rateLimits: true, periodTimeZone: 'Asia/Shanghai' });
});

it('never makes public logins on an outside database unless told to, and never in production', () => {
  expect(readConfig(outside).demo).toBe(false);
  expect(readConfig({ ...outside, DEMO: '1' }).demo).toBe(true);
  expect(readConfig({ ...outside, NODE_ENV: 'production' }).demo).toBe(false);
});

it('takes an empty variable for an absent one', () => {
  expect(readConfig({ PORT: '', REDIS_URL: '', DEMO: '' })).toMatchObject({ port: 3000, redisUrl: undefined });
});

it('arms fail points in test builds only', () => {
  expect(readConfig({ FAILPOINT: 'here' }).failpoint).toBeUndefined();
  expect(readConfig({ FAILPOINT: 'here', NODE_ENV: 'test' }).failpoint).toBe('here');
});

it.each([
  ['a port that is none', { PORT: '65536' }, /PORT/],
  ['a zone that is none', { PERIOD_TIME_ZONE: 'Mars/Olympus' }, /PERIOD_TIME_ZONE/],
  ['another kind of database', { DATABASE_URL: 'mysql://db/hub' }, /DATABASE_URL/],
  ['public logins in production', { ...outside, NODE_ENV: 'production', DEMO: '1' }, /DEMO=1 is refused/],
  ['no rate limits in production', { ...outside, NODE_ENV: 'production', RATE_LIMITS: 'off' }, /RATE_LIMITS=off is refused/],
  ['an outside database without a secret', { DATABASE_URL: outside.DATABASE_URL }, /APP_SECRET/],
  ['half a first admin', { FIRST_ADMIN_NAME: 'root' }, /go together/],
  ['a worker without a shared database', { ROLE: 'worker' }, /needs DATABASE_URL/],
])('refuses %s, naming the variable', (_what, env, message) => {
  expect(() => readConfig(env)).toThrow(StartupError);
  expect(() => readConfig(env)).toThrow(message);
});
