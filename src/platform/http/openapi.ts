import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** Describes the HTTP contract from the schemas the routes themselves check: `/api/openapi.json`, browsable at `/api/docs`. */
export function describeApi(app: INestApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Material Zone 素材专区')
    .setDescription('Ids and point amounts are strings, times ISO 8601 UTC, lists {items, nextCursor}, errors RFC 9457 with a stable code.')
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('mz_session')
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, description), { jsonDocumentUrl: 'api/openapi.json' });
}
