import { createHash } from 'node:crypto';
import fs, { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FileStore } from './file-store';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let root: string;
let store: FileStore;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'file-store-'));
  store = await FileStore.open(root);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await rm(root, { recursive: true });
});

const tempFiles = () => readdir(join(root, 'tmp'));

async function contentOf(key: string): Promise<string | undefined> {
  const file = await store.read(key);
  return file && (await buffer(file.stream)).toString();
}

/** Makes every write to an opened file fail as the system does when the disk is full. */
function fillDisk(): void {
  const openReally = fs.open;
  jest.spyOn(fs, 'open').mockImplementation(async (...args) => {
    const file = await openReally(...args);
    file.writeFile = async () => {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    };
    return file;
  });
}

describe('staging an upload', () => {
  it('counts and hashes what it writes', async () => {
    const staged = await store.stage(Readable.from([Buffer.from('half a '), Buffer.from('picture')]), 100);
    expect(staged).toMatchObject({ sha256: sha256('half a picture'), byteLength: 14 });
    expect(await readFile(staged.path, 'utf8')).toBe('half a picture');
  });

  it('takes exactly the limit, refuses one byte more, and stops reading there', async () => {
    await expect(store.stage(Readable.from([Buffer.alloc(60), Buffer.alloc(40)]), 100)).resolves.toMatchObject({ byteLength: 100 });
    let sent = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc((sent++, 60));
      })(),
    );
    const refusal = { kind: 'too-large', code: 'upload.too-large', details: { maxBytes: 100 } };
    await expect(store.stage(endless, 100)).rejects.toMatchObject(refusal);
    expect(endless.destroyed).toBe(true);
    expect(sent).toBeLessThan(100);
    expect(await tempFiles()).toHaveLength(1);
  });

  it('leaves nothing of an upload that breaks off', async () => {
    const broken = new Readable({ read: () => undefined });
    broken.push(Buffer.from('half a '));
    setTimeout(() => broken.destroy(new Error('ECONNRESET')), 20);
    await expect(store.stage(broken, 100)).rejects.toMatchObject({ kind: 'invalid', code: 'upload.interrupted' });
    expect(await tempFiles()).toEqual([]);
  });

  it('says that the disk is full and leaves nothing', async () => {
    fillDisk();
    const refusal = { kind: 'full', code: 'storage.full' };
    await expect(store.stage(Readable.from([Buffer.from('x')]), 100)).rejects.toMatchObject(refusal);
    await expect(store.put(sha256('x'), Buffer.from('x'))).rejects.toMatchObject(refusal);
    expect(await tempFiles()).toEqual([]);
    expect(await store.exists(sha256('x'))).toBe(false);
    jest.restoreAllMocks();
    await store.put(sha256('x'), Buffer.from('x'));
    expect(await contentOf(sha256('x'))).toBe('x');
  });

  it('can be discarded, before and after it was put', async () => {
    const staged = await store.stage(Readable.from([Buffer.from('x')]), 100);
    await store.discard(staged);
    await store.discard(staged);
    expect(await tempFiles()).toEqual([]);
  });
});

describe('a stored file', () => {
  it('can be read, and is gone when removed', async () => {
    const key = `${sha256('a')}.thumb.webp`;
    await store.put(key, Buffer.from('pixels'));
    expect(await store.exists(key)).toBe(true);
    expect(await store.read(key).then((file) => [file?.byteLength, file?.stream.destroy().destroyed])).toEqual([6, true]);
    expect(await contentOf(key)).toBe('pixels');
    await store.remove(key);
    await store.remove(key);
    expect(await store.exists(key)).toBe(false);
    expect(await store.read(key)).toBeUndefined();
  });

  it('may be the staged upload itself', async () => {
    const staged = await store.stage(Readable.from([Buffer.from('x')]), 100);
    await store.put(staged.sha256, staged);
    expect(await contentOf(sha256('x'))).toBe('x');
    expect(await tempFiles()).toEqual([]);
  });

  it('stays as it is when put again, by many at once too', async () => {
    const key = sha256('same');
    await Promise.all(Array.from({ length: 20 }, () => store.put(key, Buffer.from('same'))));
    const again = await store.stage(Readable.from([Buffer.from('same')]), 100);
    await store.put(key, again);
    expect(await contentOf(key)).toBe('same');
    expect(await tempFiles()).toEqual([]);
  });

  it('is stored together with others, and none is lost when one fails', async () => {
    const [a, b] = [sha256('a'), sha256('b')];
    await store.putAll([
      [a, Buffer.from('a')],
      [`${a}.webp`, Buffer.from('aa')],
      [b, Buffer.from('b')],
    ]);
    expect(await Promise.all([a, `${a}.webp`, b].map(contentOf))).toEqual(['a', 'aa', 'b']);
    const vanished = { path: join(root, 'tmp', 'vanished'), sha256: '', byteLength: 1 };
    const mixed = store.putAll([
      [sha256('lost'), vanished],
      [sha256('kept'), Buffer.from('kept')],
    ]);
    await expect(mixed).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await contentOf(sha256('kept'))).toBe('kept');
    expect(await tempFiles()).toEqual([]);
  });

  it.each(['', '../../etc/passwd', `${sha256('a')}/../x`, 'A'.repeat(64), `${sha256('a')}.a.b.c`, `${sha256('a')}\n`])(
    'is never named %j',
    async (key) => {
      await expect(store.put(key, Buffer.from('x'))).rejects.toThrow(RangeError);
      await expect(store.read(key)).rejects.toThrow(RangeError);
      await expect(store.remove(key)).rejects.toThrow(RangeError);
    },
  );
});

it('sweeps what a killed process left, but not what is in work', async () => {
  await writeFile(join(root, 'tmp', 'old'), 'left behind');
  await utimes(join(root, 'tmp', 'old'), new Date(), new Date(Date.now() - 3_600_000));
  const young = await store.stage(Readable.from([Buffer.from('x')]), 100);
  expect(await store.sweepTemp(600_000)).toBe(1);
  expect(await tempFiles()).toEqual([young.path.split('/').at(-1)]);
});
