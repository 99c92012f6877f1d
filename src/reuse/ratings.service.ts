import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { findPeople } from '../accounts/account.queries';
import { MaterialsService } from '../materials/materials.service';
import { onConstraint } from '../platform/database/constraints';
import { Database } from '../platform/database/database';
import { decodeCursor, micros, toPage } from '../platform/http/cursor';
import { id } from '../platform/http/schemas';
import { listRatings, ratingHistogram, upsertRating } from './ratings.queries';
import type { RatingBody, RatingList, RatingSummary } from './reuse.dto';
import { ratingNeedsReuse } from './reuse.errors';

const position = z.tuple([micros, id]);

@Injectable()
export class RatingsService {
  constructor(
    private readonly database: Database,
    private readonly materials: MaterialsService,
  ) {}

  /**
   * Rates a material, or replaces what this person said before.
   * @throws HubError `rating.needs-reuse`, `material.not-found`
   */
  async rate(accountId: string, materialId: string, { stars, note }: RatingBody): Promise<RatingSummary> {
    await this.materials.requirePublished(materialId);
    const rating = upsertRating(this.database, { materialId, accountId, stars, note: note ?? null });
    const { sum, count } = await onConstraint(rating, { ratings_needs_reuse: ratingNeedsReuse });
    return { mean: count ? sum / count : null, count };
  }

  /** @throws HubError `material.not-found`, `request.cursor` */
  async list(materialId: string, limit: number, cursor: string | undefined): Promise<RatingList> {
    await this.materials.requirePublished(materialId);
    const rows = await listRatings(this.database, materialId, decodeCursor(position, cursor), limit + 1);
    const people = await findPeople(this.database, rows.map((row) => row.account_id));
    const page = toPage(
      rows,
      limit,
      (row) => ({ account: people.get(row.account_id)!, stars: row.stars, note: row.note, updatedAt: row.updated_at.toISOString() }),
      (row) => [row.position, row.account_id],
    );
    return { ...page, histogram: await ratingHistogram(this.database, materialId) };
  }
}
