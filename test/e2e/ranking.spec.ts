import { verifyRanking } from '../../src/ranking/ranking.verify';
import { openPast, type Past } from '../support/past';
import { shanghaiDay, slowBoard, type PastReuse, type SlowLine } from '../support/slow-boards';
import { createTestHub, type TestHub } from '../support/test-hub';
import { seeded } from '../support/random';

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

interface StoredLine extends SlowLine {
  readonly rank: number;
  readonly previous: number | null;
}

const board = (runId: string, name: string): Promise<StoredLine[]> =>
  hub.sql.query<StoredLine>(
    `SELECT subject_id AS id, score, reuses, teams, rank, previous_rank AS previous FROM board_lines WHERE run_id = $1 AND board = $2 ORDER BY rank`,
    [runId, name],
  );
const plain = (lines: readonly StoredLine[]): SlowLine[] => lines.map(({ id, score, reuses, teams }) => ({ id, score, reuses, teams }));
const ids = (lines: readonly { id: string }[]): string[] => lines.map((line) => line.id);

it('boards of random weeks are those of a slow reference: total, newcomers, teams, materials, previous ranks', async () => {
  const random = seeded(20261122);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  await past.at('2026-01-20T00:00:00Z');
  const teams = [...(await Promise.all([1, 2, 3, 4, 5].map(() => hub.team()))), null];
  const people: { id: string; team: string | null; joined: string }[] = [];
  for (let n = 0; n < 24; n += 1) {
    const [team, joined] = [teams[n % teams.length]!, n % 4 === 0 ? '2026-02-10T00:00:00Z' : '2025-01-01T00:00:00Z'];
    people.push({ id: await past.promoter({ teamId: team, joinedAt: joined }), team, joined });
  }
  const authors = people.slice(0, 12);
  const materials: { id: string; author: string }[] = [];
  for (let n = 0; n < 20; n += 1) {
    const author = authors[n % 9]!.id;
    materials.push({ id: await past.material(author), author });
  }

  const teamOf = new Map(people.map(({ id, team }) => [id, team]));
  const log: PastReuse[] = [];
  const from = Date.parse('2026-01-24T16:00:00Z');
  for (let n = 0; n < 500; n += 1) {
    const at = from + Math.floor((n * 40 * 86_400_000) / 500 + random() * 3_600_000);
    // Halfway one promoter joins another team: what began before stays with the old one.
    if (n === 250) {
      teamOf.set(people[13]!.id, teams[4]!);
      await past.sql.query(`UPDATE accounts SET team_id = $2 WHERE id = $1`, [people[13]!.id, teams[4]]);
    }
    const { id: material, author } = materials[Math.floor(random() * random() * materials.length)]!;
    const copier = pick(people).id;
    const kind = pick(['copied', 'copied', 'saved', 'poster', 'sent', 'clicked', 'ordered'] as const);
    await past.at(new Date(at).toISOString());
    await past.reuse(copier, material, kind);
    log.push({ at, copier, copierTeam: teamOf.get(copier)!, author, authorTeam: teamOf.get(author)!, material, kind });
  }
  const stars = new Map<string, { sum: number; count: number }>();
  for (const { material, copier, author } of log.filter((reuse) => reuse.copier !== reuse.author).slice(0, 60)) {
    const rated = await past.sql.query(`SELECT 1 FROM ratings WHERE material_id = $1 AND account_id = $2`, [material, copier]);
    if (rated.length > 0) continue;
    const given = 1 + Math.floor(random() * 5);
    await past.rate(copier, material, given);
    for (const key of [material, `author ${author}`]) {
      const before = stars.get(key) ?? { sum: 0, count: 0 };
      stars.set(key, { sum: before.sum + given, count: before.count + 1 });
    }
  }
  // A material is taken back, which changes no author's score; an author is suspended, who is listed no more.
  const [retired, suspended] = [materials[1]!.id, authors[5]!.id];
  await past.sql.query(`UPDATE materials SET state = 'retired' WHERE id = $1`, [retired]);
  await past.sql.query(`UPDATE accounts SET state = 'suspended' WHERE id = $1`, [suspended]);

  const none = { sum: 0, count: 0 };
  const authorStars = (id: string) => (id === suspended ? undefined : (stars.get(`author ${id}`) ?? none));
  const authorOf = new Map(materials.map(({ id, author }) => [id, author]));
  const materialStars = (id: string) => (id === retired || authorOf.get(id) === suspended ? undefined : (stars.get(id) ?? none));
  const allStars = [...stars].filter(([key]) => !key.startsWith('author')).map(([, value]) => value);
  const site = allStars.reduce((sum, one) => sum + one.sum, 0) / allStars.reduce((sum, one) => sum + one.count, 0);

  await past.at('2026-03-10T04:00:00Z');
  const periods = [
    ['day', '2026-02-11', '2026-02-11', '2026-02-12'],
    ['week', '2026-02-12', '2026-02-09', '2026-02-16'],
    ['week', '2026-02-19', '2026-02-16', '2026-02-23'],
    ['month', '2026-02-28', '2026-02-01', '2026-03-01'],
    ['all', undefined, '0000', '9999'],
  ] as const;
  const ranks: Map<string, number>[] = [];
  for (const [kind, day, start, end] of periods) {
    const runId = await past.rank(kind, day);
    const contributors = slowBoard(log, [start, end], 'author', authorStars, site);
    const total = await board(runId, 'contributors:total');
    expect(contributors.length).toBeGreaterThan(3);
    expect(plain(total)).toEqual(contributors);
    expect(total.map((line) => line.rank)).toEqual(contributors.map((_, index) => index + 1));
    expect(plain(await board(runId, 'materials:total'))).toEqual(slowBoard(log, [start, end], 'material', materialStars, site));

    const joinedAfter = Date.parse(kind === 'all' ? '2026-03-10T04:00:00Z' : `${end}T00:00:00+08:00`) - 30 * 86_400_000;
    const isNew = new Set(people.filter((person) => Date.parse(person.joined) > joinedAfter).map((person) => person.id));
    expect(ids(await board(runId, 'contributors:newcomers'))).toEqual(ids(contributors).filter((id) => isNew.has(id)));
    for (const team of teams.slice(0, 5)) {
      expect(ids(await board(runId, `contributors:team:${team}`))).toEqual(ids(contributors).filter((id) => teamOf.get(id) === team));
    }
    ranks.push(new Map(total.map((line) => [line.id, line.rank])));
    if (start === '2026-02-16') {
      expect(total.map((line) => line.previous)).toEqual(total.map((line) => ranks[1]!.get(line.id) ?? null));
      expect(total.filter((line) => line.previous !== null).length).toBeGreaterThan(3);
    } else {
      expect(new Set(total.map((line) => line.previous))).toEqual(new Set([null]));
    }
  }
  expect(await verifyRanking(hub.sql)).toEqual([]);
});

