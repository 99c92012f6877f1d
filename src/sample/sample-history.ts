import type { INestApplicationContext } from '@nestjs/common';
import type { SignedIn } from '../accounts/session.queries';
import type { Config } from '../config/config';
import { MaterialsService } from '../materials/materials.service';
import { PicksService } from '../materials/picks.service';
import { openReviewOf } from '../moderation/review.queries';
import { ReviewsService } from '../moderation/reviews.service';
import { Database } from '../platform/database/database';
import { RankingService } from '../ranking/ranking.service';
import { RatingsService } from '../reuse/ratings.service';
import { countReuses } from '../reuse/reuse.queries';
import { plan } from '../rewards/plan';
import { RoundsService } from '../rewards/rounds.service';
import { SettlementService } from '../rewards/settlement.service';
import { sampleMembers } from './community';
import { Random } from './illustrations/studio/random';
import type { SamplePost } from './post';
import { ratingNotes } from './ratings';
import type { SampleClock } from './sample-clock';
import { SampleLife, type PublishedPost, type SampleAct, type SampleRating } from './sample-life';
import { historicId, localTime, publishAge } from './sample-time';

const HOUR_MS = 3_600_000;
export const HISTORY_HOURS = 26 * 24;
const PAYDAY_HOUR = 10;
const DRAFT_REASON = '图 2 的价签糊了，换一张就能发。';

/** Lives through the weeks before now, hour by hour, with the services of the hub. */
export class SampleHistory {
  private readonly chance = new Random('sample community');
  private readonly life = new SampleLife(sampleMembers, this.chance);
  private readonly published: PublishedPost[] = [];

  constructor(
    private readonly hub: INestApplicationContext,
    private readonly config: Config,
    private readonly clock: SampleClock,
    private readonly people: ReadonlyMap<string, SignedIn>,
    private readonly imageIds: ReadonlyMap<SamplePost, string[]>,
    private readonly signal?: AbortSignal,
  ) {}

  async live(posts: readonly SamplePost[], now: Date): Promise<void> {
    const waiting = [...posts].sort((a, b) => publishAge(b) - publishAge(a));
    for (let hoursAgo = HISTORY_HOURS; hoursAgo >= 1; hoursAgo -= 1) {
      this.signal?.throwIfAborted();
      const moment = now.getTime() - hoursAgo * HOUR_MS;
      while (waiting[0] && publishAge(waiting[0]) >= hoursAgo) await this.post(waiting.shift()!, moment);
      await this.hour(moment, hoursAgo);
    }
    for (const post of waiting) await this.post(post, now.getTime() - publishAge(post) * HOUR_MS);
    await this.clock.set(now);
    await this.rank();
  }

  private async post(post: SamplePost, moment: number): Promise<void> {
    await this.clock.set(new Date(moment));
    const author = this.person(post.author);
    const { body, category, commentText, tags, variants } = post;
    const content = { body, category, tags: [...tags], variants: [...(variants ?? [])], imageIds: this.imageIds.get(post) ?? [] };
    const { id } = await this.hub.get(MaterialsService).create(author, commentText === undefined ? content : { ...content, commentText });
    if (post.state === 'in_review') return;
    await this.clock.set(new Date(moment + (2 + 20 * this.chance.next()) * 60_000));
    await this.decide(id, post.state === 'draft' ? 'return' : 'approve');
    if (post.state === 'draft') return;
    if (post.pickNote !== undefined) await this.hub.get(PicksService).pick(this.person('moderator'), id, post.pickNote);
    this.published.push({ post, materialId: id, publishedAt: moment });
  }

  private async decide(materialId: string, decision: 'approve' | 'return'): Promise<void> {
    const review = await openReviewOf(this.hub.get(Database), 'material', materialId);
    if (!review) throw new Error(`no review is open for the sample material ${materialId}`);
    const reason = decision === 'return' ? { reason: DRAFT_REASON } : {};
    await this.hub.get(ReviewsService).decide(this.person('moderator'), review.id, { decision, version: review.version, ...reason });
  }

  private async hour(moment: number, hoursAgo: number): Promise<void> {
    const { hour, isMonday } = localTime(moment, this.config.periodTimeZone);
    const acts = this.life.hour(moment, hour, this.published);
    const ratings = this.life.ratings(moment);
    if (acts.length + ratings.length > 0) {
      await this.clock.set(new Date(moment + (5 + 50 * this.chance.next()) * 60_000));
      await this.count(acts, moment);
      for (const rating of ratings) await this.rate(rating);
    }
    if (isMonday && hour === PAYDAY_HOUR && hoursAgo < HISTORY_HOURS - 6 * 24) await this.payLastWeek(moment);
  }

  private async count(acts: readonly SampleAct[], moment: number): Promise<void> {
    const events = acts.map((act) => ({ id: historicId(moment, this.chance), accountId: this.person(act.member).id, materialId: act.materialId, kind: act.kind }));
    if (events.length === 0) return;
    await countReuses(this.hub.get(Database), events, { timeZone: this.config.periodTimeZone, dailyCap: this.config.dailyReuseCap });
  }

  private async rate({ member, materialId, stars }: SampleRating): Promise<void> {
    const note = this.chance.pick(ratingNotes[stars]);
    await this.hub.get(RatingsService).rate(this.person(member).id, materialId, note === null ? { stars } : { stars, note });
  }

  /** Monday morning: last week is closed, ranked and paid. */
  private async payLastWeek(moment: number): Promise<void> {
    await this.clock.set(new Date(moment));
    await this.rank();
    const admin = this.person('admin');
    const rounds = this.hub.get(RoundsService);
    const { round } = await rounds.create(plan.parse({ ...WEEKLY_PLAN, at: localTime(moment - 3 * 24 * HOUR_MS, this.config.periodTimeZone).day }), admin.id);
    await rounds.freeze(round.id);
    await rounds.preview(round.id);
    await rounds.approve(round.id, admin.id);
    await this.hub.get(SettlementService).sweep();
  }

  private async rank(): Promise<void> {
    const ranking = this.hub.get(RankingService);
    await ranking.close();
    await ranking.sweep();
    await ranking.refresh();
    await ranking.sweep();
    await this.hub.get(SettlementService).sweep();
  }

  private person(name: string): SignedIn {
    const person = this.people.get(name);
    if (!person) throw new Error(`nobody in the sample community signs in as ${name}`);
    return person;
  }
}

/** What the sample community pays for a week. */
const WEEKLY_PLAN = {
  name: '周引用奖',
  period: 'week',
  budget: '60000',
  rules: [
    { kind: 'score-share', percent: 70 },
    { kind: 'rank-prizes', prizes: ['5000', '3000', '2000'] },
    { kind: 'newcomer-share', percent: 10 },
  ],
  capPerPerson: '9000',
  minimumScore: 1,
  holdDays: 7,
} as const;
