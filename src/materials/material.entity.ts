import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Category } from './categories';

export type MaterialState = 'draft' | 'in_review' | 'published' | 'retired' | 'removed';

@Entity('materials')
export class Material {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ name: 'author_id', type: 'bigint' })
  authorId!: string;

  @Column({ type: 'text' })
  category!: Category;

  @Column({ type: 'text' })
  state!: MaterialState;

  /** As the author wrote it, placeholders unfilled. */
  @Column({ type: 'text' })
  body!: string;

  /** 评论区文案: goes under the post as its first comment. */
  @Column({ name: 'comment_text', type: 'text', nullable: true })
  commentText!: string | null;

  @Column({ type: 'text', array: true })
  tags!: string[];

  /** Other wordings of the body by the same author. */
  @Column({ type: 'text', array: true })
  variants!: string[];

  /** Raised with every edit. */
  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz', update: false })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', insert: false })
  updatedAt!: Date;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;
}
