import { setTimeout as sleep } from 'node:timers/promises';
import { LedgerService } from '../../src/ledger/ledger.service';
import { verifyLedger } from '../../src/ledger/ledger.verify';
import { SettlementService } from '../../src/rewards/settlement.service';
import { verifyRewards } from '../../src/rewards/rewards.verify';
import { finalRun, planFor } from '../support/reward-rounds';
import { createTestHub, type Actor, type Answer, type TestHub } from '../support/test-hub';

let hub: TestHub;
let admin: Actor;
beforeAll(async () => {
  hub = await createTestHub();
  admin = await hub.actor({ role: 'admin' });
});
afterAll(async () => {
  expect([...(await verifyLedger(hub.sql)), ...(await verifyRewards(hub.sql))]).toEqual([]);
  await hub.stop();
});

let weeks = 0;
/** A Monday long past that no other test pays for. */
function freshWeek(): string {
  weeks += 1;
  return new Date(Date.UTC(2024, 0, 1 + 7 * weeks)).toISOString().slice(0, 10);
}

const create = (body: object, headers: Record<string, string> = {}): Promise<Answer> =>
  hub.call('POST', '/api/reward-rounds', { as: admin, body, headers });
const step = (id: string, name: string): Promise<Answer> => hub.call('POST', `/api/reward-rounds/${id}/${name}`, { as: admin });
const look = (path: string, as: Actor = admin): Promise<Answer> => hub.call('GET', path, { as });

async function until(id: string, state: string): Promise<any> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(50)) {
    const { body } = await look(`/api/reward-rounds/${id}`);
    if (body.state === state) return body;
  }
  throw new Error(`round ${id} did not become ${state}`);
}

/** Two promoters on the board of a week of their own, and a round for it in the state asked for. */
async function roundAt(state: 'open' | 'frozen' | 'previewed' | 'issued', overrides: object = {}) {
  const week = freshWeek();
  const [veteran, newcomer] = [await hub.actor({ displayName: '许知秋' }), await hub.actor({ displayName: '小满' })];
  await finalRun(hub.sql, week, [
    { accountId: veteran.id, score: 30 },
    { accountId: newcomer.id, score: 10.5, newcomer: true },
  ]);
  const { id } = (await create(planFor(week, overrides))).body;
  const steps = { open: [], frozen: ['freeze'], previewed: ['freeze', 'preview'], issued: ['freeze', 'preview', 'approve'] }[state];
  for (const name of steps) expect((await step(id, name)).status).toBe(200);
  if (state === 'issued') await until(id, (overrides as { holdDays?: number }).holdDays === 0 ? 'released' : 'issued');
  return { id: id as string, week, veteran, newcomer };
}

async function endHold(id: string): Promise<void> {
  await hub.sql.query(`UPDATE reward_rounds SET release_at = now() WHERE id = $1`, [id]);
  await hub.app.get(SettlementService).sweep();
}

