import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

const START_MS = 5_000;

/** A Redis of our own, nothing kept on disk; undefined where `redis-server` is not installed. */
export async function startRedis(folder: string): Promise<TestRedis | undefined> {
  const port = await freePort();
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder], { stdio: 'ignore' });
  const failed = await Promise.race([once(server, 'error').then(() => true), once(server, 'spawn').then(() => false)]);
  if (failed) return undefined;
  const url = `redis://127.0.0.1:${port}`;
  await answering(url);
  return {
    url,
    stop: async () => {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
    },
  };
}

async function answering(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: (times) => (times * 20 > START_MS ? null : 20), maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  try {
    const deadline = Date.now() + START_MS;
    while ((await redis.ping().catch(() => '')) !== 'PONG') {
      if (Date.now() > deadline) throw new Error('redis-server does not answer');
      await sleep(20);
    }
  } finally {
    redis.disconnect();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
