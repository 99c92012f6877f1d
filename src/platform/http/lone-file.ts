import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { HubError } from '../errors';

const badForm = () => new HubError('invalid', 'upload.bad-form', 'The form is not a complete multipart/form-data body.');
const tooMany = () => new HubError('too-large', 'upload.too-many-parts', 'Send one file at a time, with few other fields.');

/**
 * The one file of a multipart form, as a stream to be read to its end. Fields around it are passed over; a second file, a flood of fields or a
 * form that breaks off fails the stream, so that whoever keeps files keeps nothing of it.
 * @returns undefined when there is no form or its first file is not called `name`.
 * @throws HubError `upload.bad-form`, `upload.too-many-parts`
 */
export async function loneFile(request: FastifyRequest, name: string): Promise<AsyncIterable<Uint8Array> | undefined> {
  if (!request.isMultipart()) return undefined;
  const parts = request.parts();
  const first = await nextFile(parts);
  return first?.fieldname === name ? withoutCompany(first.file, parts) : undefined;
}

async function* withoutCompany(file: AsyncIterable<Uint8Array>, parts: AsyncIterator<Multipart>): AsyncGenerator<Uint8Array> {
  yield* file;
  if (await nextFile(parts)) throw tooMany();
}

async function nextFile(parts: AsyncIterator<Multipart>): Promise<Extract<Multipart, { type: 'file' }> | undefined> {
  try {
    for (;;) {
      const next = await parts.next();
      if (next.done === true) return undefined;
      if (next.value.type === 'file') return next.value;
    }
  } catch (error) {
    // The parser's own limits carry a status; whatever else it says is about a body that is not what its header promised.
    throw (error as { statusCode?: number }).statusCode === 413 ? tooMany() : badForm();
  }
}
