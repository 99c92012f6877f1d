import { NestFactory } from '@nestjs/core';
import type { DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config';
import { ImagesService } from '../materials/images.service';
import { Database } from '../platform/database/database';
import { dataSourceOptions } from '../platform/database/data-source';
import { JobHandlers } from '../platform/queue/job-handlers';
import { samplePosts } from './posts';
import { SAMPLE_CONNECTION_OPTIONS, SampleClock } from './sample-clock';
import { SampleHistory } from './sample-history';
import { createSamplePeople } from './sample-people';
import { uploadSamplePictures } from './sample-pictures';

/** Undoes a fill that was interrupted, so that the next one begins with an empty hub. Nobody but the sample community was in it. */
export async function undoUnfinishedSample(config: Config, log: (line: string) => void): Promise<void> {
  const dataSource = await new DataSource({ ...dataSourceOptions(config), extra: {} }).initialize();
  try {
    const sql = new Database(dataSource);
    if (!(await SampleClock.isInstalled(sql))) return;
    log('The last start was interrupted while it filled the hub: beginning again');
    await sql.query('DROP SCHEMA public, sample_clock CASCADE');
    await sql.query('CREATE SCHEMA public');
  } finally {
    await dataSource.destroy();
  }
}

/**
 * Fills an empty hub with the sample community, through the services that real promoters go through; the clock alone is set back (see
 * sample-clock.ts). One connection does it all, so that the clock holds for every statement.
 * @param compose the application's modules for a configuration. @returns whether there was anything to fill.
 */
export async function fillSample(compose: (config: Config) => DynamicModule, config: Config, log: (line: string) => void): Promise<boolean> {
  const started = Date.now();
  const own = { ...config, role: 'api', databasePoolSize: 1, databaseOptions: SAMPLE_CONNECTION_OPTIONS } as const;
  const hub = await NestFactory.createApplicationContext(compose(own), { logger: ['error', 'fatal'], abortOnError: false });
  try {
    const sql = hub.get(Database);
    const [found] = await sql.query<{ empty: boolean }>(`SELECT NOT EXISTS (SELECT FROM accounts) AS empty`);
    if (!found?.empty) return false;
    log('Filling the hub with a sample community …');
    const now = new Date();
    const clock = await SampleClock.install(sql);
    await clock.set(now);
    const people = await createSamplePeople(sql, now);
    const imageIds = await uploadSamplePictures(samplePosts, people, hub.get(ImagesService), hub.get(JobHandlers), sql);
    await new SampleHistory(hub, own, clock, people, imageIds).live(samplePosts, now);
    await clock.remove();
    log(`Sample community ready (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    return true;
  } finally {
    await hub.close();
  }
}
