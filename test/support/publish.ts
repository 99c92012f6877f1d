import sharp from 'sharp';
import { openReviewOf } from '../../src/moderation/review.queries';
import type { Actor, TestHub } from './test-hub';

/** A small picture that no other call makes. */
export async function picture(width = 60, height = 40): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } }).jpeg().toBuffer();
}

export async function upload(hub: TestHub, as: Actor, bytes: Buffer, name = 'picture.jpg'): Promise<{ status: number; body: any }> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  return hub.call('POST', '/api/images', { as, body: form });
}

/** Asks until the answer is as wanted; fails after ten seconds. */
export async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(answer)} after ten seconds`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Writes a material and lets a moderator approve it. @returns its id */
export async function publish(hub: TestHub, author: Actor, moderator: Actor, body: object = {}): Promise<string> {
  const created = await hub.call('POST', '/api/materials', { as: author, body: { body: '今早六点摘的 {{我的链接}}', category: 'life', ...body } });
  if (created.status !== 201) throw new Error(`not created: ${JSON.stringify(created.body)}`);
  const review = await openReviewOf(hub.sql, 'material', created.body.id);
  const decided = await hub.call('POST', `/api/reviews/${review?.id}/decision`, { as: moderator, body: { decision: 'approve', version: review?.version } });
  if (decided.status !== 200) throw new Error(`not approved: ${JSON.stringify(decided.body)}`);
  return created.body.id;
}
