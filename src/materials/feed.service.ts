import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { signInRequired } from '../accounts/account.errors';
import { Database } from '../platform/database/database';
import { decodeCursor, encodeCursor, float, micros } from '../platform/http/cursor';
import { id } from '../platform/http/schemas';
import type { FeedQuery, MaterialView } from './material.dto';
import { materialNotFound } from './material.errors';
import { MaterialPresenter, type Reader } from './material-presenter';
import { authorPage, hotPage, newPage, ownPage, picksPage, type Position } from './material.queries';

const SORTS = {
  hot: { page: hotPage, key: float },
  new: { page: newPage, key: micros },
  picks: { page: picksPage, key: micros },
};

/** Materials as lists and single pages show them. */
@Injectable()
export class FeedService {
  constructor(
    private readonly database: Database,
    private readonly presenter: MaterialPresenter,
  ) {}

  /** @throws HubError `request.cursor`, `auth.required` for `author=me` without a session. */
  async list(query: FeedQuery, reader: Reader): Promise<{ items: MaterialView[]; nextCursor: string | null }> {
    const positions = await this.positions(query, reader);
    const kept = positions.slice(0, query.limit);
    const last = kept.at(-1);
    return {
      items: await this.presenter.present(kept.map((one) => one.id), reader),
      nextCursor: positions.length > query.limit && last ? encodeCursor([last.key, last.id]) : null,
    };
  }

  /** A published material for everybody; any other for its author and for moderators. @throws HubError `material.not-found` */
  async get(id: string, reader: Reader): Promise<MaterialView> {
    const [material] = await this.presenter.present([id], reader);
    const isModerator = reader.account !== undefined && reader.account.role !== 'promoter';
    if (!material || !(material.state === 'published' || material.isMine || isModerator)) throw materialNotFound();
    return material;
  }

  private positions({ sort, category, author, limit, cursor }: FeedQuery, { account }: Reader): Promise<Position[]> {
    // The key of the last entry, and its id among equals.
    const after = <Key extends z.ZodType<string>>(key: Key) => ({
      category: category ?? null,
      after: decodeCursor(z.tuple([key, id]), cursor),
      limit: limit + 1,
    });
    if (author === 'me') {
      if (!account) throw signInRequired();
      return ownPage(this.database, account.id, after(id));
    }
    if (author !== undefined) return authorPage(this.database, author, after(micros));
    const { page, key } = SORTS[sort];
    return page(this.database, after(key));
  }
}
