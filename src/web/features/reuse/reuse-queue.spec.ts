import type { Account, Material, ReuseKind } from '../../api/types';

/*
 * The queue against a server played here. Each `visit` loads the page's code anew, as a reload does: only what the phone kept is left.
 */

const lin = { id: '7', displayName: '林夏' } as Account;
const xu = { id: '8', displayName: '许秋' } as Account;
const material = { id: '42', body: '第一行写得很长很长很长很长，超过了十八个字\n第二行' } as Material;

interface Sent {
  path: string;
  body: { id: string; kind: ReuseKind };
  headers: Headers;
}

type Reply = () => Response | Promise<Response>;

let sent: Sent[];
let reply: Reply;

const counted: Reply = () => Response.json({ counted: true, reuseCount: 9 }, { status: 201 });
const offline: Reply = () => Promise.reject(new TypeError('Failed to fetch'));
const refuse = (status: number, code: string) => (): Response =>
  new Response(JSON.stringify({ code, status }), { status, headers: { 'content-type': 'application/problem+json' } });
const kept = (): { id: string; kind: string; accountId: string }[] => JSON.parse(localStorage.getItem('mz.reuses') ?? '[]');

async function visit(account: Account | null = lin) {
  jest.resetModules();
  const queue = await import('./reuse-queue');
  const { meKey, queryClient } = await import('../../api/query-client');
  const signIn = (who: Account | null) => void queryClient.setQueryData(meKey, who);
  signIn(account);
  const news: string[] = [];
  queue.onReuseNews(({ type, event }) => news.push(`${event.kind} ${type}`));
  return { ...queue, news, signIn };
}

/** Lets everything happen that happens within so much time. */
const pass = (ms = 0) => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-22T01:42:00Z') });
  localStorage.clear();
  sent = [];
  reply = counted;
  globalThis.fetch = async (request) => {
    const { url, headers } = request as Request;
    sent.push({ path: new URL(url).pathname, headers, body: await (request as Request).clone().json() });
    return reply();
  };
});
afterEach(() => {
  jest.clearAllTimers();
  jest.useRealTimers();
});

it('keeps a tap on the phone until the server has answered, then forgets it', async () => {
  let release = (): void => undefined;
  reply = () => new Promise((resolve) => (release = () => resolve(Response.json({ counted: true, reuseCount: 9 }))));
  const { recordReuse, news, latestNews } = await visit();
  const event = recordReuse(material, 'copied');
  expect(event).toMatchObject({ accountId: '7', materialId: '42', title: '第一行写得很长很长很长很长，超过了十', at: '2026-11-22T01:42:00.000Z' });
  await pass();
  expect(kept()).toEqual([event]);
  expect(news).toEqual(['copied recorded']);
  release();
  await pass();
  expect(kept()).toEqual([]);
  expect(news).toEqual(['copied recorded', 'copied answered']);
  expect(latestNews.get('42')).toMatchObject({ type: 'answered', answer: { reuseCount: 9 } });
  expect(sent).toMatchObject([{ path: '/api/materials/42/reuses', body: { id: event?.id, kind: 'copied' } }]);
  expect(sent[0]?.headers.get('x-requested-with')).toBe('material-zone');
});

it('sends the same event again, ever more patiently, until the network is back', async () => {
  reply = offline;
  const { recordReuse, stuck } = await visit();
  const event = recordReuse(material, 'copied');
  await pass();
  expect([stuck.value, sent.length]).toEqual([true, 1]);
  for (const [seconds, times] of [[2, 2], [4, 3], [8, 4], [16, 5], [32, 6], [60, 7], [60, 8]] as const) {
    await pass(seconds * 1_000 - 1);
    expect(sent).toHaveLength(times - 1);
    await pass(1);
    expect(sent).toHaveLength(times);
  }
  reply = counted;
  await pass(60_000);
  expect(kept()).toEqual([]);
  expect(stuck.value).toBe(false);
  expect(new Set(sent.map(({ body }) => body.id))).toEqual(new Set([event?.id]));
  await pass(3_600_000);
  expect(sent).toHaveLength(9);
});