it('events a millisecond either side of the midnight that ends a week and a month fall in neighbouring periods, and no period loses one', async () => {
  const author = await past.promoter();
  await past.at('2026-05-01T00:00:00Z');
  const material = await past.material(author);
  // 2026-05-31 is a Sunday: in Shanghai the week and the month end together.
  const moments = ['2026-05-31T15:59:59.999Z', '2026-05-31T16:00:00.000Z', '2026-05-31T16:00:00.001Z', '2026-05-30T16:00:00.000Z', '2026-05-30T15:59:59.999Z'];
  for (const moment of moments) {
    await past.at(moment);
    await past.reuse(await past.promoter(), material);
  }
  await past.at('2026-06-02T00:00:00Z');
  const reuses = async (kind: 'day' | 'week' | 'month' | 'all', day?: string): Promise<number> => (await board(await past.rank(kind, day), 'contributors:total'))[0]?.reuses ?? 0;

  expect([await reuses('day', '2026-05-30'), await reuses('day', '2026-05-31'), await reuses('day', '2026-06-01')]).toEqual([1, 2, 2]);
  expect([await reuses('week', '2026-05-31'), await reuses('week', '2026-06-01')]).toEqual([3, 2]);
  expect([await reuses('month', '2026-05-31'), await reuses('month', '2026-06-01')]).toEqual([3, 2]);
  expect(await reuses('all')).toBe(moments.length);
  expect(moments.map((moment) => shanghaiDay(Date.parse(moment)))).toEqual(['2026-05-31', '2026-06-01', '2026-06-01', '2026-05-31', '2026-05-30']);
});

it('equal scores stand in the order of their first reuse, then of their ids; the same facts give the same lines again', async () => {
  await past.at('2026-04-06T00:00:00Z');
  const authors = [await past.promoter(), await past.promoter(), await past.promoter(), await past.promoter()];
  const materials = [];
  for (const author of authors) materials.push(await past.material(author));
  const copiers = [await past.promoter({ teamId: await hub.team() }), await past.promoter({ teamId: await hub.team() }), await past.promoter({ teamId: await hub.team() })];
  // The last two in the same instant, the first after the second.
  const order = [['2026-04-07T01:00:00.002Z', 0], ['2026-04-07T01:00:00.001Z', 1], ['2026-04-07T01:00:00.003Z', 3], ['2026-04-07T01:00:00.003Z', 2]] as const;
  for (const [moment, index] of order) {
    await past.at(moment);
    await past.reuse(copiers[index % 3]!, materials[index]!);
  }
  await past.at('2026-04-07T02:00:00Z');
  for (const copier of copiers) for (const material of [...materials].reverse()) await past.reuse(copier, material, 'sent');

  const runs = [await past.rank('week', '2026-04-07'), await past.rank('week', '2026-04-07')];
  const [once, again] = await Promise.all(runs.map((id) => hub.sql.query(`SELECT board, rank, subject_id, score, parts::text FROM board_lines WHERE run_id = $1 ORDER BY 1, 2`, [id])));
  expect(again).toEqual(once);
  const total = await board(runs[0]!, 'contributors:total');
  expect(new Set(total.map((line) => line.score)).size).toBe(1);
  expect(ids(total)).toEqual([authors[1], authors[0], authors[2], authors[3]]);
});

