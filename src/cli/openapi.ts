import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppModule } from '../app.module';
import { readConfig } from '../config/config';
import { createHttpApp } from '../platform/http/http-app';
import { createOpenApi } from '../platform/http/openapi';
import { run } from './run';

const FILE = join(__dirname, '../../../openapi.json');

/** `npm run api:types`: writes the API's description, from which the web client's types are made. Needs no database and starts no hub. */
run(async () => {
  const config = readConfig({ LOG_LEVEL: 'error' });
  const app = await createHttpApp(AppModule.with(config), config, { preview: true });
  await mkdir(dirname(FILE), { recursive: true });
  await writeFile(FILE, JSON.stringify(createOpenApi(app)));
});
