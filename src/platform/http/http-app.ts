import { randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../config/config';
import { HubLogger } from './hub-logger';
import { logRequests } from './request-log';
import { serveOpenApi } from './openapi';
import { ProblemFilter } from './problem.filter';
import { validation } from './validation';
import { serveWeb } from './web-files';

const BODY_LIMIT_BYTES = 256 * 1024;
/** One byte more than a picture may have: what is longer is cut off here, and refused where the bytes are counted. */
const PICTURE_LIMIT_BYTES = 15 * 1024 * 1024 + 1;
const KEEP_ALIVE_MS = 65_000;
const CLOSING_MS = 50;

/** A page may load from nowhere but here; `data:` and `blob:` are previews of pictures that are still on the phone. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * Everything a request passes on its way to a controller, in one place. Listening is left to the caller.
 * @param preview knows its routes and can describe them, but nothing in it is alive: no database, no jobs.
 */
export async function createHttpApp(module: Type | object, config: Config, { preview = false } = {}): Promise<NestFastifyApplication> {
  const problems = new ProblemFilter();
  const adapter = new FastifyAdapter({
    // Addresses that cannot be decoded never reach a route, nor the filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => problems.answer(error, request, reply),
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: (config.trustProxy ?? false) as string | boolean,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: 120_000,
    // An id that came with the request would let a caller write into the log.
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(module as Type, adapter, { logger: new HubLogger(config), abortOnError: false, preview });

  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, { limits: { fileSize: PICTURE_LIMIT_BYTES, files: 1, fields: 10, parts: 12, headerPairs: 100 } });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', async (request, reply) => {
    // What the API answers is for one reader at one moment, tokens among it.
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'strict-origin-when-cross-origin');
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', CONTENT_SECURITY_POLICY);
  });
  logRequests(fastify);
  closeWhatFallsIdle(fastify);

  app.setGlobalPrefix('api', { exclude: ['metrics', 's/{*path}', 'media/{*path}'] });
  app.useGlobalPipes(validation);
  app.useGlobalFilters(problems);
  serveOpenApi(app);
  await serveWeb(fastify);
  return app;
}

/** A connection that was busy when the server began to close goes as soon as its request is answered, not when its keep-alive ends. */
function closeWhatFallsIdle(fastify: FastifyInstance): void {
  fastify.addHook('preClose', async () => {
    const timer = setInterval(() => fastify.server.closeIdleConnections(), CLOSING_MS);
    fastify.server.once('close', () => clearInterval(timer));
  });
}
