import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AuthedRequest } from '../accounts/auth.decorators';
import type { Reader } from './material-presenter';

/** A name or an address, and a port. Who sends anything else in the Host header gets links that lead nowhere, and no markup in them. */
const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?$/i;

/** Who reads, and under which address: links that a promoter posts begin with it. */
export const CurrentReader = createParamDecorator((_: unknown, context: ExecutionContext): Reader => {
  const request = context.switchToHttp().getRequest<AuthedRequest>();
  return { account: request.account, origin: `${request.protocol}://${HOST.test(request.host) ? request.host : 'localhost'}` };
});
