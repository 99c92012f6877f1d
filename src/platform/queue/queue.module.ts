import { Global, Logger, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config';
import { Bell, QUEUE_BACKEND } from './bell';
import { JobHandlers } from './job-handlers';
import { openQueueBackend } from './queue-backend';
import { Workers } from './workers';

const logger = new Logger('Queue');

@Global()
@Module({
  providers: [
    {
      provide: QUEUE_BACKEND,
      inject: [CONFIG],
      useFactory: (config: Config) => openQueueBackend(config, (error) => logger.warn(error.message)),
    },
    JobHandlers,
    Bell,
    Workers,
  ],
  exports: [Bell, JobHandlers, QUEUE_BACKEND],
})
export class QueueModule {}
