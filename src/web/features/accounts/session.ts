import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { answer, api } from '../../api/client';
import { Problem } from '../../api/problem';
import { meKey, queryClient } from '../../api/query-client';
import type { Account } from '../../api/types';

const meOptions = { queryKey: meKey, queryFn: fetchMe, staleTime: 300_000 };

async function fetchMe(): Promise<Account | null> {
  try {
    return await answer(api.GET('/api/me'));
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

/** Who is signed in: null for a visitor, undefined while nobody knows yet. */
export function useMe() {
  const query = useQuery(meOptions);
  return computed(() => query.data.value);
}

/** The same answer outside a component, asking the server only once. */
export function loadMe(): Promise<Account | null> {
  return queryClient.ensureQueryData(meOptions);
}

/** The account known at this moment, without asking. */
export function currentAccount(): Account | null {
  return queryClient.getQueryData<Account | null>(meKey) ?? null;
}

export async function signIn(name: string, password: string): Promise<Account> {
  const { account } = await answer(api.POST('/api/sessions', { body: { name, password } }));
  return becameSomeoneElse(account);
}

export async function join(fields: { inviteCode: string; name: string; password: string; displayName?: string }): Promise<Account> {
  const { account } = await answer(api.POST('/api/accounts', { body: fields }));
  return becameSomeoneElse(account);
}

export async function signOut(): Promise<void> {
  await answer(api.DELETE('/api/sessions/current'));
  becameSomeoneElse(null);
}

/**
 * Every list is rendered for its caller (own link, own marks), so nothing of the last caller may stay. Reset, not removed: a feed kept
 * alive behind this page would go on showing what it holds.
 */
function becameSomeoneElse<T extends Account | null>(account: T): T {
  queryClient.setQueryData(meKey, account);
  void queryClient.resetQueries({ predicate: (query) => query.queryKey[0] !== meKey[0] });
  return account;
}
