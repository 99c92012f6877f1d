import { pathWith, routesOf, type Route } from '../support/routes';
import { createTestHub, type Actor, type TestHub } from '../support/test-hub';

/** Who may knock at which door. A route that is missing here fails the first test: decide whose it is. */
const DOORS: Readonly<Record<'everybody' | 'signedIn' | 'moderators' | 'admins', readonly string[]>> = {
  everybody: [
    'GET /api/health/live',
    'GET /api/health/ready',
    'GET /api/leaderboards/contributors',
    'GET /api/leaderboards/contributors/{accountId}',
    'GET /api/leaderboards/materials',
    'GET /api/materials',
    'GET /api/materials/{id}',
    'GET /api/materials/{id}/ratings',
    'POST /api/accounts',
    'POST /api/sessions',
  ],
  signedIn: [
    'DELETE /api/sessions/current',
    'GET /api/images/{id}',
    'GET /api/invites',
    'GET /api/me',
    'GET /api/me/awards',
    'GET /api/me/awards/{id}',
    'GET /api/me/wallet',
    'GET /api/me/wallet/transfers',
    'GET /api/ranking-runs/{id}',
    'POST /api/images',
    'POST /api/invites',
    'POST /api/materials',
    'POST /api/materials/{id}/retire',
    'POST /api/materials/{id}/reuses',
    'POST /api/materials/{id}/submit',
    'PUT /api/materials/{id}',
    'PUT /api/materials/{id}/rating',
  ],
  moderators: [
    'DELETE /api/materials/{id}/pick',
    'GET /api/moderation-actions',
    'GET /api/reviews',
    'GET /api/reviews/summary',
    'GET /api/reviews/{id}',
    'POST /api/materials/{id}/pick',
    'POST /api/ranking-runs',
    'POST /api/reviews/{id}/decision',
    'PUT /api/accounts/{id}/state',
  ],
  admins: [
    'GET /api/reward-rounds',
    'GET /api/reward-rounds/{id}',
    'GET /api/reward-rounds/{id}/awards',
    'POST /api/reward-rounds',
    'POST /api/reward-rounds/{id}/approve',
    'POST /api/reward-rounds/{id}/freeze',
    'POST /api/reward-rounds/{id}/preview',
  ],
};

let hub: TestHub;
let routes: Route[];
beforeAll(async () => {
  hub = await createTestHub();
  routes = await routesOf(hub);
});
afterAll(() => hub.stop());

/** Answers of all these routes, by name; nothing they name exists. */
async function knock(doors: readonly string[], as?: Actor): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const route of routes.filter(({ name }) => doors.includes(name))) {
    const { status, body } = await hub.call(route.method, pathWith(route, '404404'), as ? { as } : {});
    answers[route.name] = `${status} ${body?.code ?? ''}`.trim();
  }
  return answers;
}

const all = (doors: readonly string[], answer: string): Record<string, string> => Object.fromEntries(doors.map((door) => [door, answer]));

it('every documented route is somebody’s', () => {
  expect(routes.map(({ name }) => name).sort()).toEqual(Object.values(DOORS).flat().sort());
});

it('nobody in particular gets in where a session is needed, whatever the token', async () => {
  const closed = [...DOORS.signedIn, ...DOORS.moderators, ...DOORS.admins];
  expect(await knock(closed)).toEqual(all(closed, '401 auth.required'));
  expect(await knock(closed, { id: '', teamId: null, token: 'made-up' })).toEqual(all(closed, '401 auth.required'));
});

it('a promoter is no moderator, a moderator no admin', async () => {
  const staff = [...DOORS.moderators, ...DOORS.admins];
  expect(await knock(staff, await hub.actor())).toEqual(all(staff, '403 auth.forbidden'));
  expect(await knock(DOORS.admins, await hub.actor({ role: 'moderator' }))).toEqual(all(DOORS.admins, '403 auth.forbidden'));
});

it('a suspended admin gets in nowhere, with the session of before or after', async () => {
  const [admin, other] = [await hub.actor({ role: 'admin' }), await hub.actor({ role: 'admin' })];
  const closed = [...DOORS.signedIn, ...DOORS.moderators, ...DOORS.admins];
  await hub.call('PUT', `/api/accounts/${admin.id}/state`, { as: other, body: { state: 'suspended', reason: '试试' } });
  expect(await knock(closed, admin)).toEqual(all(closed, '401 auth.required'));
  await hub.sql.query(`UPDATE sessions SET revoked_at = NULL WHERE account_id = $1`, [admin.id]);
  expect(await knock(closed, admin)).toEqual(all(closed, '401 auth.suspended'));
});

it('who is suspended does not come back by an invite code made before', async () => {
  const [leaver, moderator] = [await hub.actor(), await hub.actor({ role: 'moderator' })];
  const { body: invite } = await hub.call('POST', '/api/invites', { as: leaver });
  const judge = (state: string) => hub.call('PUT', `/api/accounts/${leaver.id}/state`, { as: moderator, body: { state, reason: '试试' } });
  const join = () => hub.call('POST', '/api/accounts', { body: { inviteCode: invite.code, name: 'second-self', password: 'correct horse' } });
  await judge('suspended');
  expect((await join()).body.code).toBe('invite.not-usable');
  await judge('active');
  expect((await join()).status).toBe(201);
});

it.each(['cross-site', 'same-site'])('a page that the browser calls %s writes nothing with somebody’s cookie', async (from) => {
  const actor = await hub.actor();
  const headers = { cookie: `mz_session=${actor.token}`, 'sec-fetch-site': from };
  expect((await hub.call('POST', '/api/invites', { headers })).body.code).toBe('auth.cross-site');
  expect((await hub.call('GET', '/api/me', { headers })).status).toBe(200);
  expect((await hub.call('POST', '/api/invites', { headers: { ...headers, 'sec-fetch-site': 'same-origin' } })).status).toBe(201);
});

it('answers of the API are kept by no cache, nor is the news that something is missing', async () => {
  const actor = await hub.actor();
  for (const path of ['/api/me', '/api/materials', '/api/nothing', '/media/xxxxxxxxxxxxxxxxxxxxxx/thumb.webp']) {
    expect([path, (await hub.call('GET', path, { as: actor })).headers.get('cache-control')]).toEqual([path, 'no-store']);
  }
});
