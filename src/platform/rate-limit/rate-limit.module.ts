import { Global, Module } from '@nestjs/common';
import { RateLimiter } from './rate-limiter';

/** The guard itself is registered by the application, after the one that finds out who is asking. */
@Global()
@Module({ providers: [RateLimiter], exports: [RateLimiter] })
export class RateLimitModule {}
