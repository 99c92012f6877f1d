import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { PUBLIC } from '../platform/http/public';
import { accountSuspended, crossSite, roleRequired, signInRequired } from './account.errors';
import type { Role } from './session.queries';
import { ROLES, type AuthedRequest } from './auth.decorators';
import { SESSION_COOKIE } from './session-cookie';
import { SessionsService } from './sessions.service';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const RANK: Readonly<Record<Role, number>> = { promoter: 0, moderator: 1, admin: 2 };

/** Every route needs a session unless it says `@Public()`: forgetting the decorator closes a door, it never opens one. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthedRequest>();
    const isPublic = this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()]) ?? false;
    await this.identify(request);
    if (!request.account) {
      if (isPublic) return true;
      throw signInRequired();
    }
    // A suspended account may still look around as anybody may, and end its session.
    if (request.account.state === 'suspended' && !isPublic) throw accountSuspended();
    const roles = this.reflector.getAllAndOverride<Role[] | undefined>(ROLES, [context.getHandler(), context.getClass()]);
    if (roles && RANK[request.account.role] < Math.min(...roles.map((role) => RANK[role]))) throw roleRequired();
    return true;
  }

  private async identify(request: AuthedRequest): Promise<void> {
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const token = bearer ?? request.cookies[SESSION_COOKIE];
    if (!token) return;
    // Cookies travel with forms that other pages made. SameSite stops those of other sites, but not of another port or a sibling host,
    // which browsers count as this site. Programs send a bearer token, and browsers too old to say where they come from say nothing.
    const from = request.headers['sec-fetch-site'] ?? 'same-origin';
    if (!bearer && !SAFE_METHODS.has(request.method) && from !== 'same-origin' && from !== 'none') throw crossSite();
    const account = await this.sessions.find(token);
    if (account) Object.assign(request, { account, token });
    else if (bearer) throw signInRequired();
  }
}
