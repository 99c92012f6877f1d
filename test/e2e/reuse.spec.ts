import { uuidv7 } from 'uuidv7';
import { publish } from '../support/publish';
import { createTestHub, type Actor, type TestHub } from '../support/test-hub';

let hub: TestHub;
let author: Actor;
let moderator: Actor;
let teamA: string;
let teamB: string;

beforeAll(async () => {
  hub = await createTestHub({ DAILY_REUSE_CAP: '3' });
  [teamA, teamB] = [await hub.team(), await hub.team()];
  author = await hub.actor({ teamId: teamA });
  moderator = await hub.actor({ role: 'moderator' });
});
afterAll(() => hub.stop());

const reuse = (as: Actor, materialId: string, kind: string, id: string = uuidv7()) => hub.call('POST', `/api/materials/${materialId}/reuses`, { as, body: { id, kind } });
const idAt = (moment: number): string => {
  const hex = moment.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7abc-8def-0123456789ab`;
};

describe('one reuse', () => {
  it('counts once per promoter and material, and says so', async () => {
    const materialId = await publish(hub, author, moderator);
    const copier = await hub.actor({ teamId: teamB });
    const id = uuidv7();

    const first = await reuse(copier, materialId, 'copied', id);
    expect([first.status, first.body]).toEqual([201, { counted: true, reuseCount: 1 }]);
    const again = await reuse(copier, materialId, 'copied', id);
    expect([again.status, again.body]).toEqual([200, { counted: false, reason: 'repeat', reuseCount: 1 }]);
    const another = await reuse(copier, materialId, 'copied');
    expect([another.status, another.body]).toEqual([201, { counted: false, reason: 'already-counted', reuseCount: 1 }]);

    const { body: material } = await hub.call('GET', `/api/materials/${materialId}`, { as: copier });
    expect(material).toMatchObject({ reuseCount: 1, teamCount: 1, mine: { sentAt: null }, ready: { text: expect.stringMatching(/^今早六点摘的 http.+\/s\/\w+$/) } });
  });

  it('climbs the ladder without counting again', async () => {
    const materialId = await publish(hub, author, moderator);
    const copier = await hub.actor({ teamId: teamB });
    await reuse(copier, materialId, 'copied');
    expect((await reuse(copier, materialId, 'sent')).body).toEqual({ counted: true, reuseCount: 1 });
    expect((await reuse(copier, materialId, 'saved')).body).toEqual({ counted: false, reason: 'already-counted', reuseCount: 1 });
    const rows = await hub.sql.query(`SELECT rung, saved_at IS NOT NULL AS saved, sent_at IS NOT NULL AS sent FROM reuses WHERE material_id = $1`, [materialId]);
    expect(rows).toEqual([{ rung: 3, saved: true, sent: true }]);
  });

  it('with the id of another act is a conflict and stores nothing', async () => {
    const materialId = await publish(hub, author, moderator);
    const [one, other] = [await hub.actor({ teamId: teamB }), await hub.actor({ teamId: teamB })];
    const id = uuidv7();
    await reuse(one, materialId, 'copied', id);
    const kinds = await reuse(one, materialId, 'sent', id);
    const people = await reuse(other, materialId, 'copied', id);
    expect([kinds.status, kinds.body.code, people.status, people.body.code]).toEqual([409, 'reuse.id-conflict', 409, 'reuse.id-conflict']);
    const [row] = await hub.sql.query(`SELECT (SELECT count(*) FROM reuse_events WHERE material_id = $1) AS events, (SELECT max(rung) FROM reuses WHERE material_id = $1) AS rung`, [materialId]);
    expect(row).toEqual({ events: '1', rung: 1 });
  });

  it('is kept but not scored: of one’s own material, over the daily cap, of a retired material', async () => {
    const [first, second, third, fourth] = [await publish(hub, author, moderator), await publish(hub, author, moderator), await publish(hub, author, moderator), await publish(hub, author, moderator)];
    expect((await reuse(author, first, 'copied')).body).toEqual({ counted: false, reason: 'own-material', reuseCount: 0 });

    const eager = await hub.actor({ teamId: teamB });
    for (const materialId of [first, second, third]) expect((await reuse(eager, materialId, 'copied')).body.counted).toBe(true);
    expect((await reuse(eager, fourth, 'copied')).body).toEqual({ counted: false, reason: 'daily-cap', reuseCount: 0 });
    expect((await reuse(eager, third, 'sent')).body.counted).toBe(true);

    await hub.call('POST', `/api/materials/${second}/retire`, { as: author });
    const late = await hub.actor({ teamId: teamB });
    expect((await reuse(late, second, 'copied')).body).toEqual({ counted: false, reason: 'not-published', reuseCount: 1 });
    const [kept] = await hub.sql.query(`SELECT count(*) AS n FROM reuse_events WHERE refusal IS NOT NULL AND account_id = ANY($1::bigint[])`, [[author.id, eager.id, late.id]]);
    expect(kept).toEqual({ n: '3' });
  });

  it.each([
    ['no UUID', 'nonsense', 400, 'request.invalid'],
    ['a random UUID', '0b9fcd48-4f52-4b0e-9d0c-1b64fda85a1d', 400, 'request.invalid'],
    ['an id of the day before yesterday', idAt(Date.now() - 25 * 3_600_000), 400, 'reuse.id-out-of-window'],
    ['an id of tomorrow', idAt(Date.now() + 25 * 3_600_000), 400, 'reuse.id-out-of-window'],
  ])('with %s is refused', async (_what, id, status, code) => {
    const materialId = await publish(hub, author, moderator);
    const answer = await reuse(await hub.actor(), materialId, 'copied', id);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await hub.sql.query(`SELECT 1 FROM reuse_events WHERE material_id = $1`, [materialId])).toEqual([]);
  });

  it('of a wrong kind, an unknown material, a strange id or somebody’s draft is refused', async () => {
    const copier = await hub.actor();
    const { body: draft } = await hub.call('POST', '/api/materials', { as: author, body: { body: '还没审', category: 'life' } });
    const materialId = await publish(hub, author, moderator);
    expect((await reuse(copier, materialId, 'clicked')).body.code).toBe('request.invalid');
    expect((await reuse(copier, '999999', 'copied')).body.code).toBe('material.not-found');
    expect((await reuse(copier, '1e3', 'copied')).body.code).toBe('request.invalid');
    expect((await reuse(copier, draft.id, 'copied')).body.code).toBe('material.not-found');
    expect((await hub.call('POST', `/api/materials/${materialId}/reuses`, { body: { id: uuidv7(), kind: 'copied' } })).status).toBe(401);
  });
});

describe('a rating', () => {
  const rate = (as: Actor, materialId: string, body: object) => hub.call('PUT', `/api/materials/${materialId}/rating`, { as, body });

  it('needs a reuse, and replaces the one before', async () => {
    const materialId = await publish(hub, author, moderator);
    const copier = await hub.actor({ teamId: teamB });
    expect((await rate(copier, materialId, { stars: 5 })).body.code).toBe('rating.needs-reuse');
    expect((await rate(author, materialId, { stars: 5 })).body.code).toBe('rating.needs-reuse');
    await reuse(copier, materialId, 'copied');
    expect((await rate(copier, materialId, { stars: 5, note: '发完半小时来了四个人问' })).body).toEqual({ mean: 5, count: 1 });
    expect((await rate(copier, materialId, { stars: 2 })).body).toEqual({ mean: 2, count: 1 });
    const { body: list } = await hub.call('GET', `/api/materials/${materialId}/ratings`);
    expect(list).toMatchObject({ items: [{ account: { id: copier.id }, stars: 2, note: null }], histogram: [0, 1, 0, 0, 0], nextCursor: null });
  });

  it.each([0, 6, 4.5, '5', null])('of %p stars is refused', async (stars) => {
    const materialId = await publish(hub, author, moderator);
    expect((await rate(await hub.actor(), materialId, { stars })).body.code).toBe('request.invalid');
  });
});
