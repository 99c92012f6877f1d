import { resolve } from 'node:path';
import { z } from 'zod';
import { StartupError } from './startup-error';

/** Injection token of the one {@link Config}. */
export const CONFIG = Symbol('Config');

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const whole = (minimum: number, maximum: number) => z.coerce.number().int().min(minimum).max(maximum);
const timeZone = z.string().refine(isTimeZone, 'is not a time zone name such as Asia/Shanghai');

/** Every variable the process understands. An empty value counts as absent. */
const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  /** `api` answers HTTP, `worker` runs jobs, `all` does both in one process. */
  ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  PORT: whole(0, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** Pictures, generated secrets and, without DATABASE_URL, the hub's own PostgreSQL. */
  DATA_DIR: z.string().default('data'),
  /** An outside PostgreSQL 15 or newer; without it the hub runs its own. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Connections of this process for requests and jobs; BullMQ on PostgreSQL adds its own. */
  DATABASE_POOL_SIZE: whole(2, 200).default(16),
  /** Redis for BullMQ and rate limits; without it BullMQ runs on PostgreSQL and limits are kept in this process. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** The zone whose calendar days, ISO weeks and months bound the boards. Never change it on a hub with history. */
  PERIOD_TIME_ZONE: timeZone.default('Asia/Shanghai'),
  /** Fill an empty hub with the sample community and its four public logins. */
  DEMO: flag.optional(),
  /** `off` lifts throttling, for load and acceptance tests on loopback; refused in production. */
  RATE_LIMITS: z.enum(['on', 'off']).default('on'),
  /** Signs share codes and salts visitor hashes. Generated under DATA_DIR when the hub runs its own PostgreSQL. */
  APP_SECRET: z.string().min(32).optional(),
  /** Address under which promoters' links are shared; without it links are built from the request's own host. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Created once, when no admin exists. */
  FIRST_ADMIN_NAME: z.string().trim().normalize('NFKC').min(2).max(40).optional(),
  FIRST_ADMIN_PASSWORD: z.string().min(10).optional(),
  /** Proxies in front whose X-Forwarded-For is believed: a count, addresses or CIDR ranges. Nobody is believed without it. */
  TRUST_PROXY: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'log', 'warn', 'error']).default('log'),
  SESSION_DAYS: whole(1, 365).default(30),
  /** Reuses of one promoter per day that count for scores; more are kept and shown, but not scored. */
  DAILY_REUSE_CAP: whole(1, 100_000).default(200),
  /** Minutes between two runs of the current boards. */
  RANKING_EVERY_MINUTES: whole(1, 1_440).default(3),
  /** Test builds only: the process kills itself when it reaches the fail point of this name. */
  FAILPOINT: z.string().optional(),
});

export interface Config {
  readonly production: boolean;
  readonly role: 'all' | 'api' | 'worker';
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataDir: string;
  /** Undefined until the hub's own PostgreSQL has been started. */
  readonly databaseUrl: string | undefined;
  readonly databasePoolSize: number;
  /** libpq options of every connection; never from the environment, see sample-clock.ts. */
  readonly databaseOptions?: string;
  readonly redisUrl: string | undefined;
  readonly periodTimeZone: string;
  readonly demo: boolean;
  readonly rateLimits: boolean;
  readonly appSecret: string | undefined;
  readonly publicUrl: string | undefined;
  readonly firstAdmin: { readonly name: string; readonly password: string } | undefined;
  readonly trustProxy: string | number | undefined;
  readonly logLevel: 'debug' | 'log' | 'warn' | 'error';
  readonly sessionDays: number;
  readonly dailyReuseCap: number;
  readonly rankingEveryMinutes: number;
  readonly failpoint: string | undefined;
}

/**
 * Reads and checks the environment; nothing else in the project reads `process.env`.
 * @throws StartupError naming every variable that is wrong.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = environment.safeParse(present);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new StartupError(`The configuration is not usable.\n  ${lines.join('\n  ')}`, 'Correct these environment variables.');
  }
  const e = result.data;
  const production = e.NODE_ENV === 'production';
  refuseUnsafeCombinations(e, production);
  return {
    production,
    role: e.ROLE,
    port: e.PORT,
    host: e.HOST,
    dataDir: resolve(e.DATA_DIR),
    databaseUrl: e.DATABASE_URL,
    databasePoolSize: e.DATABASE_POOL_SIZE,
    redisUrl: e.REDIS_URL,
    periodTimeZone: e.PERIOD_TIME_ZONE,
    demo: e.DEMO ?? (!production && !e.DATABASE_URL),
    rateLimits: e.RATE_LIMITS === 'on',
    appSecret: e.APP_SECRET,
    publicUrl: e.PUBLIC_URL?.replace(/\/+$/, ''),
    firstAdmin:
      e.FIRST_ADMIN_NAME && e.FIRST_ADMIN_PASSWORD ? { name: e.FIRST_ADMIN_NAME, password: e.FIRST_ADMIN_PASSWORD } : undefined,
    trustProxy: e.TRUST_PROXY && /^\d+$/.test(e.TRUST_PROXY) ? Number(e.TRUST_PROXY) : e.TRUST_PROXY,
    logLevel: e.LOG_LEVEL,
    sessionDays: e.SESSION_DAYS,
    dailyReuseCap: e.DAILY_REUSE_CAP,
    rankingEveryMinutes: e.RANKING_EVERY_MINUTES,
    failpoint: e.NODE_ENV === 'test' ? e.FAILPOINT : undefined,
  };
}

function refuseUnsafeCombinations(e: z.infer<typeof environment>, production: boolean): void {
  if (production && e.RATE_LIMITS === 'off') {
    throw new StartupError('RATE_LIMITS=off is refused in production.', 'Remove it, or set NODE_ENV=test for a load test on loopback.');
  }
  if (production && e.DEMO) {
    throw new StartupError('DEMO=1 is refused in production: its passwords are public.', 'Remove DEMO, or leave NODE_ENV unset to try the hub.');
  }
  if (e.DATABASE_URL && !e.APP_SECRET) {
    throw new StartupError('APP_SECRET is missing.', 'With DATABASE_URL, set APP_SECRET to at least 32 random characters, the same for every process.');
  }
  if (Boolean(e.FIRST_ADMIN_NAME) !== Boolean(e.FIRST_ADMIN_PASSWORD)) {
    throw new StartupError('FIRST_ADMIN_NAME and FIRST_ADMIN_PASSWORD go together.', 'Set both or neither.');
  }
  if (e.ROLE !== 'all' && !e.DATABASE_URL) {
    throw new StartupError(`ROLE=${e.ROLE} needs DATABASE_URL.`, 'The hub’s own PostgreSQL serves one process; point several at an outside one.');
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
