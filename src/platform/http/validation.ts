import { StandardSchemaValidationPipe } from '@nestjs/common';
import { HubError } from '../errors';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
}

const MAX_ISSUES = 20;

/** `rules[1].percent`, as somebody who wrote the body would say it. */
function pathOf(issue: Issue): string {
  const keys = (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
  return keys.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index ? '.' : ''}${String(key)}`)).join('');
}

/** Every parameter that names a schema is checked against it before the handler runs; unknown fields are refused, not dropped. */
export const validation = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) => {
    const errors = (issues as readonly Issue[]).slice(0, MAX_ISSUES).map((issue) => ({ path: pathOf(issue), message: issue.message }));
    const first = errors[0];
    return new HubError('invalid', 'request.invalid', first ? `${first.path || 'The request'}: ${first.message}` : 'The request is not valid.', { errors });
  },
});
