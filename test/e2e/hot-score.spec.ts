import { HEAD_START, hotAdd, hotPoints } from '../../src/materials/hot-score';
import { createTestHub, type TestHub } from '../support/test-hub';

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub({ ROLE: 'api' });
});
afterAll(() => hub.stop());

const EPOCH = 1_767_225_600;
const DAY = 86_400;

it('the database adds hot scores as the reference does, to 1e-9: no reuse, age 0, the past, the future, a hundred years', async () => {
  const moments = [0, EPOCH - 1, EPOCH, EPOCH + 0.001, EPOCH + DAY / 3, EPOCH + 40 * DAY, EPOCH + 100 * 365 * DAY];
  for (const first of moments) {
    for (const second of moments) {
      for (const weight of [1, 1.5, 4, 300]) {
        const [row] = await hub.sql.query<{ start: number; hot: number }>(
          `SELECT hot_points($1, to_timestamp($2)) AS start, hot_add(hot_points($1, to_timestamp($2)), hot_points($3, to_timestamp($4))) AS hot`,
          [HEAD_START, first, weight, second],
        );
        expect(Math.abs(row!.start - hotPoints(HEAD_START, first))).toBeLessThan(1e-9);
        expect(Math.abs(row!.hot - hotAdd(hotPoints(HEAD_START, first), hotPoints(weight, second)))).toBeLessThan(1e-9);
      }
    }
  }
});

it('ties in the feed stand by id, the newer first, page after page', async () => {
  const author = await hub.actor();
  await hub.sql.query(`INSERT INTO materials (author_id, category, state, body, published_at) SELECT $1, 'tips', 'published', 'tie ' || n, now() FROM generate_series(1, 7) n`, [author.id]);
  await hub.sql.query(`INSERT INTO material_stats (material_id, category, listed, hot) SELECT id, category, true, 12.3456789012345678 FROM materials`);
  const seen: string[] = [];
  for (let cursor = '', more = true; more; ) {
    const { body } = await hub.call('GET', `/api/materials?sort=hot&limit=3${cursor}`);
    seen.push(...body.items.map((item: { body: string }) => item.body));
    more = body.nextCursor !== null;
    cursor = `&cursor=${body.nextCursor}`;
  }
  expect(seen).toEqual(['tie 7', 'tie 6', 'tie 5', 'tie 4', 'tie 3', 'tie 2', 'tie 1']);
});
