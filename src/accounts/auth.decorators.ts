import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Role, SignedIn } from './session.queries';

export const ROLES = 'auth:roles';

/** A request after the auth guard: `account` is missing only on public routes, `token` is how the session is ended. */
export type AuthedRequest = FastifyRequest & { account?: SignedIn; token?: string };

/** Open to these roles only; an admin may do what a moderator may. */
export const Roles = (...roles: Role[]): CustomDecorator => SetMetadata(ROLES, roles);

/** The signed-in account; `undefined` only on routes marked `@Public()`. */
export const CurrentAccount = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn | undefined => {
  return context.switchToHttp().getRequest<AuthedRequest>().account;
});
