import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createOpenApi } from '../platform/http/openapi';
import { startHub } from '../hub';
import { readConfig } from '../config/config';
import { run } from './run';

/** `npm run api:types`: writes the API's description, from which the web client's types are made. */
run(async () => {
  const hub = await startHub(readConfig({ ...process.env, PORT: '0', DEMO: '0', LOG_LEVEL: 'error' }), () => undefined);
  try {
    await writeFile(join(__dirname, '../../../openapi.json'), JSON.stringify(createOpenApi(hub.app)));
  } finally {
    await hub.stop();
  }
});
