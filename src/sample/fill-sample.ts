import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config';
import { ImagesService } from '../materials/images.service';
import { Database } from '../platform/database/database';
import { dataSourceOptions } from '../platform/database/data-source';
import type { Sql } from '../platform/database/sql';
import { JobHandlers } from '../platform/queue/job-handlers';
import { samplePosts } from './posts';
import { SAMPLE_CONNECTION_OPTIONS, SampleClock } from './sample-clock';
import { SampleHistory } from './sample-history';
import { createSamplePeople } from './sample-people';
import { uploadSamplePictures } from './sample-pictures';

type Log = (line: string) => void;

/** Undoes a fill that was interrupted, so that the next one begins with an empty hub. Nobody but the sample community was in it. */
export function undoUnfinishedSample(config: Config, log: Log): Promise<void> {
  return withSql(config, async (sql) => {
    if (!(await SampleClock.isInstalled(sql))) return;
    log('The last start was interrupted while it filled the hub: beginning again');
    await sql.query('DROP SCHEMA public, sample_clock CASCADE');
    await sql.query('CREATE SCHEMA public');
  });
}

/**
 * Fills an empty hub with the sample community, through the services that real promoters go through; the clock alone is set back (see
 * sample-clock.ts). One connection does it all, so that the clock holds for every statement.
 * @param compose the application's modules for a configuration. @param signal gives it up; the next start begins again.
 */
export async function fillSample(compose: (config: Config) => DynamicModule, config: Config, log: Log, signal?: AbortSignal): Promise<void> {
  const isEmpty = await withSql(config, async (sql) => (await sql.query(`SELECT FROM accounts LIMIT 1`)).length === 0);
  if (!isEmpty) return;
  log('Filling the hub with a sample community …');
  const started = Date.now();
  const own = { ...config, role: 'api', databasePoolSize: 1, databaseOptions: SAMPLE_CONNECTION_OPTIONS } as const;
  const hub = await NestFactory.createApplicationContext(compose(own), { logger: ['error', 'fatal'], abortOnError: false });
  try {
    const sql = hub.get(Database);
    const now = new Date();
    const clock = await SampleClock.install(sql);
    await clock.set(now);
    const people = await createSamplePeople(sql, now);
    const imageIds = await uploadSamplePictures(samplePosts, people, hub.get(ImagesService, { strict: false }), hub.get(JobHandlers, { strict: false }), signal);
    await new SampleHistory(hub, own, clock, people, imageIds, signal).live(samplePosts, now);
    await clock.remove();
    log(`Sample community ready (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  } finally {
    await hub.close();
  }
}

async function withSql<T>(config: Config, work: (sql: Sql) => Promise<T>): Promise<T> {
  const dataSource = await new DataSource({ ...dataSourceOptions(config), extra: {} }).initialize();
  try {
    return await work(new Database(dataSource));
  } finally {
    await dataSource.destroy();
  }
}
