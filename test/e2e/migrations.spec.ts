import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await new DataSource({ ...dataSourceOptions({ databaseUrl: database.url, databasePoolSize: 2 }) }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** Everything in the public schema that a migration can make, one line each. */
async function schema(): Promise<string[]> {
  const rows: { line: string }[] = await dataSource.query(`
    SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS line
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT 'trigger ' || tgrelid::regclass || ' ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT 'function ' || pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT 'options ' || relname || ' ' || array_to_string(reloptions, ',') FROM pg_class WHERE relnamespace = 'public'::regnamespace AND reloptions IS NOT NULL
    ORDER BY 1`);
  return rows.map((row) => row.line);
}

it('down takes back everything that up made, and up makes the same again', async () => {
  const before = await schema();
  expect(before.length).toBeGreaterThan(200);
  for (let left = dataSource.migrations.length; left > 0; left -= 1) await dataSource.undoLastMigration({ transaction: 'each' });
  expect((await schema()).filter((line) => !line.includes('schema_migrations'))).toEqual([]);
  await dataSource.runMigrations({ transaction: 'each' });
  expect(await schema()).toEqual(before);
});
