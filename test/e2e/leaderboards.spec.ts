import { openPast, type Past } from '../support/past';
import { createTestHub, type Actor, type TestHub } from '../support/test-hub';

let hub: TestHub;
let past: Past;
let moderator: Actor;
/** Three, with two of the six people each. */
let teams: string[];
/** The first five are authors, each of one material less than the one before; everybody copies everything. */
let people: Actor[];
let materials: string[];

beforeAll(async () => {
  hub = await createTestHub({ ROLE: 'api' });
  past = await openPast(hub.environment);
  moderator = await hub.actor({ role: 'moderator' });
  teams = await Promise.all(['青禾团', '南风团', '半亩团'].map((name) => hub.team(name)));
  people = [];
  for (let n = 0; n < 6; n += 1) people.push(await hub.actor({ teamId: teams[n % 3]!, displayName: `作者${n}`, joinedAt: new Date('2025-01-01') }));
  await past.at('2026-04-08T02:00:00Z');
  materials = [];
  for (const [index, author] of people.slice(0, 5).entries()) {
    for (let n = 0; n < 5 - index; n += 1) {
      const id = await past.material(author.id);
      materials.push(id);
      for (const copier of people) await past.reuse(copier.id, id);
    }
  }
  await past.rate(people[1]!.id, materials[0]!, 5);
  await past.at('2026-04-20T00:00:00Z');
  await past.rank('week', '2026-04-08');
});
afterAll(async () => {
  await past.close();
  await hub.stop();
});

const contributors = (query: string, as?: Actor) => hub.call('GET', `/api/leaderboards/contributors?${query}`, as ? { as } : {});
const week = 'period=week&at=2026-04-08';

describe('the board of contributors', () => {
  it('is read signed out, page by page, from one run', async () => {
    const first = await contributors(`${week}&limit=2`);
    expect(first.status).toBe(200);
    expect(first.body.run).toEqual({
      id: expect.stringMatching(/^\d+$/),
      period: 'week',
      start: '2026-04-06',
      end: '2026-04-13',
      asOf: '2026-04-20T00:00:00.000Z',
      formulaVersion: 1,
      state: 'final',
    });
    expect(first.body.me).toBeNull();
    expect(first.body.items[0]).toEqual({
      rank: 1,
      previousRank: null,
      account: { id: people[0]!.id, displayName: '作者0', trustLevel: 1, team: { id: teams[0], name: '青禾团' } },
      score: expect.any(Number),
      reuses: 25,
      teams: 3,
      rating: { mean: 5, count: 1 },
    });
    // Another run comes between the pages: the second page is still that of the first.
    const later = await past.rank('week', '2026-04-08');
    const second = await contributors(`${week}&limit=2&cursor=${first.body.nextCursor}`);
    const third = await contributors(`${week}&limit=2&cursor=${second.body.nextCursor}`);
    expect([second.body.run.id, third.body.run.id]).toEqual([first.body.run.id, first.body.run.id]);
    expect([...first.body.items, ...second.body.items, ...third.body.items].map((line: any) => [line.rank, line.account.id])).toEqual(
      people.slice(0, 5).map((person, index) => [index + 1, person.id]),
    );
    expect(third.body.nextCursor).toBeNull();
    expect((await contributors(week)).body.run.id).toBe(later);
  });

  it('shows my own line wherever it stands, and who stands just before', async () => {
    const { body } = await contributors(`${week}&limit=1`, people[2]);
    expect(body.items).toHaveLength(1);
    const all = (await contributors(week)).body.items;
    expect(body.me).toEqual({ ...all[2], ahead: { rank: 2, score: all[1].score } });
    expect((await contributors(week, people[0])).body.me.ahead).toBeNull();
    expect((await contributors(week, people[5])).body.me).toBeNull();
  });

  it('narrows to my team, a named team, newcomers', async () => {
    const names = (answer: { body: any }) => answer.body.items.map((line: any) => [line.rank, line.account.displayName]);
    const mine = await contributors(`${week}&board=team`, people[3]);
    expect(names(mine)).toEqual([[1, '作者0'], [2, '作者3']]);
    expect(mine.body.me).toMatchObject({ rank: 2, account: { displayName: '作者3' }, ahead: { rank: 1 } });
    expect(names(await contributors(`${week}&board=team:${teams[1]}`))).toEqual([[1, '作者1'], [2, '作者4']]);
    expect(names(await contributors(`${week}&board=newcomers`))).toEqual([]);
    const signedOut = await contributors(`${week}&board=team`);
    expect([signedOut.status, signedOut.body.code]).toEqual([401, 'auth.required']);
    const teamless = await contributors(`${week}&board=team`, moderator);
    expect([teamless.status, teamless.body.items, teamless.body.me]).toEqual([200, [], null]);
  });

  it.each([
    ['period=year', 'request.invalid'],
    [`${week}&board=top`, 'request.invalid'],
    [`${week}&board=team:0`, 'request.invalid'],
    ['period=week&at=2026-02-30', 'request.invalid'],
    ['period=week&at=0000-01-01', 'request.invalid'],
    ['period=week&at=yesterday', 'request.invalid'],
    [`${week}&limit=0`, 'request.invalid'],
    [`${week}&unknown=1`, 'request.invalid'],
    [`${week}&cursor=bm90aGluZw`, 'request.cursor'],
    [`${week}&cursor=${Buffer.from('["1",1.5]').toString('base64url')}`, 'request.cursor'],
    [`${week}&cursor=${Buffer.from('["1",2147483648]').toString('base64url')}`, 'request.cursor'],
  ])('refuses %s', async (query, code) => {
    const answer = await contributors(query);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });

  it('asks to start again when the run of a cursor is gone', async () => {
    const { body } = await contributors(`${week}&cursor=${Buffer.from('["999999",1]').toString('base64url')}`);
    expect([body.status, body.code]).toEqual([409, 'ranking.board-moved']);
  });

  it('is empty, with no run, for a period nobody has computed', async () => {
    for (const path of ['contributors', 'materials']) {
      const { body } = await hub.call('GET', `/api/leaderboards/${path}?period=day&at=2026-01-01`);
      expect(body).toEqual({ run: null, items: [], me: null, nextCursor: null });
    }
  });

  it('of all time has neither first nor last day', async () => {
    await past.rank('all');
    expect((await contributors('period=all')).body.run).toMatchObject({ period: 'all', start: null, end: null, state: 'provisional' });
  });
});

