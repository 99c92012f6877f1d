import { uuidv7 } from 'uuidv7';
import { readConfig } from '../../src/config/config';
import { startHub } from '../../src/hub';
import { publish } from '../support/publish';
import { createTestHub, type Actor, type TestHub } from '../support/test-hub';
import { findDifferences } from '../../src/verify/verify';
import { seeded } from '../support/random';

let hub: TestHub;
/** Further whole applications on the same database: what holds between these holds between processes, since all they share is PostgreSQL. */
let hubs: { url: string; stop(): Promise<void> }[];
let author: Actor;
let moderator: Actor;

beforeAll(async () => {
  hub = await createTestHub({ DAILY_REUSE_CAP: '100000' });
  const others = await Promise.all(Array.from({ length: 9 }, () => startHub(readConfig({ ...hub.environment, ROLE: 'api', DATABASE_POOL_SIZE: '3' }), () => undefined)));
  hubs = [hub, ...others];
  author = await hub.actor({ teamId: await hub.team() });
  moderator = await hub.actor({ role: 'moderator' });
});
afterAll(async () => {
  await Promise.all(hubs.slice(1).map((other) => other.stop()));
  await hub.stop();
});

async function report(at: { url: string }, as: Actor, materialId: string, body: object): Promise<{ status: number; body: { counted: boolean; reuseCount: number } }> {
  const response = await fetch(`${at.url}/api/materials/${materialId}/reuses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${as.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as { counted: boolean; reuseCount: number } };
}

it('ten applications, a hundred parallel calls each: one reuse, plus one, every answer 2xx', async () => {
  const materialId = await publish(hub, author, moderator);
  const copier = await hub.actor({ teamId: await hub.team() });
  const calls = hubs.flatMap((at) => Array.from({ length: 100 }, () => report(at, copier, materialId, { id: uuidv7(), kind: 'copied' })));
  const answers = await Promise.all(calls);
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
  expect(answers.filter((answer) => answer.body.counted)).toHaveLength(1);
  expect(new Set(answers.map((answer) => answer.body.reuseCount))).toEqual(new Set([1]));
  expect(await hub.sql.query(`SELECT count(*)::integer AS n FROM reuses WHERE material_id = $1`, [materialId])).toEqual([{ n: 1 }]);
  expect(await findDifferences(hub.sql)).toEqual([]);
});

it('a shuffled log, every event sent three times from eight clients: exact totals per material and per promoter', async () => {
  const random = seeded(20261122);
  const materials = await Promise.all(Array.from({ length: 6 }, () => publish(hub, author, moderator)));
  const teams = await Promise.all([1, 2, 3].map(() => hub.team()));
  const people = await Promise.all(Array.from({ length: 20 }, (_, n) => hub.actor({ teamId: teams[n % 3]! })));
  const kinds = ['copied', 'saved', 'poster', 'sent'];
  const log = Array.from({ length: 400 }, () => ({
    person: people[Math.floor(random() * people.length)]!,
    materialId: materials[Math.floor(random() * random() * materials.length)]!,
    body: { id: uuidv7(), kind: kinds[Math.floor(random() * kinds.length)]! },
  }));
  const thrice = shuffle([...log, ...log, ...log], random);
  const clients = Array.from({ length: 8 }, async (_, client) => {
    const answers = [];
    for (const [n, event] of thrice.entries()) if (n % 8 === client) answers.push(await report(hubs[(client + n) % hubs.length]!, event.person, event.materialId, event.body));
    return answers;
  });
  const answers = (await Promise.all(clients)).flat();

  expect(answers.every((answer) => answer.status === 200 || answer.status === 201)).toBe(true);
  const pairs = new Set(log.map((event) => `${event.materialId}/${event.person.id}`));
  for (const materialId of materials) {
    const people = new Set(log.filter((event) => event.materialId === materialId).map((event) => event.person));
    const { body } = await hub.call('GET', `/api/materials/${materialId}`);
    expect([body.reuseCount, body.teamCount]).toEqual([people.size, new Set([...people].map((person) => person.teamId)).size]);
  }
  const perPerson = await hub.sql.query<{ account_id: string; n: number }>(`SELECT account_id, count(*)::integer AS n FROM reuses WHERE material_id = ANY($1::bigint[]) GROUP BY 1`, [materials]);
  expect(new Map(perPerson.map((row) => [row.account_id, row.n]))).toEqual(
    new Map(people.flatMap((person) => {
      const count = [...pairs].filter((pair) => pair.endsWith(`/${person.id}`)).length;
      return count ? [[person.id, count] as const] : [];
    })),
  );
  expect(await hub.sql.query(`SELECT count(*)::integer AS n FROM reuse_events WHERE material_id = ANY($1::bigint[])`, [materials])).toEqual([{ n: log.length }]);
  expect(await findDifferences(hub.sql)).toEqual([]);
});

function shuffle<T>(items: T[], random: () => number): T[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
  return items;
}
