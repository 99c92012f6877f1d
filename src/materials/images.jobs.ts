import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { HubError } from '../platform/errors';
import { DecodeBudget } from '../platform/images/decode-budget';
import { transformImage, VARIANTS, type TransformedImage, type VariantName } from '../platform/images/transform-image';
import { Bell } from '../platform/queue/bell';
import { JobHandlers } from '../platform/queue/job-handlers';
import { FileStore } from '../platform/storage/file-store';
import { isProcessing, markReady, markRefused, processingPictures } from './image.queries';
import { originalKey } from './images.service';

const SWEEP_EVERY_MS = 60_000;
const SWEEP_AT_MOST = 200;
const ABANDONED_UPLOAD_MS = 3_600_000;

/** The key of one of the files made from a content. */
export const variantKey = (sha256: string, variant: VariantName): string => `${sha256}.${variant}.${VARIANTS[variant].extension}`;

/** Makes the files of uploaded pictures. Doing it twice makes the same files: they are named by what they come from. */
@Injectable()
export class ImagesJobs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly budget: DecodeBudget,
    private readonly bell: Bell,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register({ queue: 'images', name: 'process', handle: ({ sha256 }) => this.process(sha256 ?? '') });
    this.handlers.register({ queue: 'images', name: 'sweep', handle: () => this.sweep(), everyMs: SWEEP_EVERY_MS });
  }

  /** Files first, then the row that says they are there. */
  private async process(sha256: string): Promise<void> {
    if (await isProcessing(this.database, sha256)) {
      try {
        await this.keep(sha256, await transformImage(this.store.pathOf(originalKey(sha256)), this.budget));
      } catch (error) {
        // A full disk passes; whatever else the pipeline says about a picture stays true.
        if (!(error instanceof HubError) || error.kind === 'full') throw error;
        await markRefused(this.database, sha256, error.code);
      }
    }
    await this.store.remove(originalKey(sha256));
  }

  private async keep(sha256: string, { variants, facts, hash }: TransformedImage): Promise<void> {
    const names = Object.keys(variants) as VariantName[];
    await this.store.putAll(names.map((name) => [variantKey(sha256, name), variants[name].bytes]));
    await markReady(this.database, sha256, { width: facts.width, height: facts.height, dhash: hash.dHash, phash: hash.pHash });
  }

  private async sweep(): Promise<void> {
    for (const sha256 of await processingPictures(this.database, SWEEP_AT_MOST)) this.bell.ring('images', 'process', { sha256 });
    await this.store.sweepTemp(ABANDONED_UPLOAD_MS);
  }
}
