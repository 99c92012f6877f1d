import type { ReuseKind } from '../reuse/rungs';
import type { SampleMember } from './community';
import type { Random } from './illustrations/studio/random';
import type { SamplePost } from './post';

/** A post the community can see, and its place in the hub. */
export interface PublishedPost {
  readonly post: SamplePost;
  readonly materialId: string;
  readonly publishedAt: number;
}

/** Something a member did in an hour. */
export interface SampleAct {
  readonly member: string;
  readonly materialId: string;
  readonly kind: ReuseKind;
}

export interface SampleRating {
  readonly member: string;
  readonly materialId: string;
  readonly stars: 1 | 2 | 3 | 4 | 5;
}

const HOUR_MS = 3_600_000;
/** Posts are sent round for about three days; nobody digs further back. */
const SHELF_HOURS = 96;
/** Whoever tries the hub as the veteran finds an author whose posts go round. */
const STAR = 'veteran';
const STAR_PULL = 3;
/** Whoever tries the hub as the newcomer finds the fresh posts still to copy. */
const VISITOR = 'newcomer';
const LEFT_TO_VISITOR_HOURS = 60;
/** How often a member looks in, by hour of the day in the community's zone: before work, at noon, after dinner. */
const HABIT = [0, 0, 0, 0, 0, 0, 0.25, 0.6, 0.5, 0.3, 0.25, 0.35, 0.6, 0.4, 0.2, 0.25, 0.3, 0.35, 0.4, 0.6, 0.7, 0.6, 0.35, 0.1];

/** How the sample community spends its days: an invention, but every count in the hub comes from acts recorded by the hub itself. */
export class SampleLife {
  private readonly used = new Set<string>();
  private readonly toRate: { act: SampleAct; post: SamplePost; dueAt: number }[] = [];

  constructor(
    private readonly members: readonly SampleMember[],
    private readonly chance: Random,
  ) {}

  /** What is done in the hour that begins at `moment`. @param hour of the day, 0–23, in the community's zone */
  hour(moment: number, hour: number, published: readonly PublishedPost[]): SampleAct[] {
    const shelf = published.filter((one) => moment - one.publishedAt < SHELF_HOURS * HOUR_MS);
    return this.members.flatMap((member) => this.lookIn(member, moment, hour, shelf));
  }

  /** Ratings that are due: a few hours after somebody sent a post, when they know how it went. */
  ratings(moment: number): SampleRating[] {
    const due = this.toRate.filter((one) => one.dueAt <= moment);
    for (const one of due) this.toRate.splice(this.toRate.indexOf(one), 1);
    return due.map(({ act, post }) => ({ member: act.member, materialId: act.materialId, stars: this.stars(post.appeal) }));
  }

  private lookIn(member: SampleMember, moment: number, hour: number, shelf: readonly PublishedPost[]): SampleAct[] {
    if (this.chance.next() > (HABIT[hour] ?? 0) * member.diligence) return [];
    const chosen = this.choose(member, moment, shelf);
    if (!chosen) return [];
    const { materialId, post } = chosen;
    this.used.add(`${member.name}/${materialId}`);
    const act = (kind: ReuseKind): SampleAct => ({ member: member.name, materialId, kind });
    const acts = [act('copied')];
    if (post.author === member.name) return acts;
    if (post.pictures.length > 0 && this.chance.next() < 0.7) acts.push(act('saved'));
    if (this.chance.next() < 0.62) {
      acts.push(act('sent'));
      if (this.chance.next() < 0.45) this.toRate.push({ act: acts[0]!, post, dueAt: moment + (2 + 10 * this.chance.next()) * HOUR_MS });
    }
    return acts;
  }

  private choose(member: SampleMember, moment: number, shelf: readonly PublishedPost[]): PublishedPost | undefined {
    const weights = shelf.map((one) => this.pull(member, moment, one));
    let left = this.chance.next() * weights.reduce((sum, weight) => sum + weight, 0);
    return shelf.find((_, index) => (left -= weights[index] ?? 0) < 0);
  }

  /** Good, fresh and to one's taste; seldom the same again, seldom one's own. */
  private pull(member: SampleMember, moment: number, { post, materialId, publishedAt }: PublishedPost): number {
    const freshness = 2 ** (-(moment - publishedAt) / (30 * HOUR_MS));
    const taste = member.taste.includes(post.category) ? 2 : 1;
    if (member.name === VISITOR && moment - publishedAt < LEFT_TO_VISITOR_HOURS * HOUR_MS) return 0;
    const again = this.used.has(`${member.name}/${materialId}`) ? 0.04 : 1;
    const own = post.author === member.name ? 0.03 : 1;
    const star = post.author === STAR ? STAR_PULL : 1;
    return post.appeal ** 1.6 * freshness * taste * again * own * star;
  }

  private stars(appeal: number): SampleRating['stars'] {
    const mood = 3.1 + 0.55 * appeal + (this.chance.next() + this.chance.next() - 1) * 1.5;
    return Math.min(5, Math.max(1, Math.round(mood))) as SampleRating['stars'];
  }
}
