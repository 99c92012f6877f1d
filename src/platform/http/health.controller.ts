import { Controller, Get, Inject } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Database } from '../database/database';
import { HubError } from '../errors';
import { QUEUE_BACKEND } from '../queue/bell';
import type { QueueBackend } from '../queue/queue-backend';
import { Public } from './public';

const wellView = z.object({ status: z.literal('ok') });
type WellView = z.infer<typeof wellView>;

@ApiTags('operation')
@Public()
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    @Inject(QUEUE_BACKEND) private readonly queues: QueueBackend,
  ) {}

  /** The process answers. */
  @Get('live')
  @ApiResponse({ status: 200, standardSchema: wellView })
  live(): WellView {
    return { status: 'ok' };
  }

  /** The process can do its work: the database answers and the queue keeps what it is given. */
  @Get('ready')
  @ApiResponse({ status: 200, standardSchema: wellView })
  async ready(): Promise<WellView> {
    await this.database.query('SELECT 1');
    const trouble = await this.queues.misconfiguration();
    if (trouble) throw new HubError('unavailable', 'hub.not-ready', trouble);
    return { status: 'ok' };
  }
}
