import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** Describes the HTTP contract from the schemas that the routes themselves check. */
export function createOpenApi(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Material Zone 素材专区')
    .setDescription('Ids and point amounts are strings, times ISO 8601 UTC, lists {items, nextCursor}, errors RFC 9457 with a stable code.')
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('mz_session')
    .build();
  return SwaggerModule.createDocument(app, description);
}

/** `/api/openapi.json`, browsable at `/api/docs`. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => createOpenApi(app), { jsonDocumentUrl: 'api/openapi.json' });
}
