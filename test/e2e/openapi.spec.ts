import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { problem } from '../../src/platform/http/problem.dto';
import { createTestHub, type TestHub } from '../support/test-hub';

const ROOT = join(__dirname, '../..');
const GENERATOR = join(ROOT, 'node_modules/openapi-typescript/bin/cli.js');

interface Operation {
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security?: readonly object[];
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

describe('the description of the API', () => {
  let hub: TestHub;
  let description: Description;

  beforeAll(async () => {
    hub = await createTestHub();
    description = (await hub.call<Description>('GET', '/api/openapi.json')).body;
  });
  afterAll(() => hub.stop());

  it('is what the web client was typed from', async () => {
    const file = join(hub.environment['DATA_DIR']!, 'openapi.json');
    await writeFile(file, JSON.stringify(description));
    // The same words as in the script api:types.
    const { stdout } = await promisify(execFile)(process.execPath, [GENERATOR, file, '--default-non-nullable=false']);
    const committed = (await readFile(join(ROOT, 'src/web/api/api.gen.ts'), 'utf8')).trim().split('\n');
    const now = stdout.trim().split('\n');
    const line = now.findIndex((text, index) => text !== committed[index]);
    if (line >= 0 || now.length !== committed.length) {
      const difference = `line ${line + 1} should be: ${now[line]?.trim() ?? '(nothing more)'}`;
      throw new Error(`The API has changed and src/web/api/api.gen.ts has not. Run "npm run api:types" and commit the file; ${difference}`);
    }
  });

  it('says of every call what it answers and how it fails', () => {
    const silent = Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, { responses }]) => !('default' in responses) || !Object.keys(responses).some((status) => /^2/.test(status)))
        .map(([method]) => `${method} ${path}`),
    );
    expect(silent).toEqual([]);
  });

  it.each([
    ['get', '/api/materials', true],
    ['get', '/api/health/ready', true],
    ['post', '/api/materials', false],
    ['get', '/api/me', false],
  ])('knows whether %s %s is open to visitors', async (method, path, open) => {
    const { security } = description.paths[path]![method]!;
    expect(security?.some((requirement) => Object.keys(requirement).length === 0) ?? false).toBe(open);
    const { status } = await hub.call(method.toUpperCase(), path);
    expect(status === 401).toBe(!open);
  });

  it('describes the problems that calls answer with', async () => {
    const me = await hub.actor();
    const { body, status } = await hub.call('POST', '/api/materials', { as: me, body: { body: '', category: 'none' } });
    expect(status).toBe(400);
    expect(problem.parse(body)).toMatchObject({ code: 'request.invalid', errors: expect.arrayContaining([expect.objectContaining({ path: 'category' })]) });
  });
});
