import { onlyRow, type Sql } from '../platform/database/sql';
import type { Day, Period, PeriodKind } from './periods';

export type RunState = 'queued' | 'running' | 'done' | 'failed';

/** A run at any point of its life. */
export interface RankingRun {
  readonly id: string;
  readonly state: RunState;
  readonly period: PeriodKind;
  readonly start: Day;
  readonly end: Day;
  readonly asOf: Date | null;
  readonly contributors: number | null;
  readonly materials: number | null;
  readonly error: string | null;
}

/** How long after its end a batch of reuses that began inside a period may still be committing. */
export const SETTLING_SECONDS = 60;
/** A replaced run stays this long for whoever is paging through it. */
const SUPERSEDED_MINUTES = 15;

/** The calendar day it is, by the database's clock in the hub's zone. */
export async function today(sql: Sql, timeZone: string): Promise<Day> {
  return onlyRow(await sql.query<{ today: Day }>(`SELECT (now() AT TIME ZONE $1)::date AS today`, [timeZone])).today;
}

export async function insertRun(sql: Sql, period: Period, formulaVersion: number, requestedBy: string | null): Promise<string> {
  const rows = await sql.query<{ id: string }>(
    `INSERT INTO ranking_runs (period, period_start, period_end, formula_version, requested_by, created_at)
     VALUES ($1, $2, $3, $4, $5, now()) RETURNING id`,
    [period.kind, period.start, period.end, formulaVersion, requestedBy],
  );
  return onlyRow(rows).id;
}

export async function findRun(sql: Sql, id: string): Promise<RankingRun | undefined> {
  const rows = await sql.query<RankingRun>(
    `SELECT id, state, period, period_start AS start, period_end AS "end", as_of AS "asOf", contributors, materials, error
     FROM ranking_runs WHERE id = $1`,
    [id],
  );
  return rows[0];
}

/**
 * Says that somebody tries, and counts the tries: a run that kills its worker each time must end. It claims nothing, {@link lockRun} does.
 * @returns which try this is; undefined when the run is finished, or somebody else is at it.
 */
export async function beginAttempt(sql: Sql, id: string): Promise<number | undefined> {
  const rows = await sql.query<{ attempts: number }>(
    `UPDATE ranking_runs SET state = 'running', attempts = attempts + 1, started_at = now()
     WHERE id = (SELECT id FROM ranking_runs WHERE id = $1 AND state IN ('queued', 'running') FOR UPDATE SKIP LOCKED)
     RETURNING attempts`,
    [id],
  );
  return rows[0]?.attempts;
}

/**
 * Claims a run until the transaction ends. The row lock is the claim: two workers never compute one run, a worker that was only
 * stopped keeps it, and one that died gives it back at once because the server rolls back for it.
 * @returns undefined when it is finished, or somebody else is at it.
 */
export async function lockRun(sql: Sql, id: string): Promise<Period | undefined> {
  const rows = await sql.query<Period>(
    `SELECT period AS kind, period_start AS start, period_end AS "end"
     FROM ranking_runs WHERE id = $1 AND state = 'running' FOR UPDATE SKIP LOCKED`,
    [id],
  );
  return rows[0];
}

export interface RunResult {
  readonly formulaVersion: number;
  /** Fingerprint of the facts this run saw. */
  readonly facts: string;
  readonly contributors: number;
  readonly materials: number;
}

export async function finishRun(sql: Sql, id: string, result: RunResult, timeZone: string): Promise<void> {
  await sql.query(
    `UPDATE ranking_runs
     SET state = 'done', as_of = now(), formula_version = $2, facts = $3, contributors = $4, materials = $5, finished_at = clock_timestamp(),
         final = period <> 'all' AND now() >= (period_end::timestamp AT TIME ZONE $6) + make_interval(secs => $7)
     WHERE id = $1`,
    [id, result.formulaVersion, result.facts, result.contributors, result.materials, timeZone, SETTLING_SECONDS],
  );
}

export async function failRun(sql: Sql, id: string, reason: string): Promise<void> {
  await sql.query(
    `UPDATE ranking_runs SET state = 'failed', error = left($2, 500), finished_at = now() WHERE id = $1 AND state = 'running'`,
    [id, reason],
  );
}

