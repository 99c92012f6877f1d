import { DataSource } from 'typeorm';
import { LedgerService } from '../../src/ledger/ledger.service';
import { verifyLedger } from '../../src/ledger/ledger.verify';
import { Database } from '../../src/platform/database/database';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const ledger = new LedgerService();
let store: TestDatabase;
let database: Database;

beforeAll(async () => {
  store = await createTestDatabase();
  database = new Database(await new DataSource(dataSourceOptions({ databaseUrl: store.url, databasePoolSize: 10 })).initialize());
});
afterAll(async () => {
  await database.dataSource.destroy();
  await store.drop();
});

/** A small generator with a seed, so that a failure can be run again. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

it('invariant 1: at every read during load, balances are the sums of transfers and add up to zero', async () => {
  const people = Array.from({ length: 12 }, (_, n) => `person:${n}`);
  let writing = true;
  let posted = 0;
  const writer = async (seed: number): Promise<void> => {
    const pick = random(seed);
    for (let round = 0; round < 60; round += 1) {
      const lines = Array.from({ length: 1 + pick(6) }, (_, line) => {
        const from = pick(people.length + 3);
        const to = (from + 1 + pick(people.length - 1)) % people.length;
        const debit = people[from] ?? 'treasury';
        return { key: `load:${seed}:${round}:${line}`, debit, credit: people[to] as string, amount: BigInt(1 + pick(50)), kind: 'load' };
      });
      await database
        .transaction((tx) => ledger.post(tx, lines))
        .then(
          () => (posted += 1),
          (error: { code?: string }) => expect(error.code).toBe('ledger.insufficient'),
        );
    }
  };
  const reader = async (): Promise<number> => {
    let reads = 0;
    for (; writing; reads += 1) expect(await verifyLedger(database)).toEqual([]);
    return reads;
  };
  const reads = reader();
  await Promise.all([1, 2, 3, 4, 5, 6].map(writer));
  writing = false;

  expect(posted).toBeGreaterThan(50);
  expect(await reads).toBeGreaterThan(5);
  expect(await verifyLedger(database)).toEqual([]);
});

describe('invariant 10: for the application’s own role transfers are append-only', () => {
  beforeAll(() =>
    database.transaction((tx) => ledger.post(tx, [{ key: 'kept', debit: 'treasury', credit: 'person:0', amount: 7n, kind: 'test' }])),
  );

  it.each([
    ['changed', `UPDATE transfers SET amount = 8 WHERE key = 'kept'`],
    ['changed beyond recognition', `UPDATE transfers SET memo = 'nothing happened'`],
    ['deleted', `DELETE FROM transfers WHERE key = 'kept'`],
    ['truncated', `TRUNCATE transfers CASCADE`],
    [
      'overwritten',
      `INSERT INTO transfers (key, debit_id, credit_id, amount, kind)
       SELECT key, debit_id, credit_id, 8, kind FROM transfers WHERE key = 'kept'
       ON CONFLICT (key) DO UPDATE SET amount = 8`,
    ],
    ['orphaned', `DELETE FROM ledger_accounts WHERE code = 'person:0'`],
  ])('they are not %s', async (_what, statement) => {
    await expect(database.query(statement)).rejects.toThrow(/append-only|foreign key/);
    expect((await ledger.find(database, ['kept'])).get('kept')).toMatchObject({ amount: 7n, memo: null, credit: 'person:0' });
  });

  it.each([
    ['nothing', '0'],
    ['less than nothing', '-1'],
    ['more than the largest', '1000000000000001'],
    ['more than a bigint', '9223372036854775808'],
    ['a fraction', `'1.5'`],
    ['not a number', `'NaN'`],
  ])('the database itself refuses to move %s', async (_what, amount) => {
    const insert = `INSERT INTO transfers (key, debit_id, credit_id, amount, kind)
      SELECT 'bad', debit_id, credit_id, ${amount}, 'bad' FROM transfers WHERE key = 'kept'`;
    await expect(database.query(insert)).rejects.toThrow();
    expect((await ledger.find(database, ['bad'])).size).toBe(0);
  });
});