describe('a round', () => {
  it('goes from the final board to points in the wallet, each step showing what it found out', async () => {
    const { id, week, veteran, newcomer } = await roundAt('open');
    expect((await look(`/api/reward-rounds/${id}`)).body).toMatchObject({
      id,
      state: 'open',
      plan: { ...planFor(week).plan, version: 'v1' },
      period: { kind: 'week', start: week },
      budget: '60000',
      awarded: null,
      unspent: null,
      factsHash: null,
    });

    const frozen = await step(id, 'freeze');
    expect([frozen.status, frozen.body.state, frozen.body.factsHash]).toEqual([200, 'frozen', expect.stringMatching(/^[0-9a-f]{64}$/)]);

    // Shares of 42,000 over 40.5: 31,111 and 10,889, one of them cut to 30,000, which leaves no room for its prize of 5,000.
    const preview = await step(id, 'preview');
    expect(preview.body).toMatchObject({
      state: 'previewed',
      awarded: '49889',
      unspent: '10111',
      people: 2,
      factsHash: frozen.body.factsHash,
    });
    expect(preview.body.totals).toEqual([
      { ruleIndex: 0, rule: 'score-share', people: 2, awarded: '40889' },
      { ruleIndex: 1, rule: 'rank-prizes', people: 1, awarded: '3000' },
      { ruleIndex: 2, rule: 'newcomer-share', people: 1, awarded: '6000' },
    ]);
    expect((await look('/api/me/wallet', veteran)).body).toEqual({ available: '0', held: '0', lifetime: '0' });
    expect((await look('/api/me/awards', veteran)).body.items).toEqual([]);

    expect((await step(id, 'approve')).body.state).toMatch(/approved|issued/);
    const issued = await until(id, 'issued');
    expect(Date.parse(issued.releaseAt) - Date.parse(issued.issuedAt)).toBe(7 * 86_400_000);
    expect((await look('/api/me/wallet', veteran)).body).toEqual({ available: '0', held: '30000', lifetime: '30000' });
    expect((await look('/api/me/wallet', newcomer)).body).toEqual({ available: '0', held: '19889', lifetime: '19889' });

    await endHold(id);
    expect((await look(`/api/reward-rounds/${id}`)).body.state).toBe('released');
    expect((await look('/api/me/wallet', newcomer)).body).toEqual({ available: '19889', held: '0', lifetime: '19889' });
  });

  it('lists its awards by rule and rank, page by page, each with its explanation', async () => {
    const { id, veteran, newcomer } = await roundAt('previewed');
    const first = await look(`/api/reward-rounds/${id}/awards?limit=3`);
    const rest = await look(`/api/reward-rounds/${id}/awards?limit=3&cursor=${first.body.nextCursor}`);
    expect(
      [...first.body.items, ...rest.body.items].map(({ account, rule, amount }: any) => [account.id, account.displayName, rule, amount]),
    ).toEqual([
      [veteran.id, '许知秋', 'score-share', '30000'],
      [newcomer.id, '小满', 'score-share', '10889'],
      [newcomer.id, '小满', 'rank-prizes', '3000'],
      [newcomer.id, '小满', 'newcomer-share', '6000'],
    ]);
    expect(rest.body.nextCursor).toBeNull();
    expect(first.body.items[0].explanation).toMatchObject({
      quotient: '31111.111111',
      share: '31111',
      cap: { limit: '30000', hit: true, cut: '1111' },
    });
  });

  it('takes its steps in order, each once', async () => {
    const { id } = await roundAt('open');
    const refused = async (name: string, state: string): Promise<void> => {
      const { status, body } = await step(id, name);
      expect([status, body.code, body.state]).toEqual([409, 'round.wrong-state', state]);
    };
    await refused('preview', 'open');
    await refused('approve', 'open');
    await step(id, 'freeze');
    await refused('freeze', 'frozen');
    await refused('approve', 'frozen');
    await step(id, 'preview');
    await refused('freeze', 'previewed');
    expect((await step(id, 'preview')).status).toBe(200);
    await step(id, 'approve');
    await until(id, 'issued');
    for (const name of ['freeze', 'preview', 'approve']) await refused(name, 'issued');
  });

  it('is approved once, however many admins press at once', async () => {
    const { id } = await roundAt('previewed');
    const answers = await Promise.all(Array.from({ length: 10 }, () => step(id, 'approve')));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array(9).fill(409)]);
  });

  // Invariant 9.
  it('adds nothing when it is issued again, and late facts change nothing', async () => {
    const { id, week, veteran, newcomer } = await roundAt('issued');
    const before = (await look('/api/me/wallet/transfers', veteran)).body;
    await finalRun(hub.sql, week, [{ accountId: newcomer.id, score: 1_000 }]);
    for (let again = 0; again < 3; again += 1) await hub.app.get(SettlementService).settle(id);
    expect((await step(id, 'approve')).status).toBe(409);
    expect((await look('/api/me/wallet/transfers', veteran)).body).toEqual(before);
    expect((await look(`/api/reward-rounds/${id}`)).body).toMatchObject({ state: 'issued', awarded: '49889' });
  });

  it('gives nothing and returns the budget when nobody scored', async () => {
    const week = freshWeek();
    await finalRun(hub.sql, week, []);
    const { id } = (await create(planFor(week, { holdDays: 0 }))).body;
    for (const name of ['freeze', 'preview', 'approve']) await step(id, name);
    expect(await until(id, 'released')).toMatchObject({ awarded: '0', unspent: '60000', people: 0 });
  });

  it('waits for the end of its period', async () => {
    const { id } = (await create(planFor('2899-12-30'))).body;
    const { status, body } = await step(id, 'freeze');
    expect([status, body.code]).toEqual([409, 'round.period-open']);
  });

  it('asks for the ranking of its period where there is none', async () => {
    const { id } = (await create(planFor(freshWeek()))).body;
    const { status, body } = await step(id, 'freeze');
    expect([status, body.state]).toEqual([200, 'frozen']);
    const run = await look(`/api/ranking-runs/${body.runId}`);
    expect(run.body).toMatchObject({ state: 'done' });
  });

  it('is compared with the one before and listed newest first', async () => {
    const { id: earlier } = await roundAt('issued');
    const { id: later } = await roundAt('previewed');
    expect((await look(`/api/reward-rounds/${later}`)).body.comparison).toMatchObject({ roundId: earlier, awarded: '49889', people: 2 });
    const { body } = await look('/api/reward-rounds?limit=2');
    expect(body.items.map((round: any) => round.id)).toEqual([later, earlier]);
    expect((await look(`/api/reward-rounds?limit=1&cursor=${body.nextCursor}`)).body.items[0].id).not.toBe(earlier);
  });
});

