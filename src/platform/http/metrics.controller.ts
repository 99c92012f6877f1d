import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Bell } from '../queue/bell';
import { Public } from './public';

/** Prometheus text: this process, and how many jobs wait. */
@ApiExcludeController()
@Public()
@Controller('metrics')
export class MetricsController {
  private readonly registry = new Registry();

  constructor(bell: Bell) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'material_zone_jobs',
      help: 'Jobs by queue and state',
      labelNames: ['queue', 'state'],
      registers: [this.registry],
      async collect() {
        for (const { queue, state, jobs } of await bell.counts()) this.set({ queue, state }, jobs);
      },
    });
  }

  @Get()
  @Header('content-type', Registry.PROMETHEUS_CONTENT_TYPE)
  metrics(): Promise<string> {
    return this.registry.metrics();
  }
}
