import { Injectable, type OnModuleInit } from '@nestjs/common';
import { findPeople } from '../accounts/account.queries';
import type { SignedIn } from '../accounts/session.queries';
import { ReviewSubjects, type Decision, type ReviewSubject, type SubjectView } from '../moderation/review-subjects';
import type { Sql } from '../platform/database/sql';
import { HEAD_START } from './hot-score';
import { toImageView } from './image-view';
import { findMaterialImages, imageStates } from './image.queries';
import { imagesProcessing, imagesRefused, materialNotFound, wrongState } from './material.errors';
import { findMaterials, lockMaterial, publish, setState } from './material.queries';
import { MATERIAL_SUBJECT } from './material-subject';

/** How the moderator's desk shows a material, and what a decision does to it. */
@Injectable()
export class MaterialReview implements ReviewSubject, OnModuleInit {
  constructor(private readonly subjects: ReviewSubjects) {}

  onModuleInit(): void {
    this.subjects.register(MATERIAL_SUBJECT, this);
  }

  async present(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, SubjectView>> {
    const materials = await findMaterials(sql, ids);
    const images = await findMaterialImages(sql, ids);
    const people = await findPeople(sql, [...materials.values()].map((material) => material.author_id));
    return new Map(
      [...materials.values()].map((material) => [
        material.id,
        {
          kind: MATERIAL_SUBJECT,
          id: material.id,
          state: material.state,
          category: material.category,
          body: material.body,
          commentText: material.comment_text,
          tags: material.tags,
          variants: material.variants,
          images: (images.get(material.id) ?? []).map(toImageView),
          author: people.get(material.author_id),
          createdAt: material.created_at.toISOString(),
          version: material.version,
        },
      ]),
    );
  }

  async apply(tx: Sql, id: string, decision: Decision, _by: SignedIn): Promise<void> {
    const material = await lockMaterial(tx, id);
    if (!material) throw materialNotFound();
    if (material.state !== 'in_review') throw wrongState(material.state);
    if (decision === 'return') return setState(tx, id, 'draft');
    if (decision === 'reject') return setState(tx, id, 'removed');
    const pictures = await imageStates(tx, id);
    if (pictures.includes('processing')) throw imagesProcessing();
    if (pictures.includes('refused')) throw imagesRefused();
    await publish(tx, id, HEAD_START);
  }
}
