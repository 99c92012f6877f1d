import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where the client's build lies, seen from the compiled server and from the sources that tests run. */
const WEB_FOLDERS = [join(__dirname, '../../../../web'), join(__dirname, '../../../dist/web')];

const HASHED_ASSET = /[\\/]assets[\\/]/;
/** Addresses that belong to programs; everything else without a file extension is a page of the client. */
const NOT_A_PAGE = /^\/(api|media|metrics|s)(\/|$|\?)|\.\w+(\?|$)/;

/** Serves the web client; Vite names its assets by content, so those may be kept for ever. */
export async function serveWeb(fastify: FastifyInstance): Promise<void> {
  const folder = WEB_FOLDERS.find((candidate) => existsSync(join(candidate, 'index.html')));
  if (folder === undefined) return;
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', HASHED_ASSET.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get('/*', (request, reply) => {
    if (NOT_A_PAGE.test(request.url)) return reply.callNotFound();
    return reply.sendFile('index.html');
  });
}
