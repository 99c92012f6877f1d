import { readConfig } from '../../src/config/config';
import { startHub, type Hub } from '../../src/hub';
import { createTestHub, type TestHub } from '../support/test-hub';

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub({ RATE_LIMITS: 'on' });
});
afterAll(() => hub.stop());

const signIn = (url: string, from?: string) =>
  fetch(`${url}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(from === undefined ? {} : { 'x-forwarded-for': from }) },
    body: JSON.stringify({ name: 'nobody', password: 'guess' }),
  });

it('guessing passwords is slowed down, says for how long, and neither a made-up sender nor an account helps', async () => {
  const statuses = [];
  for (let n = 0; n < 24; n += 1) statuses.push((await signIn(hub.url, `10.0.0.${n}`)).status);
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => 401), 429, 429, 429, 429]);
  const refused = await signIn(hub.url);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ code: 'request.throttled', status: 429 });
  const guess = { name: 'nobody', password: 'guess' };
  expect((await hub.call('POST', '/api/sessions', { as: await hub.actor(), body: guess })).status).toBe(429);
});

it('with Redis two processes share one count; without, each keeps its own', async () => {
  const other: Hub = await startHub(readConfig({ ...hub.environment, ROLE: 'api' }), () => undefined);
  try {
    for (let n = 0; n < 21; n += 1) await signIn(hub.url);
    const elsewhere = await signIn(other.url);
    expect(elsewhere.status).toBe(hub.environment['REDIS_URL'] ? 429 : 401);
  } finally {
    await other.stop();
  }
});
