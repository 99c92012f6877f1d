import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures by content, posts, and the counters a feed is sorted by. */
export class Materials1763800000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row per distinct file content, whoever uploaded it; the files themselves are named by the hash.
      CREATE TABLE pictures (
        sha256         bytea PRIMARY KEY CHECK (length(sha256) = 32),
        state          text NOT NULL DEFAULT 'processing' CHECK (state IN ('processing', 'ready', 'refused')),
        refusal        text,
        bytes          bigint NOT NULL CHECK (bytes > 0),
        width          integer NOT NULL CHECK (width > 0),
        height         integer NOT NULL CHECK (height > 0),
        dhash          bigint,
        phash          bigint,
        created_at     timestamptz NOT NULL DEFAULT now(),
        processed_at   timestamptz,
        CHECK ((state = 'refused') = (refusal IS NOT NULL)),
        CHECK (state <> 'ready' OR (dhash IS NOT NULL AND phash IS NOT NULL))
      );
      CREATE INDEX pictures_processing_idx ON pictures (created_at) WHERE state = 'processing';

      -- One row per upload. The key is the unguessable part of the address it is served under.
      CREATE TABLE images (
        id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        owner_id   bigint NOT NULL REFERENCES accounts,
        sha256     bytea NOT NULL REFERENCES pictures,
        key        text NOT NULL CONSTRAINT images_key_key UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX images_owner_idx ON images (owner_id, id DESC);
      CREATE INDEX images_sha256_idx ON images (sha256);

      CREATE TABLE materials (
        id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        author_id      bigint NOT NULL REFERENCES accounts,
        category       text NOT NULL CHECK (category IN ('hot', 'inspected', 'life', 'tips', 'greeting', 'recruit', 'festival', 'interactive')),
        state          text NOT NULL CHECK (state IN ('draft', 'in_review', 'published', 'retired', 'removed')),
        body           text NOT NULL CHECK (length(body) BETWEEN 1 AND 2000),
        comment_text   text CHECK (length(comment_text) BETWEEN 1 AND 500),
        tags           text[] NOT NULL DEFAULT '{}' CHECK (cardinality(tags) <= 8),
        variants       text[] NOT NULL DEFAULT '{}' CHECK (cardinality(variants) <= 5),
        version        integer NOT NULL DEFAULT 1,
        created_at     timestamptz NOT NULL DEFAULT now(),
        updated_at     timestamptz NOT NULL DEFAULT now(),
        published_at   timestamptz,
        retired_at     timestamptz,
        CHECK (state NOT IN ('published', 'retired') OR published_at IS NOT NULL)
      );
      CREATE INDEX materials_author_idx ON materials (author_id, id DESC);
      CREATE INDEX materials_new_idx ON materials (published_at DESC, id DESC) WHERE state = 'published';
      CREATE INDEX materials_category_new_idx ON materials (category, published_at DESC, id DESC) WHERE state = 'published';
      CREATE INDEX materials_author_new_idx ON materials (author_id, published_at DESC, id DESC) WHERE state = 'published';

      CREATE TABLE material_images (
        material_id bigint NOT NULL REFERENCES materials,
        position    smallint NOT NULL CHECK (position BETWEEN 0 AND 8),
        image_id    bigint NOT NULL REFERENCES images,
        PRIMARY KEY (material_id, position),
        CONSTRAINT material_images_once_key UNIQUE (material_id, image_id)
      );
      CREATE INDEX material_images_image_idx ON material_images (image_id);

      -- Apart from the post because it changes with every batch of reuses. Made when a material is first published; listed while it is.
      CREATE TABLE material_stats (
        material_id  bigint PRIMARY KEY REFERENCES materials,
        category     text NOT NULL,
        listed       boolean NOT NULL,
        reuse_count  integer NOT NULL DEFAULT 0 CHECK (reuse_count >= 0),
        team_count   integer NOT NULL DEFAULT 0 CHECK (team_count >= 0),
        rating_count integer NOT NULL DEFAULT 0 CHECK (rating_count >= 0),
        rating_sum   integer NOT NULL DEFAULT 0 CHECK (rating_sum BETWEEN rating_count AND 5 * rating_count),
        -- log2 of the forward-decayed sum of reuses; see hot-score.ts.
        hot          double precision NOT NULL
      ) WITH (fillfactor = 70);
      CREATE INDEX material_stats_hot_idx ON material_stats (hot DESC, material_id DESC) WHERE listed;
      CREATE INDEX material_stats_category_hot_idx ON material_stats (category, hot DESC, material_id DESC) WHERE listed;

      -- Forward decay in log2, so that it neither overflows nor needs re-computing: a point given one half-life (24 h) later weighs
      -- twice as much. hot-score.ts is the reference these two are tested against.
      CREATE FUNCTION hot_points(weight double precision, at timestamptz) RETURNS double precision LANGUAGE sql STABLE AS
        $$ SELECT ln(weight) / ln(2) + (extract(epoch FROM at)::double precision - 1767225600) / 86400 $$;
      -- 2^-60 is nothing beside 1; without the bound power() reports an underflow.
      CREATE FUNCTION hot_add(hot double precision, points double precision) RETURNS double precision LANGUAGE sql IMMUTABLE AS
        $$ SELECT greatest(hot, points) + ln(1 + power(2, -least(abs(hot - points), 60))) / ln(2) $$;

      CREATE TABLE picks (
        material_id  bigint PRIMARY KEY REFERENCES materials,
        moderator_id bigint NOT NULL REFERENCES accounts,
        note         text NOT NULL CHECK (length(note) BETWEEN 1 AND 500),
        picked_at    timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX picks_order_idx ON picks (picked_at DESC, material_id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE picks, material_stats, material_images, materials, images, pictures;
      DROP FUNCTION hot_add, hot_points;
    `);
  }
}
