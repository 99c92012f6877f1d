import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { AppModule } from './app.module';
import type { Config } from './config/config';
import { migrate } from './platform/database/migrate';
import { armFailpoint } from './platform/failpoint';
import { createHttpApp } from './platform/http/http-app';
import { fillSample, undoUnfinishedSample } from './sample/fill-sample';
import { openStores } from './stores';
import { StartupError } from './config/startup-error';

/** A hub that answers. */
export interface Hub {
  readonly app: NestFastifyApplication;
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /** The sample community lives here, and its public logins open the doors. */
  readonly isDemo: boolean;
  /** Finishes requests and jobs under way, then stops what it started. */
  stop(): Promise<void>;
}

/** Database, migrations, application, listening: in this order, and back again on the way out. */
export async function startHub(wanted: Config, log: (line: string) => void = console.log): Promise<Hub> {
  const stores = await openStores(wanted, log);
  const { config } = stores;
  try {
    armFailpoint(config.failpoint);
    if (config.demo) await undoUnfinishedSample(config, log);
    const applied = await migrate(config);
    if (applied.length) log(`Brought the database up to date (${applied.length} migrations)`);
    if (config.demo && config.role !== 'api') await fillSample((own) => AppModule.with(own), config, log);
    const app = await createHttpApp(AppModule.with(config), config);
    const url = await listen(app, config);
    await stores.announce(url);
    return {
      app,
      url,
      isDemo: config.demo,
      stop: async () => {
        await app.close();
        await stores.close();
      },
    };
  } catch (error) {
    await stores.close();
    throw error;
  }
}

/** A worker listens too: health and metrics are asked of every process. */
async function listen(app: NestFastifyApplication, config: Config): Promise<string> {
  try {
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new StartupError(`Port ${config.port} on ${config.host} is taken.`, `Choose another one: PORT=${config.port + 1} npm start`);
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL') throw new StartupError(`Cannot listen on ${config.host}:${config.port}.`, 'Choose another HOST or PORT.');
    throw error;
  }
  const { port } = app.getHttpServer().address() as AddressInfo;
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
