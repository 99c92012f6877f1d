import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AuthedRequest } from '../accounts/auth.decorators';
import type { Reader } from './material-presenter';

/** Who reads, and under which address: links that a promoter posts begin with it. */
export const CurrentReader = createParamDecorator((_: unknown, context: ExecutionContext): Reader => {
  const request = context.switchToHttp().getRequest<AuthedRequest>();
  return { account: request.account, origin: `${request.protocol}://${request.host}` };
});
