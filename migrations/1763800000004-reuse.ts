import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every act of reuse as it was recorded, and what it amounts to per pair, per day and per team. */
export class Reuse1763800000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reuse_events (
        -- Made by the client (UUIDv7): the same id never counts twice.
        id          uuid PRIMARY KEY,
        account_id  bigint NOT NULL REFERENCES accounts,
        material_id bigint NOT NULL REFERENCES materials,
        kind        text NOT NULL CHECK (kind IN ('copied', 'saved', 'poster', 'sent', 'clicked', 'ordered')),
        -- Why it can never count (own material, over the daily cap …); decided once, when it was recorded. Without one it counts
        -- as far as the pair had not reached its rung before.
        refusal     text,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        day         date NOT NULL
      );
      CREATE INDEX reuse_events_refused_idx ON reuse_events (account_id, day) WHERE refusal IS NOT NULL;
      CREATE TRIGGER reuse_events_append_only BEFORE UPDATE OR DELETE ON reuse_events
        FOR EACH ROW EXECUTE FUNCTION refuse_change();

      -- One promoter's use of one material, ever. The pair belongs to the team the promoter was in when it began: credit earned there stays there.
      CREATE TABLE reuses (
        material_id bigint NOT NULL REFERENCES materials,
        account_id  bigint NOT NULL REFERENCES accounts,
        -- Copied by the counting statement from rows whose keys are checked already, like every column of the tables below.
        author_id   bigint NOT NULL,
        team_id     bigint,
        own_team    boolean NOT NULL,
        rung        smallint NOT NULL CHECK (rung BETWEEN 1 AND 5),
        -- The rung before the last event, 0 at first: tells the batch what it just added.
        prior_rung  smallint NOT NULL DEFAULT 0 CHECK (prior_rung <= rung),
        first_at    timestamptz NOT NULL DEFAULT now(),
        saved_at    timestamptz,
        sent_at     timestamptz,
        PRIMARY KEY (material_id, account_id),
        CONSTRAINT reuses_not_own CHECK (account_id <> author_id)
      ) WITH (fillfactor = 80);

      -- The same pair per calendar day at the highest rung reached that day: what the boards of a period are computed from.
      CREATE TABLE reuse_days (
        day         date NOT NULL,
        material_id bigint NOT NULL,
        account_id  bigint NOT NULL,
        author_id   bigint NOT NULL,
        team_id     bigint,
        own_team    boolean NOT NULL,
        rung        smallint NOT NULL CHECK (rung BETWEEN 1 AND 5),
        prior_rung  smallint NOT NULL DEFAULT 0,
        first_rung  smallint NOT NULL,
        first_at    timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (day, material_id, account_id)
      ) WITH (fillfactor = 80);
      CREATE INDEX reuse_days_account_idx ON reuse_days (account_id, day);

      CREATE TABLE reuse_teams (
        material_id bigint NOT NULL,
        team_id     bigint NOT NULL,
        PRIMARY KEY (material_id, team_id)
      );

      -- Only who reused may rate: the key to reuses says so.
      CREATE TABLE ratings (
        material_id bigint NOT NULL,
        account_id  bigint NOT NULL,
        stars       smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
        -- The stars before the last change, 0 at first: tells what to add to the material's sums.
        prior_stars smallint NOT NULL DEFAULT 0,
        note        text CHECK (length(note) BETWEEN 1 AND 300),
        created_at  timestamptz NOT NULL DEFAULT now(),
        updated_at  timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (material_id, account_id),
        CONSTRAINT ratings_needs_reuse FOREIGN KEY (material_id, account_id) REFERENCES reuses
      );
      CREATE INDEX ratings_newest_idx ON ratings (material_id, updated_at DESC, account_id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ratings, reuse_teams, reuse_days, reuses, reuse_events;`);
  }
}
