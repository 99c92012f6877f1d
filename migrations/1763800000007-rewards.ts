import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One period's issue of awards under a frozen plan. */
export class Rewards1763800000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reward_rounds (
        id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        state           text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'frozen', 'previewed', 'approved', 'issued', 'released')),
        plan            jsonb NOT NULL,
        period          text NOT NULL CHECK (period IN ('day', 'week', 'month')),
        period_start    date NOT NULL,
        period_end      date NOT NULL,
        budget          bigint NOT NULL CHECK (budget BETWEEN 1 AND 1000000000000000),
        run_id          bigint REFERENCES ranking_runs,
        facts_hash      text,
        awarded         bigint CHECK (awarded BETWEEN 0 AND budget),
        -- The client's own name for its request: the same key with the same plan is the same round.
        idempotency_key text,
        -- Last award whose transfer of the present stage (paying into held, later releasing) is in the ledger: where a killed job goes on.
        settled_through bigint NOT NULL DEFAULT 0,
        created_by      bigint NOT NULL REFERENCES accounts,
        approved_by     bigint REFERENCES accounts,
        created_at      timestamptz NOT NULL DEFAULT now(),
        frozen_at       timestamptz,
        previewed_at    timestamptz,
        approved_at     timestamptz,
        issued_at       timestamptz,
        release_at      timestamptz,
        released_at     timestamptz,
        CONSTRAINT reward_rounds_idempotency_key UNIQUE (created_by, idempotency_key),
        CHECK (period_start < period_end),
        CHECK (state = 'open' OR (facts_hash IS NOT NULL AND run_id IS NOT NULL)),
        CHECK (state IN ('open', 'frozen') OR awarded IS NOT NULL),
        CHECK (state NOT IN ('approved', 'issued', 'released') OR approved_by IS NOT NULL)
      );
      CREATE INDEX reward_rounds_newest_idx ON reward_rounds (id DESC);
      CREATE INDEX reward_rounds_due_idx ON reward_rounds (id) WHERE state IN ('approved', 'issued');

      -- What the round is computed from, copied when it was frozen: the boards may move on, these lines may not.
      CREATE TABLE round_facts (
        round_id    bigint NOT NULL REFERENCES reward_rounds,
        account_id  bigint NOT NULL REFERENCES accounts,
        rank        integer NOT NULL CHECK (rank > 0),
        -- Millionths of a score point: integers split the same way on every machine.
        score_micro bigint NOT NULL CHECK (score_micro >= 0),
        newcomer    boolean NOT NULL,
        PRIMARY KEY (round_id, account_id)
      );
      CREATE TRIGGER round_facts_append_only BEFORE UPDATE OR DELETE ON round_facts
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER round_facts_keep BEFORE TRUNCATE ON round_facts
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE awards (
        id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        round_id    bigint NOT NULL REFERENCES reward_rounds,
        account_id  bigint NOT NULL REFERENCES accounts,
        -- Which rule of the plan, by its place there: a plan may hold two rules of one kind.
        rule_index  smallint NOT NULL CHECK (rule_index >= 0),
        rule        text NOT NULL,
        amount      bigint NOT NULL CHECK (amount > 0),
        explanation jsonb NOT NULL,
        CONSTRAINT awards_once_key UNIQUE (round_id, account_id, rule_index)
      );
      CREATE INDEX awards_round_idx ON awards (round_id, id);
      CREATE INDEX awards_account_idx ON awards (account_id, id DESC);

      -- What was approved is what is paid: awards come and go with previews only.
      CREATE FUNCTION refuse_settled_award() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM reward_rounds WHERE id = coalesce(NEW.round_id, OLD.round_id) AND state IN ('frozen', 'previewed');
        IF NOT FOUND THEN
          RAISE EXCEPTION 'the awards of this round are settled' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
      CREATE TRIGGER awards_settled BEFORE INSERT OR DELETE ON awards
        FOR EACH ROW EXECUTE FUNCTION refuse_settled_award();
      CREATE TRIGGER awards_append_only BEFORE UPDATE ON awards
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER awards_keep BEFORE TRUNCATE ON awards
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE awards, round_facts, reward_rounds;
      DROP FUNCTION refuse_settled_award;
    `);
  }
}
