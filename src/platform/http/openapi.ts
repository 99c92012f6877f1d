import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject, type SwaggerDocumentOptions } from '@nestjs/swagger';
import { z } from 'zod';
import { problem } from './problem.dto';

type Converter = NonNullable<SwaggerDocumentOptions['standardSchemaConverter']>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** Describes the HTTP contract from the schemas that the routes themselves check. */
export function createOpenApi(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Material Zone 素材专区')
    .setDescription('Ids and point amounts are strings, times ISO 8601 UTC, lists {items, nextCursor}, errors RFC 9457 with a stable code.')
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('mz_session')
    .addSecurityRequirements('bearer')
    .addSecurityRequirements('cookie')
    .build();
  const document = SwaggerModule.createDocument(app, description, { standardSchemaConverter: zodConverter() });
  return withProblems(document);
}

/** `/api/openapi.json`, browsable at `/api/docs`. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => createOpenApi(app), { jsonDocumentUrl: 'api/openapi.json' });
}

/**
 * Schemas with `.meta({ id })` become components. What a schema accepts and what it answers may differ (a default is optional in, certain
 * out): under one name the last one seen would silently stand for both.
 */
function zodConverter(): Converter {
  const seen = new Map<string, string>();
  return (schema, { schemaType }) => {
    if (!(schema instanceof z.ZodType)) return undefined;
    const converted = z.toJSONSchema(schema, { target: 'openapi-3.0', io: schemaType, override: plain(schemaType) });
    const { definitions: components = {}, ...root } = converted as { definitions?: Record<string, object> };
    for (const [name, component] of Object.entries(components)) {
      const text = JSON.stringify(component);
      if ((seen.get(name) ?? text) !== text) throw new Error(`Two schemas of the API are called ${name}: give one of them another id.`);
      seen.set(name, text);
    }
    return { schema: root, components };
  };
}

/** Answers may gain fields, so they are not closed; `format` says what a pattern of 200 characters says. */
function plain(schemaType: 'input' | 'output') {
  return ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
    if (schemaType === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    if (jsonSchema.format) delete jsonSchema.pattern;
  };
}

/** Every call can go wrong, and says so in one shape. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...zodConverter()(problem, { schemaType: 'output' })?.components },
    responses: { Problem: { description: 'Refused or failed; the code says why.', content } },
  };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation) operation.responses['default'] = { $ref: '#/components/responses/Problem' };
    }
  }
  return document;
}
