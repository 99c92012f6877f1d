import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Double entry in whole points: every transfer takes from one account what it gives to another, and nothing is ever rewritten. */
export class Ledger1763800000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger_accounts (
        id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        -- What it is for, e.g. treasury, round:7, held:42, available:42.
        code       text NOT NULL CONSTRAINT ledger_accounts_code_key UNIQUE,
        balance    bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        -- Points are issued by the treasury alone, so it alone may owe.
        CONSTRAINT ledger_accounts_covered CHECK (balance >= 0 OR code = 'treasury')
      );

      CREATE TABLE transfers (
        id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        -- Names the fact that is paid for; the same key never moves points twice.
        key         text NOT NULL CONSTRAINT transfers_key_key UNIQUE,
        debit_id    bigint NOT NULL REFERENCES ledger_accounts,
        credit_id   bigint NOT NULL REFERENCES ledger_accounts,
        amount      bigint NOT NULL CHECK (amount BETWEEN 1 AND 1000000000000000),
        kind        text NOT NULL,
        memo        text,
        reverses_id bigint CONSTRAINT transfers_reverses_key UNIQUE REFERENCES transfers,
        created_at  timestamptz NOT NULL DEFAULT now(),
        CHECK (debit_id <> credit_id)
      );
      CREATE INDEX transfers_debit_idx ON transfers (debit_id, id DESC);
      CREATE INDEX transfers_credit_idx ON transfers (credit_id, id DESC);
      CREATE TRIGGER transfers_append_only BEFORE UPDATE OR DELETE ON transfers
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER transfers_keep BEFORE TRUNCATE ON transfers
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE transfers, ledger_accounts;`);
  }
}
