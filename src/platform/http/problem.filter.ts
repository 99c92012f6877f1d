import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sqlState } from '../database/constraints';
import { HubError, type ErrorKind } from '../errors';
import type { Problem } from './problem.dto';

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  unprocessable: 422,
  throttled: 429,
  unavailable: 503,
  full: 507,
};

/** SQLSTATE classes that mean "the database is away or busy", not "we are wrong". */
const PASSING = /^(08|57P|53|40)/;
const NETWORK = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND)$/;

/** The only place that knows HTTP status codes. What we did not foresee is logged whole and told to nobody. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = this.problemOf(error, request.id);
    if (problem.status >= 500) this.logger.error(`${request.method} ${request.url} ${request.id}: ${String(error)}`, (error as Error).stack);
    if (reply.sent) return;
    if (problem.retryAfterSeconds !== undefined) reply.header('retry-after', String(problem.retryAfterSeconds));
    // The route may have promised its answer for a day; a picture that is not ready must not stay missing for that long.
    reply.header('cache-control', 'no-store');
    reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
  }

  private problemOf(error: unknown, requestId: string): Problem {
    const make = (status: number, code: string, detail: string, details: Record<string, unknown> = {}): Problem => ({
      ...details,
      type: `urn:material-zone:problem:${code}`,
      title: code,
      status,
      code,
      detail,
      requestId,
    });
    if (error instanceof HubError) return make(STATUS[error.kind], error.code, error.message, error.details);
    if (error instanceof HttpException) return make(error.getStatus(), codeOfStatus(error.getStatus()), error.message);
    const { statusCode, code, message } = error as { statusCode?: number; code?: string; message?: string };
    if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return make(statusCode, codeOfStatus(statusCode), message ?? 'Bad request.');
    if (PASSING.test(sqlState(error) ?? '') || NETWORK.test(code ?? '') || /connection (terminated|timeout)|timeout exceeded when trying to connect/i.test(message ?? '')) {
      return make(503, 'hub.unavailable', 'The hub is busy or its database is away. Nothing was lost; try again.', { retryAfterSeconds: 2 });
    }
    return make(500, 'hub.error', 'Something went wrong on our side.');
  }
}

function codeOfStatus(status: number): string {
  const codes: Readonly<Record<number, string>> = {
    401: 'auth.required',
    403: 'auth.forbidden',
    404: 'request.not-found',
    405: 'request.method',
    406: 'request.not-acceptable',
    413: 'request.too-large',
    415: 'request.unsupported-type',
    429: 'request.throttled',
  };
  return codes[status] ?? 'request.invalid';
}
