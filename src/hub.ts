import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import type { Config } from './config/config';
import { StartupError } from './config/startup-error';
import { migrate } from './platform/database/migrate';
import { armFailpoint } from './platform/failpoint';
import { createHttpApp } from './platform/http/http-app';
import { fillSample, undoUnfinishedSample } from './sample/fill-sample';
import { openStores } from './stores';

/** A hub that answers. */
export interface Hub {
  readonly app: NestFastifyApplication;
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /** The sample community lives here, and its public logins open the doors. */
  readonly isDemo: boolean;
  /** Only this machine can reach it. */
  readonly isLocal: boolean;
  /** Finishes requests and jobs under way, then stops what it started. */
  stop(): Promise<void>;
}

const LOOPBACK = /^(127\.|::1$|localhost$)/;

/**
 * Database, migrations, application, listening: in this order, and back again on the way out.
 * @param signal gives a start up that takes long; what was started by then is stopped.
 */
export async function startHub(wanted: Config, log: (line: string) => void = console.log, signal?: AbortSignal): Promise<Hub> {
  await refuseTakenPort(wanted);
  const stores = await openStores(wanted, log);
  const { config } = stores;
  try {
    armFailpoint(config.failpoint);
    if (config.demo) await undoUnfinishedSample(config, log);
    const applied = await migrate(config);
    if (applied.length) log(`Brought the database up to date (${applied.length} migrations)`);
    if (config.demo && config.role !== 'api') await fillSample((own) => AppModule.with(own), config, log, signal);
    signal?.throwIfAborted();
    const app = await createHttpApp(AppModule.with(config), config);
    await app.listen({ port: config.port, host: config.host });
    const url = addressOf(app, config.host);
    await stores.announce(url);
    return { app, url, isDemo: config.demo, isLocal: LOOPBACK.test(config.host), stop: () => app.close().finally(() => stores.close()) };
  } catch (error) {
    await stores.close();
    throw error;
  }
}

/** Asked first of all: a port that is taken should be said at once, not after the house is up. */
async function refuseTakenPort({ port, host }: Config): Promise<void> {
  const probe = createServer().listen(port, host);
  try {
    await once(probe, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new StartupError(`Port ${port} on ${host} is taken.`, `Choose another one: PORT=${port + 1} npm start`);
    throw new StartupError(`Cannot listen on ${host}:${port}: ${(error as Error).message}`, 'Choose another HOST or PORT.');
  } finally {
    probe.close();
  }
}

function addressOf(app: NestFastifyApplication, host: string): string {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
