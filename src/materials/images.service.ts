import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SignedIn } from '../accounts/session.queries';
import { Database } from '../platform/database/database';
import { inspectImage, MAX_IMAGE_BYTES } from '../platform/images/inspect-image';
import { Bell } from '../platform/queue/bell';
import { FileStore } from '../platform/storage/file-store';
import type { ImageView } from './image.dto';
import { toImageView } from './image-view';
import { findImage, insertImage } from './image.queries';
import { imageNotFound } from './material.errors';

const KEY_BYTES = 16;

/** An upload as it came, until it is processed; it may still carry the place it was taken at, so it does not outlive that. */
export const originalKey = (sha256: string): string => `${sha256}.original`;

@Injectable()
export class ImagesService {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly bell: Bell,
  ) {}

  /**
   * Takes a picture in: refused by its content within milliseconds, processed by a worker afterwards. File first, then the row that
   * names it: a crash in between leaves a file without a row, which is never served and which the next upload of the same picture takes over.
   * @throws HubError `image.*`, `upload.too-large`, `upload.interrupted`, `storage.full`
   */
  async upload(owner: SignedIn, source: AsyncIterable<Uint8Array>): Promise<ImageView> {
    const staged = await this.store.stage(source, MAX_IMAGE_BYTES);
    try {
      const { width, height } = await inspectImage(staged.path);
      await this.store.put(originalKey(staged.sha256), staged);
      const image = await this.database.transaction((tx) =>
        insertImage(tx, {
          ownerId: owner.id,
          key: randomBytes(KEY_BYTES).toString('base64url'),
          sha256: Buffer.from(staged.sha256, 'hex'),
          bytes: staged.byteLength,
          width,
          height,
        }),
      );
      if (image.state === 'processing') this.bell.ring('images', 'process', { sha256: staged.sha256 });
      // The same bytes had been here before: there is nothing left to do with these.
      else await this.store.remove(originalKey(staged.sha256));
      return toImageView(image);
    } finally {
      await this.store.discard(staged);
    }
  }

  /** One's own upload. @throws HubError `image.not-found` */
  async get(owner: SignedIn, id: string): Promise<ImageView> {
    const image = await findImage(this.database, id);
    if (!image || image.owner_id !== owner.id) throw imageNotFound();
    return toImageView(image);
  }
}