it('does not wait for its turn when the phone says it is online, or the page is looked at again', async () => {
  reply = offline;
  const { recordReuse, startReuseQueue } = await visit();
  startReuseQueue();
  recordReuse(material, 'copied');
  await pass();
  dispatchEvent(new Event('online'));
  await pass();
  expect(sent).toHaveLength(2);
  reply = counted;
  document.dispatchEvent(new Event('visibilitychange'));
  await pass();
  expect(sent).toHaveLength(3);
  expect(kept()).toEqual([]);
});

it('finds after a reload what was not acknowledged before, under the same id', async () => {
  reply = offline;
  const before = await visit();
  const event = before.recordReuse(material, 'copied');
  await pass();
  jest.clearAllTimers();
  reply = counted;
  const after = await visit();
  await after.send();
  expect(sent.map(({ body }) => body.id)).toEqual([event?.id, event?.id]);
  expect(kept()).toEqual([]);
});

it.each([
  [408, 'request.timeout'],
  [429, 'request.throttled'],
  [500, 'hub.error'],
  [503, 'hub.unavailable'],
  [401, 'auth.required'],
])('keeps an event that was answered with %i', async (status, code) => {
  reply = refuse(status, code);
  const { recordReuse, news, stuck } = await visit();
  recordReuse(material, 'copied');
  await pass();
  expect(kept()).toHaveLength(1);
  expect([stuck.value, news]).toEqual([true, ['copied recorded']]);
});

it('drops an event that can never be counted, says why, and goes on with the next', async () => {
  const { recordReuse, latestNews, news } = await visit();
  const replies = [refuse(422, 'reuse.id-out-of-window'), counted];
  reply = () => replies.shift()!();
  recordReuse(material, 'copied');
  recordReuse({ ...material, id: '43' }, 'copied');
  await pass();
  expect(kept()).toEqual([]);
  expect(news.slice(2)).toEqual(['copied refused', 'copied answered']);
  const refused = latestNews.get('42');
  const { problemWords } = await import('../../api/problem-words');
  const { locale } = await import('../../i18n/locale');
  const problem = refused?.type === 'refused' ? refused.problem : null;
  expect(problemWords(problem)).toBe('离点下去过了 24 小时，或者手机时间不准，没能补记。');
  locale.value = 'en';
  expect(problemWords(problem)).toMatch(/^More than 24 hours passed/);
});

it('sends in the order of the taps, one at a time, and lets none overtake one that is stuck', async () => {
  reply = offline;
  const { recordReuse } = await visit();
  const events = (['copied', 'saved', 'sent'] as const).map((kind) => recordReuse(material, kind));
  await pass(2_000);
  expect(sent.map(({ body }) => body.kind)).toEqual(['copied', 'copied']);
  reply = counted;
  await pass(4_000);
  expect(sent.slice(2).map(({ body }) => body.id)).toEqual(events.map((event) => event?.id));
});

it('sends nobody’s events for somebody else', async () => {
  reply = offline;
  const { recordReuse, send, signIn } = await visit(lin);
  recordReuse(material, 'copied');
  await pass();
  reply = counted;
  signIn(xu);
  recordReuse({ ...material, id: '43' }, 'copied');
  await pass(10_000);
  expect(sent.slice(1).map(({ path }) => path)).toEqual(['/api/materials/43/reuses']);
  expect(kept()).toMatchObject([{ accountId: '7' }]);
  signIn(lin);
  await send();
  expect(kept()).toEqual([]);
});

it('records nothing for a visitor', async () => {
  const { recordReuse } = await visit(null);
  expect(recordReuse(material, 'copied')).toBeNull();
  await pass();
  expect([kept(), sent]).toEqual([[], []]);
});

it('leaves alone what another tab of this phone has added meanwhile', async () => {
  const { recordReuse } = await visit();
  const other = { id: 'of the other tab', accountId: '8', materialId: '1', title: '', kind: 'sent', at: '' };
  localStorage.setItem('mz.reuses', JSON.stringify([other]));
  recordReuse(material, 'copied');
  expect(kept()).toHaveLength(2);
  await pass();
  expect(kept()).toEqual([other]);
});

it('lets the pictures that were saved not talk over what the copy was worth', async () => {
  const { recordReuse, latestNews } = await visit();
  recordReuse(material, 'copied');
  recordReuse(material, 'saved');
  await pass();
  expect(kept()).toEqual([]);
  expect(latestNews.get('42')).toMatchObject({ type: 'answered', event: { kind: 'copied' } });
});