describe('a line opened', () => {
  const explain = (id: string, query = week, as?: Actor) => hub.call('GET', `/api/leaderboards/contributors/${id}?${query}`, as ? { as } : {});

  it('shows the sum itself, the teams it is made of and the copies that do not count', async () => {
    const { status, body } = await explain(people[0]!.id);
    expect(status).toBe(200);
    const { parts, line, run } = body;
    expect(run.id).toBe((await contributors(week)).body.run.id);
    expect(line).toEqual((await contributors(week)).body.items[0]);
    // Two strangers of each other team copied five posts: √(2 · log2 6) each; one of the own team: half of √log2 6.
    const six = Math.log2(6);
    const other = { ownTeam: false, copiers: 2, logSum: expect.closeTo(2 * six, 9), points: expect.closeTo(Math.sqrt(2 * six), 9) };
    expect(parts.teams).toEqual([
      { teamId: expect.any(String), name: expect.stringMatching(/南风团|半亩团/), ...other },
      { teamId: expect.any(String), name: expect.stringMatching(/南风团|半亩团/), ...other },
      { teamId: teams[0], name: '青禾团', ownTeam: true, copiers: 1, logSum: expect.closeTo(six, 9), points: expect.closeTo(Math.sqrt(six) / 2, 9) },
    ]);
    expect(parts.rest).toEqual({ teams: 0, copiers: 0, points: 0 });
    expect(parts).toMatchObject({ siteMean: 5, starsSum: 5, starsCount: 1, qualityMean: 5, qualityFactor: 1.5 });
    expect(parts.reuseScore).toBeCloseTo(2 * Math.sqrt(2 * six) + Math.sqrt(six) / 2, 9);
    expect(line.score).toBeCloseTo(parts.reuseScore * 1.5, 6);
    expect(body.ownCopies).toBe(5);
  });

  it('is the same sum on every board of the run', async () => {
    const total = await explain(people[3]!.id);
    const team = await explain(people[3]!.id, `${week}&board=team`, people[3]);
    expect([total.body.line.rank, team.body.line.rank]).toEqual([4, 2]);
    expect(team.body.parts).toEqual(total.body.parts);
  });

  it('does not exist for who is not on the board', async () => {
    for (const id of [people[5]!.id, '999999', moderator.id]) {
      const answer = await explain(id);
      expect([answer.status, answer.body.code]).toEqual([404, 'ranking.not-listed']);
    }
    expect((await explain('abc')).status).toBe(400);
    expect((await explain(people[0]!.id, 'period=day&at=2026-01-01')).body.code).toBe('ranking.not-listed');
  });
});

