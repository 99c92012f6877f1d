import { openPast, type Past } from '../support/past';
import { createTestHub, type TestHub } from '../support/test-hub';

let hub: TestHub;
let past: Past;
beforeEach(async () => {
  hub = await createTestHub({ ROLE: 'api' });
  past = await openPast(hub.environment);
});
afterEach(async () => {
  await past.close();
  await hub.stop();
});

const waiting = (): Promise<{ run: string }[]> =>
  hub.sql.query(`SELECT period || ' ' || period_start AS run FROM ranking_runs WHERE state = 'queued' ORDER BY id`);
const kept = async (period: string): Promise<string[]> =>
  (await hub.sql.query<{ at: Date }>(`SELECT as_of AS at FROM ranking_runs WHERE state = 'done' AND period = $1 ORDER BY as_of`, [period])).map(({ at }) => at.toISOString());

/** Asks the scheduler, tells what it queued, computes it. */
async function queuedBy(work: () => Promise<void>): Promise<string[]> {
  await work();
  const runs = (await waiting()).map(({ run }) => run);
  await past.ranking.sweep();
  return runs;
}
const refreshed = () => queuedBy(() => past.ranking.refresh());
const closed = () => queuedBy(() => past.ranking.close());

const APRIL_8 = ['day 2026-04-08', 'week 2026-04-06', 'month 2026-04-01', 'all -infinity'];

it('current boards are computed again when a fact has changed, and only then', async () => {
  await past.at('2026-04-08T02:00:00Z');
  expect(await refreshed()).toEqual([]);
  const [author, copier] = [await past.promoter(), await past.promoter()];
  const material = await past.material(author);
  expect(await refreshed()).toEqual([]);

  const changes: (() => Promise<unknown>)[] = [
    () => past.reuse(copier, material),
    () => past.reuse(copier, material, 'sent'),
    () => past.rate(copier, material, 4),
    () => past.rate(copier, material, 5),
    () => past.sql.query(`UPDATE accounts SET state = 'suspended' WHERE id = $1`, [author]),
    () => past.sql.query(`UPDATE materials SET state = 'removed' WHERE id = $1`, [material]),
  ];
  for (const [minute, change] of changes.entries()) {
    await past.at(`2026-04-08T02:${10 + minute}:00Z`);
    await change();
    expect(await refreshed()).toEqual(APRIL_8);
    expect(await refreshed()).toEqual([]);
  }
  // The same click again adds nothing.
  await past.sql.query(`UPDATE accounts SET state = 'active' WHERE id = $1`, [author]);
  await past.sql.query(`UPDATE materials SET state = 'published' WHERE id = $1`, [material]);
  await refreshed();
  await past.reuse(copier, material);
  expect(await refreshed()).toEqual([]);
  // What waits already is not asked for twice.
  await past.reuse(await past.promoter(), material);
  await past.ranking.refresh();
  await past.ranking.refresh();
  expect(await waiting()).toHaveLength(4);
});

it('a period gets one final run, a minute after its end, whatever provisional runs it had', async () => {
  await past.at('2026-05-31T15:00:00Z');
  const material = await past.material(await past.promoter());
  await past.reuse(await past.promoter(), material);
  await refreshed();
  await past.at('2026-05-31T16:00:59Z');
  expect(await closed()).toEqual([]);
  await past.rank('week', '2026-05-31');
  expect(await hub.sql.query(`SELECT FROM ranking_runs WHERE final`)).toEqual([]);

  // In Shanghai the day, the week and the month are over.
  await past.at('2026-05-31T16:01:00Z');
  expect(await closed()).toEqual(['day 2026-05-31', 'week 2026-05-25', 'month 2026-05-01']);
  expect(await hub.sql.query(`SELECT period FROM ranking_runs WHERE final ORDER BY period`)).toEqual([{ period: 'day' }, { period: 'month' }, { period: 'week' }]);
  expect(await closed()).toEqual([]);
  await past.at('2026-06-05T00:00:00Z');
  expect(await closed()).toEqual([]);
});

