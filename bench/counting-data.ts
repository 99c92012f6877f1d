import { randomBytes } from 'node:crypto';
import { createHash } from 'node:crypto';
import type { Sql } from '../src/platform/database/sql';

export interface CountingData {
  readonly tokens: readonly string[];
  readonly materialIds: readonly string[];
}

const TEAMS = 50;
const AUTHORS = 200;

/** Promoters in teams, each with a session, and published materials by other people. */
export async function seedCounting(sql: Sql, promoters: number, materials: number): Promise<CountingData> {
  const tokens = Array.from({ length: promoters }, () => randomBytes(24).toString('base64url'));
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest());
  await sql.query(`INSERT INTO teams (name) SELECT 'team ' || n FROM generate_series(1, $1::integer) n`, [TEAMS]);
  await sql.query(
    `INSERT INTO accounts (name, display_name, password_hash, team_id) SELECT 'person' || n, 'person ' || n, '-', 1 + n % $2::integer FROM generate_series(1, $1::integer) n`,
    [promoters + AUTHORS, TEAMS],
  );
  await sql.query(
    `INSERT INTO sessions (token_hash, account_id, expires_at) SELECT hash, place, now() + interval '1 day' FROM unnest($1::bytea[]) WITH ORDINALITY AS t(hash, place)`,
    [hashes],
  );
  const made = await sql.query<{ id: string }>(
    `INSERT INTO materials (author_id, category, state, body, published_at)
     SELECT $2 + 1 + n % ${AUTHORS}, 'life', 'published', 'material ' || n, now() FROM generate_series(1, $1::integer) n RETURNING id`,
    [materials, promoters],
  );
  await sql.query(`INSERT INTO material_stats (material_id, category, listed, hot) SELECT id, category, true, hot_points(1, published_at) FROM materials`);
  await sql.query('ANALYZE');
  return { tokens, materialIds: made.map(({ id }) => id) };
}

/** Draws places 0 … n−1 by Zipf's law: the second is taken half as often as the first, the third a third as often. */
export function zipf(n: number, random: () => number): () => number {
  const cumulated: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= n; rank += 1) cumulated.push((sum += 1 / rank));
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, n - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulated[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