it('the board of materials shows what was reused most, with its author', async () => {
  const { body } = await hub.call('GET', `/api/leaderboards/materials?${week}&limit=3`);
  expect(body.items).toHaveLength(3);
  expect(body.items[0]).toMatchObject({
    rank: 1,
    reuses: 5,
    teams: 3,
    rating: { mean: 5, count: 1 },
    material: { id: materials[0], body: '今早摘的', author: { displayName: '作者0' }, images: [] },
  });
  const more = await hub.call('GET', `/api/leaderboards/materials?${week}&limit=100&cursor=${body.nextCursor}`);
  expect([...body.items, ...more.body.items].map((line: any) => line.rank)).toEqual(materials.map((_, index) => index + 1));
});

it('who is suspended and what is hidden leaves the boards at once, and nobody else moves', async () => {
  const [gone, hidden] = [people[1]!, materials[0]!];
  await past.sql.query(`UPDATE accounts SET state = 'suspended' WHERE id = $1`, [gone.id]);
  await past.sql.query(`UPDATE materials SET state = 'removed' WHERE id = $1`, [hidden]);
  const { body } = await contributors(week, people[2]);
  expect(body.items.map((line: any) => line.rank)).toEqual([1, 3, 4, 5]);
  expect(body.me.ahead.rank).toBe(1);
  expect((await hub.call('GET', `/api/leaderboards/contributors/${gone.id}?${week}`)).status).toBe(404);
  const shown = (await hub.call('GET', `/api/leaderboards/materials?${week}&limit=100`)).body.items;
  expect(shown.map((line: any) => line.material.id)).not.toContain(hidden);
  expect(shown.map((line: any) => line.material.author.id)).not.toContain(gone.id);
  await past.sql.query(`UPDATE accounts SET state = 'active' WHERE id = $1`, [gone.id]);
});

describe('asking for a run', () => {
  const request = (body: object, as?: Actor) => hub.call('POST', '/api/ranking-runs', { body, ...(as ? { as } : {}) });

  it('is a moderator’s, and can be followed', async () => {
    const { status, body } = await request({ period: 'month', at: '2026-04-30' }, moderator);
    expect([status, body]).toEqual([202, { id: expect.stringMatching(/^\d+$/) }]);
    const follow = () => hub.call('GET', `/api/ranking-runs/${body.id}`, { as: people[0]! });
    expect((await follow()).body).toEqual({
      id: body.id, state: 'queued', period: 'month', start: '2026-04-01', end: '2026-05-01', asOf: null, contributors: null, materials: null,
    });
    await past.ranking.sweep();
    expect((await follow()).body).toMatchObject({ state: 'done', asOf: '2026-04-20T00:00:00.000Z', contributors: 5 });
  });

  it('is nobody else’s', async () => {
    expect((await request({ period: 'week' })).status).toBe(401);
    expect((await request({ period: 'week' }, people[0])).status).toBe(403);
    expect((await hub.call('GET', '/api/ranking-runs/1')).status).toBe(401);
  });

  it.each([
    [{ period: 'year' }, 400, 'request.invalid'],
    [{ period: 'week', at: '2026-13-01' }, 400, 'request.invalid'],
    [{ period: 'week', board: 'total' }, 400, 'request.invalid'],
    [{}, 400, 'request.invalid'],
    [{ period: 'day', at: '2199-01-01' }, 422, 'ranking.not-begun'],
  ])('refuses %j', async (body, status, code) => {
    const answer = await request(body, moderator);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('takes the current period when no day is named, and knows no run that does not exist', async () => {
    const { body } = await request({ period: 'day' }, moderator);
    const [clock] = await hub.sql.query<{ day: string }>(`SELECT (created_at AT TIME ZONE 'Asia/Shanghai')::date AS day FROM ranking_runs WHERE id = $1`, [body.id]);
    expect((await hub.call('GET', `/api/ranking-runs/${body.id}`, { as: moderator })).body.start).toBe(clock?.day);
    expect((await hub.call('GET', '/api/ranking-runs/999999', { as: moderator })).body.code).toBe('ranking.run-not-found');
  });
});
