import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One queue for everything a moderator decides, and the log of what was decided. */
export class Moderation1763800000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reviews (
        id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        subject_kind text NOT NULL,
        subject_id   bigint NOT NULL,
        author_id    bigint NOT NULL REFERENCES accounts,
        state        text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'decided', 'withdrawn')),
        flags        jsonb NOT NULL DEFAULT '[]',
        -- Raised by every change: a decision names the version it was made on, so two moderators cannot decide one state.
        version      integer NOT NULL DEFAULT 1,
        decision     text CHECK (decision IN ('approve', 'return', 'reject')),
        reason       text CHECK (length(reason) <= 500),
        opened_at    timestamptz NOT NULL DEFAULT now(),
        decided_at   timestamptz,
        decided_by   bigint REFERENCES accounts,
        CONSTRAINT reviews_decided_whole CHECK ((state = 'decided') = (decision IS NOT NULL AND decided_at IS NOT NULL AND decided_by IS NOT NULL)),
        CONSTRAINT reviews_not_own CHECK (decided_by <> author_id)
      );
      CREATE UNIQUE INDEX reviews_one_open_key ON reviews (subject_kind, subject_id) WHERE state = 'open';
      CREATE INDEX reviews_queue_idx ON reviews (id) WHERE state = 'open';
      CREATE INDEX reviews_subject_idx ON reviews (subject_kind, subject_id, id DESC);
      CREATE INDEX reviews_author_idx ON reviews (author_id, decision) WHERE state = 'decided';
      CREATE INDEX reviews_decided_idx ON reviews (decided_at) WHERE state = 'decided';

      CREATE TABLE moderation_actions (
        id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        actor_id     bigint NOT NULL REFERENCES accounts,
        action       text NOT NULL,
        subject_kind text NOT NULL,
        subject_id   bigint NOT NULL,
        review_id    bigint REFERENCES reviews,
        reason       text,
        -- The action this one takes back, at most once.
        reverses_id  bigint CONSTRAINT moderation_actions_reverses_key UNIQUE REFERENCES moderation_actions,
        created_at   timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX moderation_actions_subject_idx ON moderation_actions (subject_kind, subject_id, id);
      CREATE INDEX moderation_actions_actor_idx ON moderation_actions (actor_id, id DESC);
      CREATE TRIGGER moderation_actions_append_only BEFORE UPDATE OR DELETE ON moderation_actions
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER moderation_actions_keep BEFORE TRUNCATE ON moderation_actions
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE moderation_actions, reviews;`);
  }
}
