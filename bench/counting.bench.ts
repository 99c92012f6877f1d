import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { uuidv7 } from 'uuidv7';
import { findDifferences } from '../src/verify/verify';
import type { BenchResult } from './bench-result';
import { withBenchDatabase } from './bench-database';
import { seedCounting, zipf, type CountingData } from './counting-data';

const CONNECTIONS = 64;
const PROMOTERS = 20_000;
const MATERIALS = 2_000;
const ROUNDS = 3;
const SECONDS = 5;

interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

/** Requests per second of counting, beside a transaction per request and beside doing nothing, in turn on one server. */
export async function benchCounting(): Promise<BenchResult[]> {
  return withBenchDatabase(async (sql, environment) => {
    const data = await seedCounting(sql, PROMOTERS, MATERIALS);
    const server = await startServer(environment);
    try {
      const loads: Record<string, Load[]> = { counting: [], naive: [], noop: [] };
      for (let round = 0; round <= ROUNDS; round += 1) {
        for (const [name, path] of Object.entries(PATHS)) {
          const load = await fire(server.url, path, data, round === 0 ? 2 : SECONDS);
          if (load.failed > 0) throw new Error(`${load.failed} ${name} requests failed`);
          if (round > 0) loads[name]!.push(load);
        }
      }
      const differences = (await findDifferences(sql)).filter((line) => !line.includes('waits for a review'));
      if (differences.length > 0) throw new Error(`counted wrongly: ${differences[0]}`);
      return results(loads);
    } finally {
      server.process.kill('SIGTERM');
      await once(server.process, 'exit');
    }
  });
}

const PATHS: Readonly<Record<string, (id: string) => string>> = {
  counting: (id) => `/api/materials/${id}/reuses`,
  naive: (id) => `/api/bench/naive/${id}`,
  noop: (id) => `/api/bench/noop/${id}`,
};

function results(loads: Record<string, Load[]>): BenchResult[] {
  const speed = (name: string): number => median(loads[name]!.map((load) => load.perSecond));
  const counting = speed('counting');
  const against = (name: string, reference: string, target: number): BenchResult => ({
    name,
    value: Math.round(counting),
    unit: 'requests/s',
    reference: { name: reference, value: Math.round(speed(reference)) },
    ratio: counting / speed(reference),
    target,
    bound: 'at least',
    holds: counting / speed(reference) >= target,
  });
  const [p50, p99] = [median(loads['counting']!.map((load) => load.p50)), median(loads['counting']!.map((load) => load.p99))];
  return [
    against('counting vs one transaction per request', 'naive', 3),
    against('counting vs authenticated no-op', 'noop', 0.6),
    { name: 'counting p99 vs p50', value: p99, unit: 'ms', reference: { name: 'p50', value: p50 }, ratio: p99 / p50, target: 3, bound: 'at most', holds: p99 / p50 <= 3 },
  ];
}

async function startServer(environment: Record<string, string>): Promise<{ url: string; process: ChildProcess }> {
  const child = fork(join(__dirname, 'counting-server.js'), [], { env: { ...process.env, ...environment, ROLE: 'api', RATE_LIMITS: 'off', LOG_LEVEL: 'error' } });
  const [message] = (await once(child, 'message')) as [{ url: string }];
  return { url: message.url, process: child };
}

async function fire(url: string, path: (id: string) => string, { tokens, materialIds }: CountingData, seconds: number): Promise<Load> {
  const next = zipf(materialIds.length, Math.random);
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => ({
          ...request,
          path: path(materialIds[next()]!),
          headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens[Math.floor(Math.random() * tokens.length)]}` },
          body: JSON.stringify({ id: uuidv7(), kind: 'copied' }),
        }),
      },
    ],
  });
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99, failed: result.non2xx + result.errors };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
