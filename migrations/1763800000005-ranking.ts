import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stored computations of the boards. */
export class Ranking1763800000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ranking_runs (
        id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        period          text NOT NULL CHECK (period IN ('day', 'week', 'month', 'all')),
        -- Half-open; the run of all time starts at -infinity and ends at infinity.
        period_start    date NOT NULL,
        period_end      date NOT NULL,
        state           text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed')),
        -- Tries so far: a run that takes its worker down each time is given up.
        attempts        smallint NOT NULL DEFAULT 0,
        formula_version integer NOT NULL,
        -- Facts committed before this moment are in; taken from the database clock when the run starts.
        as_of           timestamptz,
        -- Computed when every fact of the period was in: it may be paid for, and is never pruned.
        final           boolean NOT NULL DEFAULT false,
        -- Fingerprint of everything the boards depend on, as this run saw it: equal means a new run would say the same.
        facts           text,
        requested_by    bigint REFERENCES accounts,
        contributors    integer,
        materials       integer,
        error           text,
        created_at      timestamptz NOT NULL DEFAULT now(),
        started_at      timestamptz,
        finished_at     timestamptz,
        CHECK (period_start < period_end),
        CHECK (state <> 'done' OR (as_of IS NOT NULL AND finished_at IS NOT NULL)),
        CHECK (NOT final OR (state = 'done' AND period <> 'all'))
      );
      CREATE INDEX ranking_runs_latest_idx ON ranking_runs (period, period_start, as_of DESC, id DESC) WHERE state = 'done';
      CREATE INDEX ranking_runs_waiting_idx ON ranking_runs (created_at) WHERE state IN ('queued', 'running');

      -- One line of one board. board is contributors:total, contributors:newcomers, contributors:team:<id> or materials:total.
      CREATE TABLE board_lines (
        run_id        bigint NOT NULL REFERENCES ranking_runs ON DELETE CASCADE,
        board         text NOT NULL,
        rank          integer NOT NULL CHECK (rank > 0),
        previous_rank integer CHECK (previous_rank > 0),
        -- An account for contributors, a material for materials.
        subject_id    bigint NOT NULL,
        score         double precision NOT NULL CHECK (score >= 0),
        reuses        integer NOT NULL,
        teams         integer NOT NULL,
        rating_mean   double precision,
        rating_count  integer NOT NULL,
        -- What the score is made of, so that every line can be opened; only on the two total boards, whose lines the others repeat.
        parts         jsonb NOT NULL DEFAULT '{}',
        PRIMARY KEY (run_id, board, rank),
        CONSTRAINT board_lines_subject_key UNIQUE (run_id, board, subject_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE board_lines, ranking_runs;`);
  }
}