it('a pair counts once in a period, at the highest rung reached in it, and again in the next', async () => {
  await past.at('2026-04-06T00:00:00Z');
  const material = await past.material(await past.promoter());
  const copier = await past.promoter();
  for (const [moment, kind] of [['2026-04-08T02:00:00Z', 'sent'], ['2026-04-10T02:00:00Z', 'copied'], ['2026-04-14T02:00:00Z', 'copied']] as const) {
    await past.at(moment);
    await past.reuse(copier, material, kind);
  }
  await past.at('2026-04-20T00:00:00Z');
  const score = async (kind: 'day' | 'week' | 'all', day?: string): Promise<number[]> => {
    const [line] = await board(await past.rank(kind, day), 'contributors:total');
    return [line!.reuses, line!.score];
  };
  // √log2(1 + 1.5) and √log2(1 + 1), times 1 for no stars anywhere.
  expect(await score('week', '2026-04-10')).toEqual([1, 1.149751]);
  expect(await score('day', '2026-04-10')).toEqual([1, 1]);
  expect(await score('week', '2026-04-14')).toEqual([1, 1]);
  expect(await score('all')).toEqual([1, 1.149751]);
});

it('what a moderator removed brings its author nothing', async () => {
  await past.at('2026-04-06T00:00:00Z');
  const author = await past.promoter();
  const [good, bad] = [await past.material(author), await past.material(author)];
  await past.reuse(await past.promoter(), good);
  await past.reuse(await past.promoter(), bad);
  await past.sql.query(`UPDATE materials SET state = 'removed' WHERE id = $1`, [bad]);
  const runId = await past.rank('week', '2026-04-06');
  expect(plain(await board(runId, 'contributors:total'))).toEqual([{ id: author, score: 1, reuses: 1, teams: 0 }]);
  expect(ids(await board(runId, 'materials:total'))).toEqual([good]);
});

it('the oracle notices a board that was tampered with, and a fact that a final board does not know', async () => {
  await past.at('2026-04-08T00:00:00Z');
  const [one, two] = [await past.promoter({ teamId: await hub.team() }), await past.promoter()];
  const [first, second] = [await past.material(one), await past.material(two)];
  const copiers = [await past.promoter({ teamId: await hub.team() }), await past.promoter({ teamId: await hub.team() })];
  for (const copier of copiers) await past.reuse(copier, first);
  await past.reuse(copiers[0]!, second, 'sent');
  await past.at('2026-04-20T00:00:00Z');
  const runId = await past.rank('week', '2026-04-08');
  expect(await verifyRanking(hub.sql)).toEqual([]);

  const tamper = async (statement: string): Promise<string[]> => {
    const noticed: string[] = [];
    const undo = new Error('undo');
    await hub.sql
      .transaction(async (tx) => {
        await tx.query(statement);
        noticed.push(...(await verifyRanking(tx)));
        throw undo;
      })
      .catch((error: unknown) => expect(error).toBe(undo));
    return [...new Set(noticed.map((line) => line.split(': ')[1]!))];
  };
  const total = `run_id = ${runId} AND board = 'contributors:total'`;
  expect(await tamper(`UPDATE board_lines SET score = 9 WHERE ${total} AND rank = 2`)).toContain('a board is not in the order of its scores');
  expect(await tamper(`UPDATE board_lines SET score = score + 1e-4 WHERE ${total} AND rank = 1`)).toContain('a score is not what it is said to be made of');
  expect(await tamper(`DELETE FROM board_lines WHERE ${total} AND rank = 2`)).toContain('a run does not have the lines it says');
  expect(await tamper(`UPDATE board_lines SET reuses = 7 WHERE run_id = ${runId} AND board LIKE 'contributors:team:%'`)).toContain('a line differs from the total board of its run');
  expect(
    await tamper(`INSERT INTO reuse_events (id, account_id, material_id, kind, day)
      SELECT gen_random_uuid(), ${copiers[0]}, ${first}, 'ordered', '2026-04-09'`),
  ).toEqual(['a final board is not what the events say']);
});
