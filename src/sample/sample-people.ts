import { insertAccount, insertTeam, setTeamLeader } from '../accounts/account.queries';
import { hashPassword } from '../accounts/passwords';
import type { SignedIn } from '../accounts/session.queries';
import type { Sql } from '../platform/database/sql';
import { sampleMembers, sampleTeams, type SampleMember } from './community';

/** Of all sample logins; public, which is why production refuses to start with them. */
export const SAMPLE_PASSWORD = 'material-zone';

/** The four that the start prints: one for each kind of user. */
export const SAMPLE_LOGINS = ['admin', 'moderator', 'veteran', 'newcomer'] as const;

const DAY_MS = 86_400_000;

/** Makes the teams and accounts. @returns everybody by sign-in name. */
export async function createSamplePeople(sql: Sql, now: Date): Promise<Map<string, SignedIn>> {
  const teams = new Map<string, string>();
  for (const { key, name } of sampleTeams) teams.set(key, await insertTeam(sql, name));
  const passwordHash = await hashPassword(SAMPLE_PASSWORD);
  const people = new Map<string, SignedIn>();
  for (const member of sampleMembers as readonly SampleMember[]) {
    const { name, displayName, role, trustLevel } = member;
    const teamId = member.team === null ? null : (teams.get(member.team) ?? null);
    const joinedAt = new Date(now.getTime() - member.joinedDaysAgo * DAY_MS);
    const id = await insertAccount(sql, { name, displayName, passwordHash, role, trustLevel, teamId, joinedAt });
    people.set(name, { id, name, displayName, role, trustLevel, teamId, state: 'active' });
  }
  for (const { key, leader } of sampleTeams) await setTeamLeader(sql, teams.get(key)!, people.get(leader)!.id);
  return people;
}
