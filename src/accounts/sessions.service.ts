import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { Database } from '../platform/database/database';
import type { Sql } from '../platform/database/sql';
import { accountSuspended, wrongCredentials } from './account.errors';
import { findCredentials } from './account.queries';
import { passwordMatches } from './passwords';
import { findSession, insertSession, revokeSession, type SignedIn } from './session.queries';

const TOKEN_BYTES = 32;

/** Opaque tokens that can be taken back at once; nothing about the person is inside them. */
@Injectable()
export class SessionsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** @throws HubError `auth.wrong-credentials`, `auth.suspended` */
  async signIn(name: string, password: string): Promise<{ accountId: string; token: string }> {
    const credentials = await findCredentials(this.database, name);
    if (!(await passwordMatches(credentials?.password_hash, password)) || !credentials) throw wrongCredentials();
    if (credentials.state === 'suspended') throw accountSuspended();
    return { accountId: credentials.id, token: await this.open(this.database, credentials.id) };
  }

  async open(sql: Sql, accountId: string): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await insertSession(sql, hashToken(token), accountId, this.config.sessionDays);
    return token;
  }

  find(token: string): Promise<SignedIn | undefined> {
    return findSession(this.database, hashToken(token));
  }

  revoke(token: string): Promise<void> {
    return revokeSession(this.database, hashToken(token));
  }
}

/** Tokens are random over 256 bits, so a plain digest is as good as a slow one. */
function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
