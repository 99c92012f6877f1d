import type { ChildProcess } from 'node:child_process';
import { Logger } from '@nestjs/common';
import { readConfig } from '../../src/config/config';
import { startHub } from '../../src/hub';
import { startTypeScript, type TypeScriptChild } from '../support/child-process';
import { openPast, type Past } from '../support/past';
import { until } from '../support/publish';
import { createTestHub, type TestHub } from '../support/test-hub';

let hub: TestHub;
let past: Past;
beforeAll(async () => {
  // Nobody computes anything here unless a test says so.
  hub = await createTestHub({ ROLE: 'api' });
  past = await openPast(hub.environment);
  await past.at('2026-04-08T02:00:00Z');
  const [one, two] = [await hub.team(), await hub.team()];
  const people: string[] = [];
  for (let n = 0; n < 30; n += 1) people.push(await past.promoter({ teamId: n % 2 ? one : two, joinedAt: n % 3 ? '2026-03-20T00:00:00Z' : '2025-01-01T00:00:00Z' }));
  for (const [index, author] of people.slice(0, 12).entries()) {
    const material = await past.material(author);
    // Around the midnight in Shanghai that ends the week, and that in New York, and that in Kathmandu.
    const moments = ['2026-04-08T02:00:00Z', '2026-04-12T15:59:59.999Z', '2026-04-12T16:00:00Z', '2026-04-12T18:15:00Z', '2026-04-13T04:00:00Z'];
    for (const [n, moment] of moments.entries()) {
      await past.at(moment);
      for (const copier of people.slice(n * 4, n * 4 + 3 + index)) await past.reuse(copier, material, n % 2 ? 'sent' : 'copied');
    }
  }
  await past.at('2026-04-20T00:00:00Z');
});
/** Whatever a test that failed left running. */
const started: ChildProcess[] = [];
afterAll(async () => {
  started.forEach((child) => child.kill('SIGKILL'));
  await past.close();
  await hub.stop();
});

function computeElsewhere(runId: string, failpoint = '', timeZone = 'UTC'): TypeScriptChild {
  const child = startTypeScript('ranking-process.ts', hub.environment['DATABASE_URL'] ?? '', runId, failpoint, timeZone);
  started.push(child.process);
  return child;
}

const state = async (runId: string) => (await past.ranking.get(runId)).state;
const linesOf = (runId: string) =>
  hub.sql.query<{ board: string; rank: number }>(
    `SELECT board, rank, previous_rank, subject_id, score, reuses, teams, rating_count, parts FROM board_lines
     WHERE run_id = $1 ORDER BY board, rank`,
    [runId],
  );

it('killed after it has written its boards, a run leaves nothing, and is computed whole by the next sweep', async () => {
  const undisturbed = await linesOf(await past.rank('week', '2026-04-08'));
  expect(undisturbed.length).toBeGreaterThan(30);

  const runId = await past.ranking.request('week', '2026-04-08');
  const child = computeElsewhere(runId, 'ranking.boards-written');
  await child.ended();
  expect(child.process.signalCode).toBe('SIGKILL');
  expect([await state(runId), await linesOf(runId)]).toEqual(['running', []]);

  await until(async () => {
    await past.ranking.sweep();
    return state(runId);
  }, (now) => now === 'done');
  expect(await linesOf(runId)).toEqual(undisturbed);
});

it('a run that several workers take up at once is computed once', async () => {
  const runId = await past.ranking.request('week', '2026-04-08');
  const others = [computeElsewhere(runId), computeElsewhere(runId)];
  await Promise.all([past.ranking.compute(runId), ...others.map((child) => child.ended())]);
  await past.ranking.sweep();
  expect(others.map((child) => child.errors())).toEqual(['', '']);
  expect(await state(runId)).toBe('done');
  const total = (await linesOf(runId)).filter((line) => line.board === 'contributors:total');
  expect(total.map((line) => line.rank)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
});

it('says the same under any time zone of the process', async () => {
  const boards = [];
  for (const timeZone of ['UTC', 'America/New_York', 'Asia/Kathmandu']) {
    const [week, day] = [await past.ranking.request('week', '2026-04-08'), await past.ranking.request('day', '2026-04-12')];
    const children = [computeElsewhere(week, '', timeZone), computeElsewhere(day, '', timeZone)];
    const hours = await Promise.all(children.map((child) => child.nextLine()));
    await Promise.all(children.map((child) => child.ended()));
    expect(hours).toEqual(Array(2).fill(String({ UTC: 0, 'America/New_York': 19, 'Asia/Kathmandu': 5 }[timeZone])));
    boards.push([await linesOf(week), await linesOf(day)]);
  }
  expect(boards[0]![0]!.length).toBeGreaterThan(30);
  expect(boards[1]).toEqual(boards[0]);
  expect(boards[2]).toEqual(boards[0]);
});

it('what cannot be computed is given up after three tries, with its reason, and nothing behind it waits', async () => {
  const poison = await past.ranking.request('week', '2026-04-08');
  await hub.sql.query(`
    CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.run_id = ${poison} THEN RAISE EXCEPTION 'spoiled'; END IF; RETURN NEW;
    END $$;
    CREATE TRIGGER spoil BEFORE INSERT ON board_lines FOR EACH ROW EXECUTE FUNCTION spoil()`);
  const log = jest.spyOn(Logger.prototype, 'error').mockImplementation();
  const behind = await past.ranking.request('day', '2026-04-12');
  for (let tries = 1; tries <= 3; tries += 1) {
    expect(await state(poison)).not.toBe('failed');
    await past.ranking.sweep();
  }
  expect(await past.ranking.get(poison)).toMatchObject({ state: 'failed', error: expect.stringContaining('spoiled') });
  expect(await linesOf(poison)).toEqual([]);
  expect(await state(behind)).toBe('done');
  expect(log).toHaveBeenCalledTimes(3);
  log.mockRestore();
  await hub.sql.query(`DROP TRIGGER spoil ON board_lines; DROP FUNCTION spoil`);
});

it('a run that takes its worker down each time is given up too', async () => {
  const runId = await past.ranking.request('week', '2026-04-08');
  for (let tries = 1; tries <= 3; tries += 1) await computeElsewhere(runId, 'ranking.boards-written').ended();
  await until(async () => {
    await past.ranking.sweep();
    return state(runId);
  }, (now) => now === 'failed');
  expect((await past.ranking.get(runId)).error).toBe('given up after 3 tries');
});

it('a moderator’s run is taken up by a worker at once', async () => {
  const worker = await startHub(readConfig({ ...hub.environment, ROLE: 'worker' }), () => undefined);
  try {
    const moderator = await hub.actor({ role: 'moderator' });
    const { body } = await hub.call('POST', '/api/ranking-runs', { as: moderator, body: { period: 'week', at: '2026-04-08' } });
    await until(() => state(body.id), (now) => now === 'done');
  } finally {
    await worker.stop();
  }
});
