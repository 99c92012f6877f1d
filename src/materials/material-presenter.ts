import { Inject, Injectable } from '@nestjs/common';
import { findPeople } from '../accounts/account.queries';
import type { SignedIn } from '../accounts/session.queries';
import type { PersonView } from '../accounts/account.dto';
import { CONFIG, type Config } from '../config/config';
import { ReviewsService, type LatestDecision } from '../moderation/reviews.service';
import { Database } from '../platform/database/database';
import { toImageView } from './image-view';
import { findMaterialImages, type ImageRow } from './image.queries';
import { MaterialMarks } from './material-marks';
import type { MarksView, MaterialView } from './material.dto';
import { findMaterials, type MaterialRow } from './material.queries';
import { MATERIAL_SUBJECT } from './material-subject';
import { renderPlaceholders } from './placeholders';
import { makeShareCode } from './share-code';

/** For whom a page is made: nobody in particular, or a promoter reading it under an address of ours. */
export interface Reader {
  readonly account: SignedIn | undefined;
  /** `https://hub.example`, without a slash at the end; what shared links begin with. */
  readonly origin: string;
}

/** Everything that belongs to the materials of one page, loaded at once: the number of statements does not grow with the page. */
interface Surroundings {
  readonly people: ReadonlyMap<string, PersonView>;
  readonly images: ReadonlyMap<string, ImageRow[]>;
  readonly marks: ReadonlyMap<string, MarksView>;
  readonly decisions: ReadonlyMap<string, LatestDecision>;
}

@Injectable()
export class MaterialPresenter {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly marks: MaterialMarks,
    private readonly reviews: ReviewsService,
  ) {}

  /** Views in the order of the ids. Whether the reader may see them was decided by whoever chose the ids. */
  async present(ids: readonly string[], reader: Reader): Promise<MaterialView[]> {
    if (ids.length === 0) return [];
    const rows = await findMaterials(this.database, ids);
    const inOrder = ids.flatMap((id) => rows.get(id) ?? []);
    const surroundings = await this.surroundings(inOrder, reader);
    return inOrder.map((row) => this.view(row, surroundings, reader));
  }

  private async surroundings(rows: readonly MaterialRow[], { account }: Reader): Promise<Surroundings> {
    const ids = rows.map((row) => row.id);
    const own = rows.filter((row) => row.author_id === account?.id).map((row) => row.id);
    const [people, images, marks, decisions] = await Promise.all([
      findPeople(this.database, rows.flatMap((row) => [row.author_id, row.picked_by ?? row.author_id])),
      findMaterialImages(this.database, ids),
      this.marks.load(this.database, account?.id, ids),
      own.length > 0 ? this.reviews.latestDecisions(this.database, MATERIAL_SUBJECT, own) : new Map<string, LatestDecision>(),
    ]);
    return { people, images, marks, decisions };
  }

  private view(row: MaterialRow, { people, images, marks, decisions }: Surroundings, reader: Reader): MaterialView {
    const pictures = (images.get(row.id) ?? []).map(toImageView);
    const decision = decisions.get(row.id);
    const picker = row.picked_by === null ? undefined : people.get(row.picked_by);
    return {
      id: row.id,
      state: row.state,
      category: row.category,
      body: row.body,
      commentText: row.comment_text,
      tags: row.tags,
      variants: row.variants,
      author: people.get(row.author_id)!,
      images: pictures,
      reuseCount: row.reuse_count,
      teamCount: row.team_count,
      rating: { mean: row.rating_count > 0 ? row.rating_sum / row.rating_count : null, count: row.rating_count },
      pick:
        row.pick_note !== null && row.picked_at && picker
          ? { note: row.pick_note, by: { id: picker.id, displayName: picker.displayName }, pickedAt: row.picked_at.toISOString() }
          : null,
      createdAt: row.created_at.toISOString(),
      publishedAt: row.published_at?.toISOString() ?? null,
      version: row.version,
      isMine: row.author_id === reader.account?.id,
      mine: marks.get(row.id) ?? null,
      ready: reader.account ? this.ready(row, reader.account, reader.origin, pictures.map((picture) => picture.urls.jpeg)) : null,
      review: decision ? { decision: decision.decision, reason: decision.reason, decidedAt: decision.decidedAt.toISOString() } : null,
    };
  }

  /** What this promoter pastes: complete before the tap, so that copying never waits for the network. */
  private ready(row: MaterialRow, account: SignedIn, origin: string, images: string[]): NonNullable<MaterialView['ready']> {
    const code = makeShareCode(this.config.appSecret!, { accountId: account.id, materialId: row.id });
    const shareUrl = `${this.config.publicUrl ?? origin}/s/${code}`;
    const values = { 我的链接: shareUrl, 昵称: account.displayName };
    return {
      text: renderPlaceholders(row.body, values),
      commentText: row.comment_text === null ? null : renderPlaceholders(row.comment_text, values),
      shareUrl,
      images,
    };
  }
}
