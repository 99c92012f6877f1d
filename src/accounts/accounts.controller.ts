import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CONFIG, type Config } from '../config/config';
import { RateLimit } from '../platform/rate-limit/rate-limit.guard';
import type { Limit } from '../platform/rate-limit/rate-limiter';
import { Public } from '../platform/http/public';
import { listOf } from '../platform/http/schemas';
import { accountView, inviteView, registerBody, signInBody, signedInView } from './account.dto';
import type { AccountView, InviteView, RegisterBody, SignedInView, SignInBody } from './account.dto';
import { AccountsService } from './accounts.service';
import { CurrentAccount, type AuthedRequest } from './auth.decorators';
import { InvitesService } from './invites.service';
import { clearSessionCookie, setSessionCookie } from './session-cookie';
import type { SignedIn } from './session.queries';
import { SessionsService } from './sessions.service';

/** Slow enough against guessing, wide enough for a team that joins from one office. */
const REGISTER: Limit = { name: 'register', points: 20, seconds: 600, perAddress: true };
const SIGN_IN: Limit = { name: 'sign-in', points: 20, seconds: 300, perAddress: true };
const INVITE = { name: 'invite', points: 30, seconds: 3600 };

@ApiTags('accounts')
@Controller()
export class AccountsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly invites: InvitesService,
  ) {}

  @Public()
  @RateLimit(REGISTER)
  @Post('accounts')
  @ApiResponse({ status: 201, standardSchema: signedInView })
  async register(@Body({ schema: registerBody }) body: RegisterBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<SignedInView> {
    const signedIn = await this.accounts.register(body);
    setSessionCookie(reply, signedIn.token, this.config.sessionDays);
    return signedIn;
  }

  @Public()
  @RateLimit(SIGN_IN)
  @Post('sessions')
  @ApiResponse({ status: 201, standardSchema: signedInView })
  async signIn(@Body({ schema: signInBody }) body: SignInBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<SignedInView> {
    const { accountId, token } = await this.sessions.signIn(body.name, body.password);
    setSessionCookie(reply, token, this.config.sessionDays);
    return { account: await this.accounts.get(accountId), token };
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @ApiResponse({ status: 204 })
  async signOut(@Req() request: AuthedRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (request.token) await this.sessions.revoke(request.token);
    clearSessionCookie(reply);
  }

  @Get('me')
  @ApiResponse({ status: 200, standardSchema: accountView })
  me(@CurrentAccount() account: SignedIn): Promise<AccountView> {
    return this.accounts.get(account.id);
  }

  @RateLimit(INVITE)
  @Post('invites')
  @ApiResponse({ status: 201, standardSchema: z.object({ code: z.string() }) })
  createInvite(@CurrentAccount() account: SignedIn): Promise<{ code: string }> {
    return this.invites.create(account);
  }

  @Get('invites')
  @ApiResponse({ status: 200, standardSchema: listOf(inviteView) })
  async listInvites(@CurrentAccount() account: SignedIn): Promise<{ items: InviteView[]; nextCursor: null }> {
    return { items: await this.invites.list(account), nextCursor: null };
  }
}
