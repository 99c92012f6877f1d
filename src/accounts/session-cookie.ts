import type { FastifyReply } from 'fastify';

export const SESSION_COOKIE = 'mz_session';

const SECONDS_PER_DAY = 86_400;

/** Out of reach of scripts, sent along when somebody follows a link from a chat, never with another site's form. */
export function setSessionCookie(reply: FastifyReply, token: string, days: number): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: 'auto',
    maxAge: days * SECONDS_PER_DAY,
  });
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { path: '/' });
}
