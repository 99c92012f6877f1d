import { uuidv7 } from 'uuidv7';
import { computed, ref, shallowReactive } from 'vue';
import { answer, api } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Material, ReuseAnswer, ReuseKind } from '../../api/types';
import { readStored, writeStored } from '../../parts/storage';
import { currentAccount, useMe } from '../accounts/session';

/** One act of reuse, named by the id made at the tap: sent as often as needed, counted at most once. */
export interface ReuseEvent {
  id: string;
  accountId: string;
  materialId: string;
  /** The post's first line, so that a waiting event can be named on screen. */
  title: string;
  kind: ReuseKind;
  at: string;
}

/** What became of an event: recorded at the tap, then answered or refused for good. */
export type ReuseNews =
  | { event: ReuseEvent; type: 'recorded' }
  | { event: ReuseEvent; type: 'answered'; answer: ReuseAnswer }
  | { event: ReuseEvent; type: 'refused'; problem: Problem };

const storageKey = 'mz.reuses';
const firstRetryMs = 2_000;
const lastRetryMs = 60_000;

const events = ref<ReuseEvent[]>(readStored(storageKey, []));
const listeners = new Set<(news: ReuseNews) => void>();
let sending = false;
let retryMs = firstRetryMs;
let timer: ReturnType<typeof setTimeout> | undefined;

/** True once an event could not be sent: only then is waiting worth a word on screen. */
export const stuck = ref(false);

/** The signed-in promoter's events that the server has not acknowledged, oldest first. Somebody else's wait until they sign in here again. */
export function useWaiting() {
  const me = useMe();
  return computed(() => events.value.filter((event) => event.accountId === me.value?.id));
}

/** The last thing heard of each material's copies in this visit. */
export const latestNews = shallowReactive(new Map<string, ReuseNews>());

/** Returns a function that stops listening. */
export function onReuseNews(listener: (news: ReuseNews) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Call it in the tap itself; it never waits for the server. */
export function recordReuse(material: Material, kind: ReuseKind): ReuseEvent | null {
  const account = currentAccount();
  if (!account) return null;
  const title = Array.from(material.body.split('\n', 1)[0] ?? '').slice(0, 18).join('');
  const event = { id: uuidv7(), accountId: account.id, materialId: material.id, title, kind, at: new Date().toISOString() };
  change((all) => [...all, event]);
  tell({ event, type: 'recorded' });
  void send();
  return event;
}

/** Sends again whenever the network returns or the page is looked at. */
export function startReuseQueue(): void {
  addEventListener('online', () => void send());
  addEventListener('storage', ({ key }) => {
    if (key === storageKey) events.value = readStored(storageKey, []);
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void send();
  });
}

/** Sends everything that waits, in order. */
export async function send(): Promise<void> {
  if (sending) return;
  sending = true;
  clearTimeout(timer);
  try {
    for (let event = next(); event; event = next()) await deliver(event);
    stuck.value = false;
    retryMs = firstRetryMs;
  } catch {
    stuck.value = true;
    timer = setTimeout(() => void send(), retryMs);
    retryMs = Math.min(retryMs * 2, lastRetryMs);
  } finally {
    sending = false;
  }
}

function next(): ReuseEvent | undefined {
  return events.value.find((event) => event.accountId === currentAccount()?.id);
}

/** Throws when it is worth trying again; anything else the server says is final. */
async function deliver(event: ReuseEvent): Promise<void> {
  let news: ReuseNews;
  try {
    const { id, kind, materialId } = event;
    const call = api.POST('/api/materials/{id}/reuses', { params: { path: { id: materialId } }, body: { id, kind }, keepalive: true });
    news = { event, type: 'answered', answer: await answer(call) };
  } catch (error) {
    if (!(error instanceof Problem) || error.isPassing || error.status === 401) throw error;
    news = { event, type: 'refused', problem: error };
  }
  change((all) => all.filter(({ id }) => id !== event.id));
  tell(news);
}

/** Reads before writing: another tab may have added its own. */
function change(edit: (all: ReuseEvent[]) => ReuseEvent[]): void {
  events.value = edit(readStored(storageKey, events.value));
  writeStored(storageKey, events.value);
}

function tell(news: ReuseNews): void {
  // Saving pictures follows the copy it belongs to and should not talk over what that was worth.
  if (news.event.kind !== 'saved') latestNews.set(news.event.materialId, news);
  for (const listener of listeners) listener(news);
}
