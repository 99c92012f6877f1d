import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { HubError } from '../errors';
import { storageFull, uploadInterrupted, uploadTooLarge } from './storage.errors';

/** An upload on this disk under a temporary name, complete and synced, not yet part of the store. */
export interface StagedFile {
  readonly path: string;
  readonly sha256: string;
  readonly byteLength: number;
}

const KEY = /^[0-9a-f]{64}(\.[a-z0-9]{1,20}){0,2}$/;

/**
 * Files under one folder, named by the SHA-256 of what they come from plus suffixes (`<hash>.thumb.webp`). A file is there whole or
 * not at all: written under a temporary name on the same disk, synced, renamed, its folder synced. Write the file first, then the row
 * that names it: after a crash in between a file may lack its row, but no row its file.
 */
export class FileStore {
  private constructor(
    private readonly root: string,
    private readonly temp: string,
  ) {}

  static async open(root: string): Promise<FileStore> {
    const temp = join(root, 'tmp');
    await mkdir(temp, { recursive: true });
    return new FileStore(root, temp);
  }

  /**
   * Takes an upload in as a temporary file, counting and hashing on the way. The source is read to its end or destroyed; on any error
   * no file is left. The caller must `put` or `discard` the result.
   *
   * @throws HubError `upload.too-large`, `upload.interrupted` (the source failed), `storage.full`
   */
  async stage(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StagedFile> {
    const hash = createHash('sha256');
    let byteLength = 0;
    const path = await this.writeTemp(async (file) => {
      for await (const chunk of orInterrupted(source)) {
        byteLength += chunk.byteLength;
        if (byteLength > maxBytes) throw uploadTooLarge(maxBytes);
        hash.update(chunk);
        await file.writeFile(chunk); // on a handle: appends, and writes all of it
      }
    });
    return { path, sha256: hash.digest('hex'), byteLength };
  }

  /** Removes what `stage` left; nothing happens when it was put meanwhile. */
  async discard(staged: StagedFile): Promise<void> {
    await rm(staged.path, { force: true });
  }

  /**
   * Stores under a key. Equal keys mean equal content: when the key is taken, the file there stays and the new one is dropped.
   *
   * @throws HubError `storage.full`
   */
  async put(key: string, content: Uint8Array | StagedFile): Promise<void> {
    await this.putAll([[key, content]]);
  }

  /** Several at once, which waits for the disk once and not once per file. Not all or nothing: repeat it after an error. */
  async putAll(files: ReadonlyArray<readonly [key: string, content: Uint8Array | StagedFile]>): Promise<void> {
    const moved = await Promise.allSettled(files.map(([key, content]) => this.putUnsynced(this.pathOf(key), content)));
    for (const result of moved) if (result.status === 'rejected') throw result.reason;
    const folders = new Set(files.map(([key]) => dirname(this.pathOf(key))));
    await Promise.all([...folders].map(syncFolder));
  }

  /** A stored file, opened: a later `remove` does not cut it off. The stream must be read or destroyed. Undefined when not there. */
  async read(key: string): Promise<{ stream: Readable; byteLength: number } | undefined> {
    try {
      const file = await open(this.pathOf(key));
      return { stream: file.createReadStream(), byteLength: (await file.stat()).size };
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  async exists(key: string): Promise<boolean> {
    return isThere(this.pathOf(key));
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  /** Where a key's file is or will be. Throws on anything that is not a key, so that no name from outside can leave the folder. */
  pathOf(key: string): string {
    if (!KEY.test(key)) throw new RangeError('A storage key is a SHA-256 in hex with at most two suffixes.');
    return join(this.root, key.slice(0, 2), key);
  }

  /** Removes temporary files that a killed process left, and answers how many. Younger ones may still be in work. */
  async sweepTemp(olderThanMs: number): Promise<number> {
    let removed = 0;
    for (const name of await readdir(this.temp)) {
      const path = join(this.temp, name);
      const age = await stat(path).then(
        (found) => Date.now() - found.mtimeMs,
        () => -1, // finished and renamed meanwhile
      );
      if (age < olderThanMs) continue;
      await rm(path, { force: true });
      removed++;
    }
    return removed;
  }

  private async putUnsynced(path: string, content: Uint8Array | StagedFile): Promise<void> {
    const staged = content instanceof Uint8Array ? undefined : content.path;
    if (await isThere(path)) {
      if (staged) await rm(staged, { force: true });
      return;
    }
    const temp = staged ?? (await this.writeTemp((file) => file.writeFile(content as Uint8Array)));
    try {
      const created = await orFull(mkdir(dirname(path), { recursive: true }));
      if (created) await syncFolder(this.root);
      await orFull(rename(temp, path));
    } catch (error) {
      if (!staged) await rm(temp, { force: true });
      throw error;
    }
  }

  private async writeTemp(write: (file: FileHandle) => Promise<void>): Promise<string> {
    const path = join(this.temp, randomUUID());
    try {
      const file = await open(path, 'wx');
      try {
        await write(file);
        await file.sync();
      } finally {
        await file.close();
      }
      return path;
    } catch (error) {
      await rm(path, { force: true });
      throw full(error);
    }
  }
}

/** Errors of the source become `upload.interrupted` unless it says better, so that they are not taken for errors of the disk. */
async function* orInterrupted(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await chunks.next().catch((error: unknown) => {
        throw error instanceof HubError ? error : uploadInterrupted();
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await chunks.return?.();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

const orFull = <T>(work: Promise<T>) =>
  work.catch((error: unknown) => {
    throw full(error);
  });

const full = (error: unknown) => (['ENOSPC', 'EDQUOT'].includes(codeOf(error)) ? storageFull() : error);

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';
