import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

const SLOW_MS = 1_000;

/** One structured line per request; what went well and fast is only told at `debug`. Addresses and queries stay out of the log. */
export function logRequests(fastify: FastifyInstance): void {
  const logger = new Logger('Request');
  fastify.addHook('onResponse', async (request, reply) => {
    const account = (request as { account?: { id: string } }).account?.id;
    const line = {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...(account === undefined ? {} : { account }),
    };
    if (reply.statusCode >= 500 || reply.elapsedTime > SLOW_MS) logger.warn(line);
    else logger.debug(line);
  });
  fastify.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
}
