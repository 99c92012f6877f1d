import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their teams, the codes that let them in and the sessions that keep them in. */
export class Accounts1763800000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Facts are added, never changed: every append-only table calls this. It holds for the owner of the tables too.
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
      END $$;

      CREATE TABLE teams (
        id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name       text NOT NULL CONSTRAINT teams_name_key UNIQUE CHECK (length(name) BETWEEN 1 AND 40),
        leader_id  bigint,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE accounts (
        id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name          text NOT NULL CHECK (length(name) BETWEEN 2 AND 40),
        display_name  text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 40),
        password_hash text NOT NULL,
        role          text NOT NULL DEFAULT 'promoter' CHECK (role IN ('promoter', 'moderator', 'admin')),
        trust_level   smallint NOT NULL DEFAULT 0 CHECK (trust_level BETWEEN 0 AND 3),
        state         text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'suspended')),
        team_id       bigint REFERENCES teams,
        created_at    timestamptz NOT NULL DEFAULT now()
      );
      -- Sign-in names are one name whatever the capitals.
      CREATE UNIQUE INDEX accounts_name_key ON accounts (lower(name));
      CREATE INDEX accounts_team_idx ON accounts (team_id);
      ALTER TABLE teams ADD CONSTRAINT teams_leader_fk FOREIGN KEY (leader_id) REFERENCES accounts;

      -- Only the hash of a token is kept: a copy of this table opens no session.
      CREATE TABLE sessions (
        token_hash bytea PRIMARY KEY,
        account_id bigint NOT NULL REFERENCES accounts,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      );
      CREATE INDEX sessions_account_idx ON sessions (account_id) WHERE revoked_at IS NULL;

      CREATE TABLE invites (
        code       text PRIMARY KEY,
        created_by bigint REFERENCES accounts,
        team_id    bigint REFERENCES teams,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at    timestamptz,
        used_by    bigint CONSTRAINT invites_used_by_key UNIQUE REFERENCES accounts,
        CHECK ((used_at IS NULL) = (used_by IS NULL))
      );
      CREATE INDEX invites_creator_idx ON invites (created_by, created_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE invites, sessions;
      ALTER TABLE teams DROP CONSTRAINT teams_leader_fk;
      DROP TABLE accounts, teams;
      DROP FUNCTION refuse_change;
    `);
  }
}
