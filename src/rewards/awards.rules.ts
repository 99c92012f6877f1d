import type { Cap, Explanation } from './award.dto';
import { fromMicro, quotient, toMicro } from './decimals';
import type { Plan, Rule } from './plan';
import { split } from './split';

/** What a round knows of one contributor: their line on the board of the closed period, copied when the round was frozen. */
export interface Fact {
  readonly accountId: string;
  /** Place on the board, 1 is first. */
  readonly rank: number;
  /** Millionths of a score point. */
  readonly scoreMicro: bigint;
  readonly newcomer: boolean;
}

export interface Award {
  readonly accountId: string;
  /** Place of the rule in the plan, from 0. */
  readonly ruleIndex: number;
  readonly rule: Rule['kind'];
  /** Whole points, at least 1. */
  readonly amount: bigint;
  readonly explanation: Explanation;
}

/** An award before the cap. `explain` adds what the cap did to it. */
interface Entitlement {
  readonly accountId: string;
  readonly share: bigint;
  readonly explain: (cap: Cap) => Explanation;
}

/**
 * The awards of a round, in the order of its rules and, within a rule, by rank. A pure function of the plan and the facts: the same
 * input gives the same awards to the point on every machine, whatever order the facts come in.
 *
 * A person's awards together never pass the cap; what it cuts off is not given to others but stays unspent, so nobody's share
 * depends on how much a stranger was cut. Awards of nothing are left out.
 */
export function computeAwards(plan: Plan, facts: readonly Fact[]): Award[] {
  const minimum = toMicro(plan.minimumScore ?? 0);
  const eligible = facts.filter((fact) => fact.scoreMicro > 0n && fact.scoreMicro >= minimum).toSorted(byRank);
  const pools = sharePools(plan);
  const awarded = new Map<string, bigint>();
  return plan.rules.flatMap((rule, ruleIndex) =>
    entitlements(plan, rule, pools[ruleIndex] ?? 0n, eligible).flatMap(({ accountId, share, explain }) => {
      const before = awarded.get(accountId) ?? 0n;
      const { amount, cap } = applyCap(plan.capPerPerson, share, before);
      if (amount === 0n) return [];
      awarded.set(accountId, before + amount);
      return [{ accountId, ruleIndex, rule: rule.kind, amount, explanation: explain(cap) }];
    }),
  );
}

/**
 * Points of each rule's pool, by its place in the plan; zero for prizes. The budget itself is split by largest remainders between the
 * shares and what no share claims, so shares of 100 % leave nothing over.
 */
export function sharePools({ budget, rules }: Plan): bigint[] {
  const percents = rules.map((rule) => (rule.kind === 'rank-prizes' ? 0 : rule.percent));
  const unclaimed = 100 - percents.reduce((sum, percent) => sum + percent, 0);
  const claims = [...percents, unclaimed].map((percent, index) => ({ id: String(index), rank: index + 1, weight: BigInt(percent) }));
  return split(BigInt(budget), claims)
    .slice(0, rules.length)
    .map(({ points }) => points);
}

function entitlements(plan: Plan, rule: Rule, pool: bigint, eligible: readonly Fact[]): Entitlement[] {
  switch (rule.kind) {
    case 'score-share':
      return shares(plan, rule, pool, eligible);
    case 'newcomer-share':
      return shares(
        plan,
        rule,
        pool,
        eligible.filter((fact) => fact.newcomer),
      );
    case 'rank-prizes':
      return prizes(plan, rule.prizes, eligible);
  }
}

function shares(plan: Plan, rule: Exclude<Rule, { kind: 'rank-prizes' }>, pool: bigint, people: readonly Fact[]): Entitlement[] {
  const total = people.reduce((sum, fact) => sum + fact.scoreMicro, 0n);
  const divided = split(
    pool,
    people.map((fact) => ({ id: fact.accountId, rank: fact.rank, weight: fact.scoreMicro })),
  );
  return people.map((fact, index) => {
    const { points: share, roundedUp } = divided[index]!;
    const isExact = (pool * fact.scoreMicro) % total === 0n;
    return {
      accountId: fact.accountId,
      share,
      explain: (cap) => ({
        rule: rule.kind,
        budget: plan.budget,
        percent: rule.percent,
        pool: pool.toString(),
        people: people.length,
        totalScore: fromMicro(total),
        myScore: fromMicro(fact.scoreMicro),
        rank: fact.rank,
        quotient: quotient(pool * fact.scoreMicro, total),
        rounding: isExact ? 'exact' : roundedUp ? 'up' : 'down',
        share: share.toString(),
        cap,
        minimumScore: plan.minimumScore ?? null,
      }),
    };
  });
}

function prizes(plan: Plan, amounts: readonly string[], people: readonly Fact[]): Entitlement[] {
  return people.flatMap((fact) => {
    const prize = amounts[fact.rank - 1];
    if (prize === undefined) return [];
    const explain = (cap: Cap): Explanation => ({
      rule: 'rank-prizes',
      budget: plan.budget,
      rank: fact.rank,
      people: people.length,
      myScore: fromMicro(fact.scoreMicro),
      share: prize,
      cap,
      minimumScore: plan.minimumScore ?? null,
    });
    return [{ accountId: fact.accountId, share: BigInt(prize), explain }];
  });
}

function applyCap(limit: string | undefined, share: bigint, before: bigint): { amount: bigint; cap: Cap } {
  if (limit === undefined) return { amount: share, cap: null };
  const room = BigInt(limit) - before;
  const amount = share < room ? share : room;
  return { amount, cap: { limit, hit: amount < share, cut: (share - amount).toString() } };
}

function byRank(a: Fact, b: Fact): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  return BigInt(a.accountId) < BigInt(b.accountId) ? -1 : 1;
}
