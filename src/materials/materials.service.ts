import { Injectable } from '@nestjs/common';
import type { SignedIn } from '../accounts/session.queries';
import { ReviewsService } from '../moderation/reviews.service';
import { Database, type Transaction } from '../platform/database/database';
import { usableImages } from './image.queries';
import type { CreatedView, MaterialBody } from './material.dto';
import { Material, type MaterialState } from './material.entity';
import { imageNotUsable, materialNotFound, wrongState } from './material.errors';
import { isListed, lockMaterial, setMaterialImages, setState } from './material.queries';
import { MATERIAL_SUBJECT } from './material-subject';

/** An author's own work: writing, handing in for review, taking back. */
@Injectable()
export class MaterialsService {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewsService,
  ) {}

  /**
   * Stores a new material and hands it in for review.
   * @throws HubError `material.image-not-usable`
   */
  create(author: SignedIn, body: MaterialBody): Promise<CreatedView> {
    return this.database.transaction(async (tx) => {
      await this.requireUsable(tx, author, body.imageIds);
      const { identifiers } = await tx.manager.insert(Material, { ...columns(body), authorId: author.id, state: 'in_review', version: 1, createdAt: () => 'now()' });
      const { id } = identifiers[0] as { id: string };
      await setMaterialImages(tx, id, body.imageIds);
      await this.reviews.open(tx, { subjectKind: MATERIAL_SUBJECT, subjectId: id, authorId: author.id });
      return { id, state: 'in_review' };
    });
  }

  /**
   * Replaces what a draft says; a material that was returned is a draft again.
   * @throws HubError `material.not-found`, `material.wrong-state`, `material.image-not-usable`
   */
  edit(author: SignedIn, id: string, body: MaterialBody): Promise<CreatedView> {
    return this.database.transaction(async (tx) => {
      await this.requireOwn(tx, author, id, ['draft']);
      await this.requireUsable(tx, author, body.imageIds);
      await tx.manager.update(Material, { id }, { ...columns(body), version: () => 'version + 1', updatedAt: () => 'now()' });
      await setMaterialImages(tx, id, body.imageIds);
      return { id, state: 'draft' };
    });
  }

  /** Hands a draft in for review. @throws HubError `material.not-found`, `material.wrong-state` */
  submit(author: SignedIn, id: string): Promise<CreatedView> {
    return this.database.transaction(async (tx) => {
      await this.reviews.open(tx, { subjectKind: MATERIAL_SUBJECT, subjectId: id, authorId: author.id });
      await this.requireOwn(tx, author, id, ['draft']);
      await setState(tx, id, 'in_review');
      return { id, state: 'in_review' };
    });
  }

  /**
   * Takes a material back: out of the queue it becomes a draft again, out of the feed it is retired. What was counted stays.
   * @throws HubError `material.not-found`, `material.wrong-state`
   */
  retire(author: SignedIn, id: string): Promise<CreatedView> {
    return this.database.transaction(async (tx) => {
      // Reviews lock the queue's row before the material, so does this; otherwise the two could wait for each other.
      await this.reviews.withdraw(tx, MATERIAL_SUBJECT, id);
      const state = await this.requireOwn(tx, author, id, ['in_review', 'published']);
      const next = state === 'published' ? 'retired' : 'draft';
      await setState(tx, id, next);
      return { id, state: next };
    });
  }

  /** @throws HubError `material.not-found` unless everybody may see it. */
  async requirePublished(id: string): Promise<void> {
    if (!(await isListed(this.database, id))) throw materialNotFound();
  }

  /** Locks the material; somebody else's is not found rather than forbidden. */
  private async requireOwn(tx: Transaction, author: SignedIn, id: string, states: readonly MaterialState[]): Promise<MaterialState> {
    const material = await lockMaterial(tx, id);
    if (!material || material.author_id !== author.id) throw materialNotFound();
    if (!states.includes(material.state)) throw wrongState(material.state);
    return material.state;
  }

  private async requireUsable(tx: Transaction, author: SignedIn, imageIds: readonly string[]): Promise<void> {
    if (imageIds.length === 0) return;
    const usable = await usableImages(tx, author.id, imageIds);
    const others = imageIds.filter((imageId) => !usable.has(imageId));
    if (others.length > 0) throw imageNotUsable(others);
  }
}

function columns(body: MaterialBody): Pick<Material, 'body' | 'category' | 'tags' | 'variants' | 'commentText'> {
  return { body: body.body, category: body.category, tags: body.tags, variants: body.variants, commentText: body.commentText ?? null };
}