/** Runs nobody finished, oldest first; those under way are among them, and {@link lockRun} tells them apart. */
export async function waitingRuns(sql: Sql, limit: number): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `SELECT id FROM ranking_runs WHERE state IN ('queued', 'running') ORDER BY created_at, id LIMIT $1`,
    [limit],
  );
  return rows.map((row) => row.id);
}

/**
 * Deletes the runs that were replaced in the period of this one, some time ago. Final runs stay, because money and previous ranks
 * refer to them; of the runs of all time the last of each day stays. Lines go with their run.
 */
export async function pruneRuns(sql: Sql, id: string, timeZone: string): Promise<void> {
  await sql.query(
    `DELETE FROM ranking_runs old USING ranking_runs new
     WHERE new.id = $1 AND old.period = new.period AND old.period_start = new.period_start
       AND old.state IN ('done', 'failed') AND NOT old.final
       AND EXISTS (
         SELECT 1 FROM ranking_runs later
         WHERE later.state = 'done' AND later.period = old.period AND later.period_start = old.period_start
           AND (later.as_of, later.id) > (coalesce(old.as_of, old.finished_at), old.id) AND later.as_of < now() - make_interval(mins => $3)
           AND (old.period <> 'all' OR (later.as_of AT TIME ZONE $2)::date = (coalesce(old.as_of, old.finished_at) AT TIME ZONE $2)::date))`,
    [id, timeZone, SUPERSEDED_MINUTES],
  );
}

/** The latest run of all time that was computed before today: whose ranks are the previous ones. */
export async function runOfEarlierDay(sql: Sql, timeZone: string): Promise<string | undefined> {
  const rows = await sql.query<{ id: string }>(
    `SELECT id FROM ranking_runs
     WHERE state = 'done' AND period = 'all' AND period_start = '-infinity'
       AND as_of < date_trunc('day', now() AT TIME ZONE $1) AT TIME ZONE $1
     ORDER BY as_of DESC, id DESC LIMIT 1`,
    [timeZone],
  );
  return rows[0]?.id;
}

/**
 * Which of these periods need a final run: over for long enough, with something in them, and no final run done or on its way.
 * @returns in the order given.
 */
export async function periodsToClose(sql: Sql, periods: readonly Period[], timeZone: string): Promise<Period[]> {
  return sql.query<Period>(
    `SELECT p.kind, p.start, p."end"
     FROM unnest($1::text[], $2::date[], $3::date[]) WITH ORDINALITY AS p(kind, start, "end", position)
     WHERE now() >= (p."end"::timestamp AT TIME ZONE $4) + make_interval(secs => $5)
       AND EXISTS (SELECT 1 FROM reuse_days d WHERE d.day >= p.start AND d.day < p."end")
       AND NOT EXISTS (
         SELECT 1 FROM ranking_runs r
         WHERE r.period = p.kind AND r.period_start = p.start AND (r.final OR r.state IN ('queued', 'running')))
     ORDER BY p.position`,
    [periods.map((p) => p.kind), periods.map((p) => p.start), periods.map((p) => p.end), timeZone, SETTLING_SECONDS],
  );
}

/**
 * Which of these periods deserve a new run: they hold something, none is on its way, and the hub's facts are not those their
 * latest run saw. @param facts fingerprint of the facts as they are now.
 */
export async function periodsToRefresh(sql: Sql, periods: readonly Period[], facts: string): Promise<Period[]> {
  return sql.query<Period>(
    `SELECT p.kind, p.start, p."end"
     FROM unnest($1::text[], $2::date[], $3::date[]) WITH ORDINALITY AS p(kind, start, "end", position)
     WHERE EXISTS (SELECT 1 FROM reuse_days d WHERE d.day >= p.start AND d.day < p."end")
       AND NOT EXISTS (SELECT 1 FROM ranking_runs r WHERE r.period = p.kind AND r.period_start = p.start AND r.state IN ('queued', 'running'))
       AND (SELECT r.facts FROM ranking_runs r WHERE r.state = 'done' AND r.period = p.kind AND r.period_start = p.start
            ORDER BY r.as_of DESC, r.id DESC LIMIT 1) IS DISTINCT FROM $4
     ORDER BY p.position`,
    [periods.map((p) => p.kind), periods.map((p) => p.start), periods.map((p) => p.end), facts],
  );
}
