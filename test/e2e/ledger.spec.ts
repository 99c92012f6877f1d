import { DataSource } from 'typeorm';
import { LedgerService, type Transfer } from '../../src/ledger/ledger.service';
import { verifyLedger } from '../../src/ledger/ledger.verify';
import { Database } from '../../src/platform/database/database';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const ledger = new LedgerService();
let store: TestDatabase;
let database: Database;

beforeAll(async () => {
  store = await createTestDatabase();
  database = new Database(await new DataSource(dataSourceOptions({ databaseUrl: store.url, databasePoolSize: 8 })).initialize());
});
afterAll(async () => {
  expect(await verifyLedger(database)).toEqual([]);
  await database.dataSource.destroy();
  await store.drop();
});

let serial = 0;
/** An account nobody else in this file uses. */
const fresh = (): string => `test:${(serial += 1)}`;
const transfer = (debit: string, credit: string, amount: bigint, key = `key-${(serial += 1)}`): Transfer => ({
  key,
  debit,
  credit,
  amount,
  kind: 'test',
});
const post = (...transfers: Transfer[]): Promise<string[]> => database.transaction((tx) => ledger.post(tx, transfers));
const reverse = (key: string, transferKey: string): Promise<string> =>
  database.transaction((tx) => ledger.reverse(tx, key, transferKey, 'because'));
const balance = async (code: string): Promise<bigint | undefined> => (await ledger.balances(database, [code])).get(code);
const refusal = (code: string): object => ({ code });

describe('posting', () => {
  it('moves points from debit to credit and opens accounts on the way', async () => {
    const [a, b] = [fresh(), fresh()];
    const ids = await post(transfer('treasury', a, 100n), transfer(a, b, 30n));
    expect(ids).toHaveLength(2);
    expect([await balance(a), await balance(b), await balance(fresh())]).toEqual([70n, 30n, 0n]);
  });

  it('answers a repeated key like the first time and moves nothing', async () => {
    const a = fresh();
    const once = transfer('treasury', a, 5n);
    const first = await post(once);
    expect(await post(once)).toEqual(first);
    expect(await post(once, transfer('treasury', a, 1n), once)).toEqual([first[0], expect.any(String), first[0]]);
    expect(await balance(a)).toBe(6n);
  });

  it('refuses a key that stands for something else, and with it the whole posting', async () => {
    const [a, b] = [fresh(), fresh()];
    const once = transfer('treasury', a, 5n);
    await post(once);
    for (const other of [{ amount: 6n }, { credit: b }, { kind: 'other' }, { memo: 'other' }]) {
      await expect(post(transfer('treasury', b, 1n), { ...once, ...other })).rejects.toMatchObject(refusal('ledger.key-conflict'));
    }
    expect([await balance(a), await balance(b)]).toEqual([5n, 0n]);
  });

  it('refuses what a balance does not cover, and with it the whole posting', async () => {
    const [a, b] = [fresh(), fresh()];
    await post(transfer('treasury', a, 10n));
    await expect(post(transfer('treasury', b, 1n), transfer(a, b, 11n))).rejects.toMatchObject(refusal('ledger.insufficient'));
    expect([await balance(a), await balance(b)]).toEqual([10n, 0n]);
  });

  it('pays one of many that want the same points', async () => {
    const [a, b] = [fresh(), fresh()];
    await post(transfer('treasury', a, 10n));
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => post(transfer(a, b, 10n))));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    expect([await balance(a), await balance(b)]).toEqual([0n, 10n]);
  });

  it('lets opposite transfers over the same accounts pass each other', async () => {
    const codes = Array.from({ length: 6 }, fresh);
    await post(...codes.map((code) => transfer('treasury', code, 1_000n)));
    const circle = (step: number): Transfer[] => codes.map((code, index) => transfer(code, codes[(index + step + 6) % 6]!, 1n));
    await Promise.all(Array.from({ length: 60 }, (_, n) => post(...circle(n % 2 ? 1 : -1))));
    expect([...(await ledger.balances(database, codes)).values()]).toEqual(codes.map(() => 1_000n));
  });

  // Invariant 11.
  it.each([0n, -1n, 10n ** 15n + 1n, 2n ** 63n])('refuses an amount of %s', async (amount) => {
    await expect(post(transfer('treasury', fresh(), amount))).rejects.toMatchObject(refusal('ledger.amount'));
  });

  it('keeps amounts beyond the range of a JSON number exact', async () => {
    const a = fresh();
    await post(...Array.from({ length: 10 }, () => transfer('treasury', a, 10n ** 15n - 1n)));
    expect(await balance(a)).toBe(10n ** 16n - 10n);
  });
});

describe('a reversal', () => {
  it('gives everything back and can be repeated', async () => {
    const [a, b] = [fresh(), fresh()];
    const wrong = transfer(a, b, 4n);
    await post(transfer('treasury', a, 10n), wrong);
    const id = await reverse(`undo-${wrong.key}`, wrong.key);
    expect(await reverse(`undo-${wrong.key}`, wrong.key)).toBe(id);
    expect([await balance(a), await balance(b)]).toEqual([10n, 0n]);
  });

  // Invariant 10.
  it('happens once, however many ask for it at once', async () => {
    const [a, b] = [fresh(), fresh()];
    const wrong = transfer(a, b, 4n);
    await post(transfer('treasury', a, 10n), transfer('treasury', b, 10n), wrong);
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => reverse(`undo-${n}-${wrong.key}`, wrong.key)));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'ledger.already-reversed' });
    }
    expect([await balance(a), await balance(b)]).toEqual([10n, 10n]);
  });

  it('is refused for what does not exist, is a reversal itself, or was spent', async () => {
    const [a, b] = [fresh(), fresh()];
    const paid = transfer('treasury', a, 4n);
    await post(paid, transfer(a, b, 1n));
    await expect(reverse('undo-nothing', 'no such key')).rejects.toMatchObject(refusal('ledger.not-reversible'));
    await expect(reverse(`undo-${paid.key}`, paid.key)).rejects.toMatchObject(refusal('ledger.insufficient'));
    await post(transfer(b, a, 1n));
    await reverse(`undo-${paid.key}`, paid.key);
    await expect(reverse('undo-undo', `undo-${paid.key}`)).rejects.toMatchObject(refusal('ledger.not-reversible'));
  });
});

it('a statement lists what touched the accounts, newest first, page by page', async () => {
  const [a, b, c] = [fresh(), fresh(), fresh()];
  const lines = [transfer('treasury', a, 9n), transfer(a, b, 5n), transfer(b, c, 2n), transfer('treasury', c, 1n), transfer(b, a, 1n)];
  await post(...lines);
  const first = await ledger.statement(database, [a, b], undefined, 2);
  const second = await ledger.statement(database, [a, b], first[1]?.id, 2);
  expect([...first, ...second].map(({ key, debit, credit, amount }) => [key, debit, credit, amount])).toEqual(
    [4, 2, 1, 0].map((index) => [lines[index]!.key, lines[index]!.debit, lines[index]!.credit, lines[index]!.amount]),
  );
  expect(await ledger.netByKind(database, [a, b])).toEqual(new Map([['test', 7n]]));
});
