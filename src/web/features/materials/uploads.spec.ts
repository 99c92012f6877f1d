import type { Picture } from '../../api/types';

/** What the network does is decided here, upload by upload. */
interface Sending {
  name: string;
  done: () => void;
  fail: (error: unknown) => void;
}

const file = (name: string): File => new File(['x'], name);
const settle = () => new Promise((resolve) => setImmediate(resolve));

async function table() {
  jest.resetModules();
  const sending: Sending[] = [];
  jest.doMock('./upload-image', () => ({
    sendImage: (each: File, signal: AbortSignal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('Removed', 'AbortError')));
        sending.push({ name: each.name, done: () => resolve({ id: each.name, state: 'ready' } as Picture), fail: reject });
      }),
    waitUntilReady: (picture: Picture) => Promise.resolve(picture),
  }));
  const { useUploads } = await import('./uploads');
  const { Problem } = await import('../../api/problem');
  const { effectScope } = await import('vue');
  return { sending, Problem, ...effectScope().run(useUploads)! };
}

it('sends two at a time and keeps the author’s order, whichever arrives first', async () => {
  const { add, sending, imageIds, busy } = await table();
  add(['a', 'b', 'c', 'd'].map(file));
  expect(sending.map(({ name }) => name)).toEqual(['a', 'b']);
  sending[1]?.done();
  await settle();
  expect(sending.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  for (const at of [2, 0]) sending[at]?.done();
  await settle();
  sending[3]?.done();
  expect(busy.value).toBe(true);
  await settle();
  expect(imageIds.value).toEqual(['a', 'b', 'c', 'd']);
  expect(busy.value).toBe(false);
});

it('takes nine and says how many were left out', async () => {
  const { add, uploads } = await table();
  expect(add(Array.from({ length: 7 }, (_, at) => file(`${at}`)))).toBe(0);
  expect(add(['x', 'y', 'z'].map(file))).toBe(1);
  expect(uploads.value).toHaveLength(9);
});

it('offers to retry what passed by, not what is wrong with the file; the others go on', async () => {
  const { add, sending, failed, retry, imageIds, Problem } = await table();
  add(['a', 'b', 'c'].map(file));
  sending[0]?.fail(new Problem('network', 0, ''));
  sending[1]?.fail(new Problem('image.heic', 415, ''));
  await settle();
  expect(failed.value.map(({ canRetry }) => canRetry)).toEqual([true, false]);
  expect(failed.value[1]?.problem).toContain('HEIC');
  retry(failed.value[0]!);
  sending[2]?.done();
  sending[3]?.done();
  await settle();
  expect(sending[3]?.name).toBe('a');
  expect(imageIds.value).toEqual(['a', 'c']);
});

it('makes room for the next when one is removed on its way', async () => {
  const { add, remove, uploads, sending } = await table();
  add(['a', 'b', 'c'].map(file));
  remove(uploads.value[0]!);
  await settle();
  expect(sending.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  expect(uploads.value.map(({ state }) => state)).toEqual(['sending', 'sending']);
});

it.each([
  [0, 2, 'bcad'],
  [3, 0, 'dabc'],
  [1, 99, 'acdb'],
  [2, -1, 'cabd'],
  [9, 0, 'abcd'],
])('moves picture %i to %i', async (from, to, order) => {
  const { load, move, imageIds } = await table();
  load([...'abcd'].map((id) => ({ id, urls: { thumb: '' } }) as Picture));
  move(from, to);
  expect(imageIds.value.join('')).toBe(order);
});
