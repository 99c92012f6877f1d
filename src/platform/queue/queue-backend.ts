import { createPostgresBackend, Queue, Worker, type Job, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import type { Config } from '../../config/config';
import type { QueueName } from './queues';

/** Queues and workers hold connections for good (LISTEN, blocking reads), so they get a pool of their own. */
const POSTGRES_POOL_SIZE = 16;

type Processor = (job: Job) => Promise<void>;
type OnError = (error: Error) => void;

/** Where BullMQ keeps its jobs: Redis when there is one, otherwise the hub's PostgreSQL in a schema of its own. */
export interface QueueBackend {
  openQueue(name: QueueName): Queue;
  openWorker(name: QueueName, process: Processor, options: Pick<WorkerOptions, 'concurrency'>): Worker;
  /** Why jobs may get lost here although everything answers, or undefined. */
  misconfiguration(): Promise<string | undefined>;
  close(): Promise<void>;
}

export function openQueueBackend(config: Pick<Config, 'redisUrl' | 'databaseUrl'>, onError: OnError): QueueBackend {
  return config.redisUrl ? redisBackend(config.redisUrl, onError) : postgresBackend(config.databaseUrl, onError);
}

function redisBackend(url: string, onError: OnError): QueueBackend {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  connection.on('error', onError);
  return {
    openQueue: (name) => new Queue(name, { connection }),
    openWorker: (name, process, options) => new Worker(name, process, { ...options, connection, autorun: false }),
    misconfiguration: async () => {
      const memory = await connection.info('memory');
      const policy = /maxmemory_policy:(\S+)/.exec(memory)?.[1];
      return policy && policy !== 'noeviction' ? `Redis evicts jobs (maxmemory-policy ${policy}, needs noeviction)` : undefined;
    },
    close: async () => connection.disconnect(),
  };
}

function postgresBackend(url: string | undefined, onError: OnError): QueueBackend {
  const connection = new Pool({ connectionString: url, max: POSTGRES_POOL_SIZE, keepAlive: true, options: '-c search_path=bullmq' });
  // Every queue and worker listens on the shared pool; Node would take that for a leak.
  connection.setMaxListeners(0);
  connection.on('error', onError);
  return {
    openQueue: (name) => new Queue(name, { connection }, createPostgresBackend) as unknown as Queue,
    openWorker: (name, process, options) =>
      new Worker(name, process, { ...options, connection, autorun: false }, createPostgresBackend) as unknown as Worker,
    misconfiguration: async () => undefined,
    close: () => connection.end(),
  };
}
