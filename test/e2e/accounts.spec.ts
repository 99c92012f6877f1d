import { createTestHub, type TestHub } from '../support/test-hub';

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.stop());

const register = (inviteCode: string, name: string, more: object = {}) =>
  hub.call('POST', '/api/accounts', { body: { inviteCode, name, password: 'correct horse', ...more } });

describe('joining by an invite code', () => {
  it('brings the newcomer into the team of whoever invited, signed in', async () => {
    const teamId = await hub.team('青禾团');
    const leader = await hub.actor({ teamId });
    const { body: invite } = await hub.call('POST', '/api/invites', { as: leader });

    const joined = await register(invite.code, 'zhiqiu', { displayName: '许知秋' });

    expect(joined.status).toBe(201);
    expect(joined.body.account).toMatchObject({ name: 'zhiqiu', displayName: '许知秋', role: 'promoter', trustLevel: 0, team: { id: teamId, name: '青禾团' } });
    expect(joined.headers.get('set-cookie')).toMatch(/^mz_session=.+HttpOnly.*SameSite=Lax/i);
    const me = await hub.call('GET', '/api/me', { as: { id: '', teamId, token: joined.body.token } });
    expect(me.body.id).toBe(joined.body.account.id);
  });

  it('uses a code up once, however many people type it at once', async () => {
    const { body: invite } = await hub.call('POST', '/api/invites', { as: await hub.actor() });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => register(invite.code.toLowerCase(), `racer-${n}`)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 422)]);
    const [count] = await hub.sql.query<{ n: string }>(`SELECT count(*) AS n FROM accounts WHERE name LIKE 'racer-%'`);
    expect(count?.n).toBe('1');
  });

  it('refuses a taken name in other capitals and leaves the code usable', async () => {
    const { body: invite } = await hub.call('POST', '/api/invites', { as: await hub.actor() });
    const { body: other } = await hub.call('POST', '/api/invites', { as: await hub.actor() });
    expect((await register(invite.code, 'Somebody')).status).toBe(201);
    const taken = await register(other.code, 'someBODY');
    expect([taken.status, taken.body.code]).toEqual([409, 'account.name-taken']);
    expect((await register(other.code, 'somebody-else')).status).toBe(201);
  });

  it.each([
    ['an unknown field', { role: 'admin' }, 'request.invalid'],
    ['a short password', { password: 'short' }, 'request.invalid'],
    ['a NUL in the name', { displayName: 'a\u0000b' }, 'request.invalid'],
    ['an empty display name', { displayName: '  ' }, 'request.invalid'],
  ])('refuses %s', async (_what, more, code) => {
    const answer = await register('ANYCODE', 'fresh-name', more);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('sessions', () => {
  it('open with name and password, end at once when told to', async () => {
    const { body: invite } = await hub.call('POST', '/api/invites', { as: await hub.actor() });
    await register(invite.code, 'signer');
    const { status, body } = await hub.call('POST', '/api/sessions', { body: { name: 'SIGNER', password: 'correct horse' } });
    expect(status).toBe(201);
    const actor = { id: body.account.id, teamId: null, token: body.token };
    expect((await hub.call('GET', '/api/me', { as: actor })).status).toBe(200);
    expect((await hub.call('DELETE', '/api/sessions/current', { as: actor })).status).toBe(204);
    expect((await hub.call('GET', '/api/me', { as: actor })).status).toBe(401);
  });

  it('answer alike for an unknown name and a wrong password', async () => {
    const unknown = await hub.call('POST', '/api/sessions', { body: { name: 'nobody-here', password: 'correct horse' } });
    const wrong = await hub.call('POST', '/api/sessions', { body: { name: 'signer', password: 'wrong horse' } });
    expect(unknown.status).toBe(401);
    expect(wrong.body.code).toBe(unknown.body.code);
  });

  it('by cookie refuse a write that another site started', async () => {
    const actor = await hub.actor();
    const headers = { cookie: `mz_session=${actor.token}`, 'sec-fetch-site': 'cross-site' };
    expect((await hub.call('POST', '/api/invites', { headers })).body.code).toBe('auth.cross-site');
    expect((await hub.call('GET', '/api/me', { headers })).status).toBe(200);
  });
});

it.each(['/api/health/live', '/api/health/ready', '/metrics'])('answers whoever watches over it: %s', async (path) => {
  expect((await hub.call('GET', path)).status).toBe(200);
});

it('says what it does not know as a problem', async () => {
  const answer = await hub.call('GET', '/api/no-such-thing');
  expect(answer.status).toBe(404);
  expect(answer.body.code).toBe('request.not-found');
});
