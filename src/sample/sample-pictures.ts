import { Readable } from 'node:stream';
import type { SignedIn } from '../accounts/session.queries';
import { processingPictures } from '../materials/image.queries';
import type { ImagesService } from '../materials/images.service';
import type { Sql } from '../platform/database/sql';
import type { JobHandlers } from '../platform/queue/job-handlers';
import { renderIllustration } from './illustrations/illustrations';
import type { SamplePicture, SamplePost } from './post';

/** Drawing, encoding and storing overlap; more at once only takes more memory. */
const AT_ONCE = 4;
const MANY = 10_000;

/** Uploads the pictures of all posts, as their authors would, and has them processed. @returns image ids by post, in order. */
export async function uploadSamplePictures(
  posts: readonly SamplePost[],
  people: ReadonlyMap<string, SignedIn>,
  images: ImagesService,
  jobs: JobHandlers,
  sql: Sql,
  signal?: AbortSignal,
): Promise<Map<SamplePost, string[]>> {
  const ids = new Map(posts.map((post) => [post, [] as string[]]));
  const work = posts.flatMap((post) => post.pictures.map((picture, place) => ({ post, picture, place })));
  await several(work, async ({ post, picture, place }) => {
    signal?.throwIfAborted();
    ids.get(post)![place] = await uploadOne(picture, people.get(post.author)!, images);
  });
  // No worker runs while history is made, so the bells that were rung are answered here.
  const { handle } = jobs.find('images', 'process');
  await several(await processingPictures(sql, MANY), (sha256) => handle({ sha256 }));
  return ids;
}

async function several<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const takeNext = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeNext));
}

async function uploadOne([subject, variant]: SamplePicture, author: SignedIn, images: ImagesService): Promise<string> {
  const { id } = await images.upload(author, Readable.from([await renderIllustration(subject, variant)]));
  return id;
}