describe('asking for a round', () => {
  it('twice with one Idempotency-Key makes one, and another plan under it is refused', async () => {
    const body = planFor(freshWeek());
    const headers = { 'idempotency-key': 'week-46' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(body, headers)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([...Array(7).fill(200), 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const reordered = { plan: Object.fromEntries(Object.entries(body.plan).reverse()) };
    expect((await create(reordered, headers)).status).toBe(200);
    const other = await create({ plan: { ...body.plan, budget: '60001' } }, headers);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency.key-reused']);
    expect((await create(body, { 'idempotency-key': 'x'.repeat(201) })).status).toBe(400);
    expect((await create(body)).status).toBe(201);
  });

  const week = '2024-01-01';
  it.each([
    ['plan.budget', planFor(week, { budget: '-1' })],
    ['plan.budget', planFor(week, { budget: 60000 as never })],
    ['plan.capPerPerson', planFor(week, { capPerPerson: '1e3' })],
    ['plan.rules[0].prizes[1]', planFor(week, { rules: [{ kind: 'rank-prizes', prizes: ['1', '9223372036854775808'] }] })],
    ['plan.rules[0].percent', planFor(week, { rules: [{ kind: 'score-share', percent: 33.3 }] })],
    ['plan.holdDays', planFor(week, { holdDays: 1.5 })],
    ['plan', { plan: { ...planFor(week).plan, bonus: 1 } }],
    ['', { ...planFor(week), state: 'approved' }],
  ])('is refused for %s', async (path, body) => {
    const { status, body: problem } = await create(body);
    expect([status, problem.code, problem.errors?.[0]?.path]).toEqual([400, 'request.invalid', path]);
  });

  it('is refused when the plan promises more than there is', async () => {
    const share = (percent: number) => ({ kind: 'score-share' as const, percent });
    const over = await create(planFor(week, { rules: [share(60), share(50)] }));
    expect([over.status, over.body.code]).toEqual([400, 'plan.over-100-percent']);
    const prizes = await create(planFor(week, { rules: [share(90), { kind: 'rank-prizes', prizes: ['6001'] }] }));
    expect([prizes.status, prizes.body.code]).toEqual([400, 'plan.over-budget']);
  });

  it('is for admins', async () => {
    const { id } = await roundAt('frozen');
    for (const as of [await hub.actor(), await hub.actor({ role: 'moderator' })]) {
      expect((await hub.call('POST', '/api/reward-rounds', { as, body: planFor(week) })).status).toBe(403);
      for (const path of ['', `/${id}`, `/${id}/awards`]) expect((await look(`/api/reward-rounds${path}`, as)).status).toBe(403);
      expect((await hub.call('POST', `/api/reward-rounds/${id}/preview`, { as })).status).toBe(403);
    }
    expect((await hub.call('GET', '/api/reward-rounds')).status).toBe(401);
    expect((await step('999999', 'freeze')).body.code).toBe('round.not-found');
    expect((await look('/api/reward-rounds/9223372036854775808')).status).toBe(400);
  });
});

describe('the wallet', () => {
  it('says line by line what came, why, and when it may be spent', async () => {
    const { id, newcomer, week } = await roundAt('issued');
    const { items } = (await look('/api/me/awards', newcomer)).body;
    expect(items.map(({ rule, amount, state }: any) => [rule, amount, state])).toEqual([
      ['newcomer-share', '6000', 'held'],
      ['rank-prizes', '3000', 'held'],
      ['score-share', '10889', 'held'],
    ]);
    const { body: award } = await look(`/api/me/awards/${items[2].id}`, newcomer);
    expect(award).toMatchObject({
      round: { id, name: `${week} 那一周`, period: { kind: 'week', start: week } },
      explanation: { pool: '42000', myScore: '10.5', totalScore: '40.5', people: 2, quotient: '10888.888888', rounding: 'up' },
      state: 'held',
    });
    expect(award.timeline.map(({ step, done }: any) => [step, done])).toEqual([
      ['computed', true],
      ['approved', true],
      ['held', true],
      ['released', false],
    ]);
    expect(award.timeline[3].at).toBe(award.releaseAt);

    await endHold(id);
    expect((await look(`/api/me/awards/${items[2].id}`, newcomer)).body).toMatchObject({
      state: 'available',
      timeline: { 3: { done: true } },
    });
    const first = (await look('/api/me/wallet/transfers?limit=4', newcomer)).body;
    const second = (await look(`/api/me/wallet/transfers?limit=4&cursor=${first.nextCursor}`, newcomer)).body;
    const lines = [...first.items, ...second.items];
    expect(lines.map(({ kind, amount, held, available, state }: any) => [kind, amount, held, available, state])).toEqual([
      ['release', '6000', '-6000', '6000', 'available'],
      ['release', '3000', '-3000', '3000', 'available'],
      ['release', '10889', '-10889', '10889', 'available'],
      ['award', '6000', '6000', '0', 'available'],
      ['award', '3000', '3000', '0', 'available'],
      ['award', '10889', '10889', '0', 'available'],
    ]);
    expect(lines[5]).toMatchObject({ round: { id, name: `${week} 那一周` }, awardId: items[2].id, memo: `${week} 那一周` });
    expect(second.nextCursor).toBeNull();
  });

  it('does not release an award that was taken back during the hold', async () => {
    const { id, newcomer } = await roundAt('issued');
    const [award] = (await look('/api/me/awards', newcomer)).body.items;
    const ledger = hub.app.get(LedgerService);
    await hub.sql.transaction((tx) => ledger.reverse(tx, `award:${award.id}:reversal`, `award:${award.id}:issue`, '刷量'));
    expect((await look('/api/me/wallet', newcomer)).body).toEqual({ available: '0', held: '13889', lifetime: '13889' });
    await endHold(id);
    expect((await look('/api/me/wallet', newcomer)).body).toEqual({ available: '13889', held: '0', lifetime: '13889' });
    expect((await look(`/api/me/awards/${award.id}`, newcomer)).body.state).toBe('reversed');
    const { items } = (await look('/api/me/wallet/transfers', newcomer)).body;
    expect(items.find((line: any) => line.kind === 'reversal')).toMatchObject({
      amount: '-6000',
      memo: '刷量',
      awardId: award.id,
      state: 'reversed',
    });
  });

  it('shows nobody the awards of others, and none before they are paid', async () => {
    const { id, veteran } = await roundAt('issued');
    const [{ id: awardId }] = (await look(`/api/reward-rounds/${id}/awards`)).body.items;
    expect((await look(`/api/me/awards/${awardId}`, veteran)).status).toBe(200);
    for (const as of [await hub.actor(), admin]) {
      const { status, body } = await look(`/api/me/awards/${awardId}`, as);
      expect([status, body.code]).toEqual([404, 'award.not-found']);
    }
    const { id: waiting, veteran: early } = await roundAt('previewed');
    const [planned] = (await look(`/api/reward-rounds/${waiting}/awards`)).body.items;
    expect((await look(`/api/me/awards/${planned.id}`, early)).status).toBe(404);
    expect((await hub.call('GET', '/api/me/wallet')).status).toBe(401);
  });
});

it('refuses to change what was approved', async () => {
  const { id } = await roundAt('issued');
  await expect(hub.sql.query(`DELETE FROM awards WHERE round_id = $1`, [id])).rejects.toThrow('settled');
  await expect(hub.sql.query(`UPDATE awards SET amount = amount + 1 WHERE round_id = $1`, [id])).rejects.toThrow('append-only');
  await expect(hub.sql.query(`UPDATE round_facts SET rank = 1 WHERE round_id = $1`, [id])).rejects.toThrow('append-only');
});
