import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '../../config/config';
import { HubError } from '../errors';

/** At most `points` requests in any `seconds` for one key. */
export interface Limit {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
  /** Counts by network address even when somebody is signed in: nobody gets more guesses by having accounts. */
  readonly perAddress?: true;
}

/** Counts on Redis where there is one, so that several processes share the count; otherwise, or while Redis is away, in this process. */
@Injectable()
export class RateLimiter implements OnApplicationShutdown {
  private readonly redis: Redis | undefined;
  private readonly limiters = new Map<string, RateLimiterAbstract>();

  constructor(@Inject(CONFIG) private readonly config: Config) {
    if (!config.redisUrl || !config.rateLimits) return;
    this.redis = new Redis(config.redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
    // The queue's connection reports that Redis is away; here the insurance limiter takes over in silence.
    this.redis.on('error', () => undefined);
  }

  /** @throws HubError `request.throttled` with the seconds to wait. */
  async consume(limit: Limit, key: string): Promise<void> {
    if (!this.config.rateLimits) return;
    try {
      await this.limiter(limit).consume(key);
    } catch (rejection) {
      if (!(rejection instanceof RateLimiterRes)) throw rejection;
      const retryAfterSeconds = Math.max(1, Math.ceil(rejection.msBeforeNext / 1000));
      throw new HubError('throttled', 'request.throttled', `Too many requests; try again in ${retryAfterSeconds} s.`, { retryAfterSeconds });
    }
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  private limiter(limit: Limit): RateLimiterAbstract {
    const known = this.limiters.get(limit.name);
    if (known) return known;
    const options = { keyPrefix: `limit:${limit.name}`, points: limit.points, duration: limit.seconds };
    const memory = new RateLimiterMemory(options);
    const made = this.redis ? new RateLimiterRedis({ ...options, storeClient: this.redis, insuranceLimiter: memory }) : memory;
    this.limiters.set(limit.name, made);
    return made;
  }
}
