import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { SignedIn } from '../accounts/session.queries';
import type { ImagesService } from '../materials/images.service';
import type { JobHandlers } from '../platform/queue/job-handlers';
import { renderIllustration } from './illustrations/illustrations';
import type { SamplePicture, SamplePost } from './post';

/** Drawing uses one core, encoding the others: a few pictures at once keep all of them busy. */
const AT_ONCE = 4;

/**
 * Draws the pictures of all posts and uploads them, as their authors would. No worker runs while history is made, so each is processed
 * as soon as it is there. @returns image ids by post, in order.
 */
export async function uploadSamplePictures(
  posts: readonly SamplePost[],
  people: ReadonlyMap<string, SignedIn>,
  images: ImagesService,
  jobs: JobHandlers,
  signal?: AbortSignal,
): Promise<Map<SamplePost, string[]>> {
  const ids = new Map(posts.map((post) => [post, [] as string[]]));
  const left = posts.flatMap((post) => post.pictures.map((picture, place) => ({ post, picture, place })));
  const process = jobs.find('images', 'process').handle;
  const upload = async ([subject, variant]: SamplePicture, author: SignedIn): Promise<string> => {
    const bytes = await renderIllustration(subject, variant);
    const { id } = await images.upload(author, Readable.from([bytes]));
    await process({ sha256: createHash('sha256').update(bytes).digest('hex') });
    return id;
  };
  const takeNext = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      signal?.throwIfAborted();
      ids.get(next.post)![next.place] = await upload(next.picture, people.get(next.post.author)!);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeNext));
  return ids;
}
