import { Injectable, SetMetadata, type CanActivate, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { RateLimiter, type Limit } from './rate-limiter';

const LIMIT = 'rate-limit';

/** Holds for every route that names no limit of its own: a person or a page never comes near it, a script does. */
const EVERY_ROUTE: Limit = { name: 'any', points: 600, seconds: 60 };

/** Limits a route per signed-in account, or per network address when nobody is signed in. */
export function RateLimit(limit: Limit): CustomDecorator {
  return SetMetadata(LIMIT, limit);
}

@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limiter: RateLimiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { account?: { id: string } }>();
    const limit = this.reflector.getAllAndOverride<Limit | undefined>(LIMIT, [context.getHandler(), context.getClass()]) ?? EVERY_ROUTE;
    await this.limiter.consume(limit, request.account && !limit.perAddress ? `account:${request.account.id}` : `address:${request.ip}`);
    return true;
  }
}
