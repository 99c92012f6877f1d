import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyLedger } from '../../src/ledger/ledger.verify';
import { Bell } from '../../src/platform/queue/bell';
import { plan } from '../../src/rewards/plan';
import { SETTLE } from '../../src/rewards/rewards.jobs';
import { verifyRewards } from '../../src/rewards/rewards.verify';
import { RoundsService } from '../../src/rewards/rounds.service';
import { startChildHub, type ChildHub } from '../support/child-hub';
import { startTypeScript, type TypeScriptChild } from '../support/child-process';
import { crowd, finalRun, planFor } from '../support/reward-rounds';
import { createTestHub, type Actor, type TestHub } from '../support/test-hub';

jest.setTimeout(120_000);

/** Three chunks of a settlement. */
const CONTRIBUTORS = 700;

let hub: TestHub;
let admin: Actor;
let people: string[];
let weeks = 0;
beforeAll(async () => {
  // This process only answers; those that settle are the ones that get killed.
  hub = await createTestHub({ ROLE: 'api' });
  admin = await hub.actor({ role: 'admin' });
  people = await crowd(hub.sql, CONTRIBUTORS);
});
afterAll(() => hub.stop());

/** Whatever a test that failed left running. */
const started: ChildProcess[] = [];
afterEach(() => started.splice(0).forEach((child) => child.kill('SIGKILL')));

function settle(roundId: string, failpoint = '', wait = ''): TypeScriptChild {
  const child = startTypeScript('settle-process.ts', hub.environment['DATABASE_URL'] ?? '', roundId, failpoint, wait);
  started.push(child.process);
  return child;
}

async function worker(more: Record<string, string> = {}): Promise<ChildHub> {
  const child = await startChildHub({ ...hub.environment, ROLE: 'worker', ...more });
  started.push(child.process);
  return child;
}

/** A round of its own week, approved, with nothing in the ledger yet. */
async function approvedRound(): Promise<string> {
  weeks += 1;
  const week = new Date(Date.UTC(2024, 0, 1 + 7 * weeks)).toISOString().slice(0, 10);
  await finalRun(
    hub.sql,
    week,
    people.map((accountId, index) => ({ accountId, score: 1_000 - index })),
  );
  const rounds = hub.app.get(RoundsService);
  const { round } = await rounds.create(plan.parse(planFor(week).plan), admin.id);
  await rounds.freeze(round.id);
  await rounds.preview(round.id);
  await rounds.approve(round.id, admin.id);
  return round.id;
}

async function stateOf(roundId: string): Promise<string> {
  return (await hub.app.get(RoundsService).get(roundId)).state;
}

/** The ledger holds exactly the round's transfers, each once, and everything adds up. */
async function expectPaidOnce(roundId: string): Promise<void> {
  const [counts] = await hub.sql.query<{ awards: number; payments: number; held: string; awarded: string; returned: string }>(
    `SELECT (SELECT count(*)::integer FROM awards WHERE round_id = $1) AS awards,
            count(*) FILTER (WHERE credit.code LIKE 'held:%')::integer AS payments,
            sum(amount) FILTER (WHERE credit.code LIKE 'held:%') AS held,
            sum(amount) FILTER (WHERE credit.code = 'treasury') AS returned,
            (SELECT awarded FROM reward_rounds WHERE id = $1) AS awarded
     FROM transfers JOIN ledger_accounts debit ON debit.id = debit_id JOIN ledger_accounts credit ON credit.id = credit_id
     WHERE debit.code = 'round:' || $1`,
    [roundId],
  );
  expect(counts).toMatchObject({ payments: counts?.awards, held: counts?.awarded, returned: String(60_000 - Number(counts?.awarded)) });
  expect(counts?.awards).toBeGreaterThan(CONTRIBUTORS);
  expect([...(await verifyLedger(hub.sql)), ...(await verifyRewards(hub.sql))]).toEqual([]);
}

it('invariant 8: five processes that issue one round at once make one set of awards', async () => {
  const id = await approvedRound();
  const children = Array.from({ length: 5 }, () => settle(id, '', 'wait'));
  for (const child of children) expect(await child.nextLine()).toBe('ready');
  for (const child of children) child.process.kill('SIGUSR2');
  for (const child of children) expect(await child.ended()).toBe(0);
  expect(await stateOf(id)).toBe('issued');
  await expectPaidOnce(id);
});

it('invariant 6: a process killed after every chunk, and once more at the end, leaves the ledger of an undisturbed one', async () => {
  const id = await approvedRound();
  for (const expected of ['approved', 'approved', 'issued']) {
    const child = settle(id, expected === 'issued' ? 'rewards.issued' : 'rewards.chunk-committed');
    await child.ended();
    expect(child.process.signalCode).toBe('SIGKILL');
    expect(await stateOf(id)).toBe(expected);
    expect(await verifyLedger(hub.sql)).toEqual([]);
  }
  expect(await settle(id).ended()).toBe(0);
  await expectPaidOnce(id);
});

it.each([
  ['rewards.chunk-committed', 'approved'],
  ['rewards.issued', 'issued'],
])('invariant 6: a worker killed at %s doubles nothing when the job comes back', async (failpoint, expected) => {
  const doomed = await worker({ FAILPOINT: failpoint });
  const id = await approvedRound();
  expect(await doomed.ended).toBe('SIGKILL');
  expect(await stateOf(id)).toBe(expected);

  const next = await worker();
  try {
    // What BullMQ does a minute after a worker was killed: the same job once more.
    hub.app.get(Bell).ring('rewards', SETTLE, { id });
    for (const deadline = Date.now() + 30_000; (await stateOf(id)) !== 'issued' && Date.now() < deadline;) await sleep(100);
    await sleep(1_000);
    await expectPaidOnce(id);
  } finally {
    await next.stop();
  }
});

it('a round whose ranking nobody computes says so, and can be frozen later', async () => {
  const rounds = hub.app.get(RoundsService);
  const { round } = await rounds.create(plan.parse(planFor('2023-01-02').plan), admin.id);
  const path = `/api/reward-rounds/${round.id}/freeze`;
  const pending = await hub.call('POST', path, { as: admin });
  expect([pending.status, pending.body.code, await stateOf(round.id)]).toEqual([409, 'round.run-pending', 'open']);
  await finalRun(hub.sql, '2023-01-02', []);
  expect((await hub.call('POST', path, { as: admin })).status).toBe(200);
});