it('closes what ended while the hub was down, each period before its successor', async () => {
  await past.at('2026-05-18T04:00:00Z');
  const [one, two, copier] = [await past.promoter(), await past.promoter(), await past.promoter()];
  const [first, second] = [await past.material(one), await past.material(two)];
  await past.reuse(copier, first);
  await past.at('2026-05-20T04:00:00Z');
  await past.reuse(copier, first, 'ordered');
  await past.reuse(copier, second);
  await past.at('2026-05-27T04:00:00Z');
  await past.reuse(copier, second, 'ordered');
  await past.reuse(copier, first);

  await past.at('2026-06-01T04:00:00Z');
  const runs = await closed();
  expect(runs).toEqual(['day 2026-05-18', 'day 2026-05-20', 'day 2026-05-27', 'week 2026-05-18', 'week 2026-05-25', 'month 2026-05-01']);
  const lines = await hub.sql.query(
    `SELECT l.rank, l.previous_rank, l.subject_id FROM board_lines l JOIN ranking_runs r ON r.id = l.run_id
     WHERE r.period = 'week' AND r.period_start = '2026-05-25' AND l.board = 'contributors:total' ORDER BY l.rank`,
  );
  expect(lines).toEqual([{ rank: 1, previous_rank: 2, subject_id: two }, { rank: 2, previous_rank: 1, subject_id: one }]);
});

it('replaced runs go after a quarter of an hour, with their lines; final runs and the last of each day of all time stay', async () => {
  await past.at('2026-04-08T02:00:00Z');
  const material = await past.material(await past.promoter());
  const run = async (moment: string) => {
    await past.at(moment);
    await past.reuse(await past.promoter(), material);
    await refreshed();
  };
  await run('2026-04-08T02:00:00Z');
  await run('2026-04-08T02:10:00Z');
  await run('2026-04-08T02:20:00Z');
  expect(await kept('day')).toHaveLength(3);
  await run('2026-04-08T02:26:00Z');
  expect(await kept('day')).toEqual(['2026-04-08T02:10:00.000Z', '2026-04-08T02:20:00.000Z', '2026-04-08T02:26:00.000Z']);
  await run('2026-04-09T02:00:00Z');
  await run('2026-04-09T03:00:00Z');
  await run('2026-04-09T04:00:00Z');
  expect(await kept('all')).toEqual(['2026-04-08T02:26:00.000Z', '2026-04-09T03:00:00.000Z', '2026-04-09T04:00:00.000Z']);
  expect(await kept('week')).toEqual(['2026-04-09T03:00:00.000Z', '2026-04-09T04:00:00.000Z']);
  // The day before: its last provisional runs, and the final one that replaces them.
  await closed();
  await past.at('2026-04-09T05:00:00Z');
  await past.rank('day', '2026-04-08');
  expect(await kept('day')).toEqual(expect.arrayContaining(['2026-04-09T04:00:00.000Z', '2026-04-09T05:00:00.000Z']));
  expect(await hub.sql.query(`SELECT FROM ranking_runs WHERE period = 'day' AND period_start = '2026-04-08' AND NOT final`)).toEqual([]);
  expect(await hub.sql.query(`SELECT FROM ranking_runs WHERE period = 'day' AND period_start = '2026-04-08' AND final`)).toHaveLength(2);
});

it('the previous rank of all time is that of the last run before today', async () => {
  await past.at('2026-04-08T02:00:00Z');
  const [one, two] = [await past.promoter(), await past.promoter()];
  const [first, second] = [await past.material(one), await past.material(two)];
  const copiers = [await past.promoter({ teamId: await hub.team() }), await past.promoter({ teamId: await hub.team() })];
  await past.reuse(copiers[0]!, first);
  await past.rank('all');
  // 23:59 in Shanghai: still the first day.
  await past.at('2026-04-08T15:59:00Z');
  await past.reuse(copiers[0]!, second, 'ordered');
  await past.rank('all');
  await past.at('2026-04-08T16:00:00Z');
  await past.reuse(copiers[1]!, first);
  await past.rank('all');
  await past.at('2026-04-08T17:00:00Z');
  const last = await past.rank('all');
  const lines = await hub.sql.query(`SELECT rank, previous_rank, subject_id FROM board_lines WHERE run_id = $1 AND board = 'contributors:total' ORDER BY rank`, [last]);
  expect(lines).toEqual([{ rank: 1, previous_rank: 2, subject_id: one }, { rank: 2, previous_rank: 1, subject_id: two }]);
});
