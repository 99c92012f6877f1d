import sharp from 'sharp';
import { picture, publish, until, upload } from '../support/publish';
import { createTestHub, type Actor, type TestHub } from '../support/test-hub';

let hub: TestHub;
let author: Actor;
let moderator: Actor;
let reader: Actor;

beforeAll(async () => {
  hub = await createTestHub();
  author = await hub.actor({ teamId: await hub.team() });
  moderator = await hub.actor({ role: 'moderator' });
  reader = await hub.actor();
});
afterAll(() => hub.stop());

const ready = (id: string) => until(() => hub.call('GET', `/api/images/${id}`, { as: author }), (answer) => answer.body.state !== 'processing');
const create = (body: object, as = author) => hub.call('POST', '/api/materials', { as, body: { body: '正文', category: 'life', ...body } });

describe('a post with three pictures', () => {
  it('goes from upload over review into the feed, pictures in the author’s order', async () => {
    const uploads = [await upload(hub, author, await picture(900, 600)), await upload(hub, author, await picture()), await upload(hub, author, await picture(40, 80))];
    expect(uploads.map((one) => one.status)).toEqual([201, 201, 201]);
    const imageIds = uploads.map((one) => one.body.id as string).reverse();
    for (const id of imageIds) expect((await ready(id)).body.state).toBe('ready');

    const created = await create({ imageIds, tags: ['蓝莓', '产地直发'], commentText: '要的戳 {{我的链接}}', category: 'hot' });
    expect(created.body).toEqual({ id: expect.any(String), state: 'in_review' });
    const { id } = created.body;
    expect((await hub.call('GET', `/api/materials/${id}`, { as: reader })).status).toBe(404);
    expect((await hub.call('GET', `/api/materials/${id}`, { as: author })).body.state).toBe('in_review');

    const { body: queue } = await hub.call('GET', '/api/reviews?state=open', { as: moderator });
    const review = queue.items.find((item: { subject: { id: string } }) => item.subject.id === id);
    expect(review.subject.images.map((image: { id: string }) => image.id)).toEqual(imageIds);
    await hub.call('POST', `/api/reviews/${review.id}/decision`, { as: moderator, body: { decision: 'approve', version: review.version } });

    const { body: feed } = await hub.call('GET', '/api/materials?sort=new&category=hot', { as: reader });
    expect(feed.items[0]).toMatchObject({ id, images: imageIds.map((imageId) => ({ id: imageId, state: 'ready' })), ready: { commentText: expect.stringMatching(/\/s\/\w+$/) }, isMine: false });
    const file = await fetch(hub.url + feed.items[0].images[0].urls.jpeg);
    expect([file.status, file.headers.get('content-type'), file.headers.get('x-content-type-options')]).toEqual([200, 'image/jpeg', 'nosniff']);
    expect((await sharp(await file.arrayBuffer()).metadata()).height).toBe(80);
  });

  it('cannot be approved while a picture is still being processed', async () => {
    const { body: image } = await upload(hub, author, await picture());
    await ready(image.id);
    const { body: created } = await create({ imageIds: [image.id] });
    await hub.sql.query(`UPDATE pictures SET state = 'processing' FROM images i WHERE i.sha256 = pictures.sha256 AND i.id = $1`, [image.id]);
    const { body: queue } = await hub.call('GET', '/api/reviews?limit=100', { as: moderator });
    const review = queue.items.find((item: { subject: { id: string } }) => item.subject.id === created.id);
    const answer = await hub.call('POST', `/api/reviews/${review.id}/decision`, { as: moderator, body: { decision: 'approve', version: review.version } });
    expect([answer.status, answer.body.code]).toEqual([409, 'material.images-processing']);
    await hub.sql.query(`UPDATE pictures SET state = 'ready' FROM images i WHERE i.sha256 = pictures.sha256 AND i.id = $1`, [image.id]);
  });
});

describe('a picture', () => {
  it('is stored once, whoever uploads it, and served without where it was taken', async () => {
    const bytes = await sharp(await picture(80, 60)).withExif({ IFD3: { GPSLatitude: '31/1 14/1 0/1' }, IFD0: { Artist: 'secret name' } }).jpeg().toBuffer();
    const [mine, theirs] = [await upload(hub, author, bytes), await upload(hub, reader, bytes)];
    await ready(mine.body.id);
    const again = await upload(hub, author, bytes);
    expect(again.body.state).toBe('ready');
    expect(theirs.body.urls.thumb).not.toBe(mine.body.urls.thumb);
    const [count] = await hub.sql.query(`SELECT count(DISTINCT sha256) AS contents FROM images WHERE id = ANY($1::bigint[])`, [[mine.body.id, theirs.body.id, again.body.id]]);
    expect(count).toEqual({ contents: '1' });
    for (const url of Object.values<string>(mine.body.urls)) {
      const served = Buffer.from(await (await fetch(hub.url + url)).arrayBuffer());
      expect((await sharp(served).metadata()).exif).toBeUndefined();
      expect(served.includes('secret name')).toBe(false);
    }
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 415, 'image.svg'],
    ['a page', '<!doctype html><script>alert(1)</script>', 415, 'image.unsupported'],
    ['a PDF', '%PDF-1.7\n', 415, 'image.unsupported'],
  ])('that is %s is refused whatever it is called, and nothing is stored', async (_what, content, status, code) => {
    const before = await hub.sql.query(`SELECT count(*) AS n FROM images`);
    const answer = await upload(hub, author, Buffer.from(content), 'innocent.jpg');
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await hub.sql.query(`SELECT count(*) AS n FROM images`)).toEqual(before);
  });

  it('belongs to who uploaded it', async () => {
    const { body: image } = await upload(hub, reader, await picture());
    expect((await hub.call('GET', `/api/images/${image.id}`, { as: author })).status).toBe(404);
    const answer = await create({ imageIds: [image.id] });
    expect([answer.status, answer.body.code, answer.body.imageIds]).toEqual([422, 'material.image-not-usable', [image.id]]);
    expect((await hub.call('POST', '/api/images', { as: author, body: {} })).body.code).toBe('image.missing');
  });
});

describe('writing', () => {
  it.each([
    ['2,001 characters', { body: '字'.repeat(2001) }],
    ['an empty body', { body: ' \n ' }],
    ['a tenth picture', { imageIds: Array.from({ length: 10 }, (_, n) => String(n + 1)) }],
    ['a picture twice', { imageIds: ['1', '1'] }],
    ['an unknown field', { state: 'published' }],
    ['an unknown category', { category: 'spam' }],
    ['a placeholder nothing fills', { body: '券后 {{券后价}}' }],
    ['a NUL', { body: 'a\u0000b' }],
    ['a number for the body', { body: 7 }],
    ['somebody else as the author', { authorId: '1' }],
  ])('%s is refused and nothing is stored', async (_what, body) => {
    const before = await hub.sql.query(`SELECT count(*) AS n FROM materials`);
    const answer = await create(body);
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
    expect(await hub.sql.query(`SELECT count(*) AS n FROM materials`)).toEqual(before);
  });

  it('exactly 2,000 characters of anything come back to the letter', async () => {
    const body = `${'👩‍🌾<b>&amp;\t"\'\n'.repeat(10)}`.padEnd(2000, '字');
    const trimmed = [...body].slice(0, 2000).join('');
    const { body: created } = await create({ body: trimmed });
    expect((await hub.call('GET', `/api/materials/${created.id}`, { as: author })).body.body).toBe(trimmed);
  });

  it('what was returned is edited and handed in again; what is published can be taken back', async () => {
    const { body: created } = await create({ body: '初稿' });
    const path = `/api/materials/${created.id}`;
    expect((await hub.call('PUT', path, { as: author, body: { body: '改', category: 'life' } })).body.code).toBe('material.wrong-state');
    const decide = async (decision: string, reason?: string) => {
      const { body: queue } = await hub.call('GET', '/api/reviews?limit=100', { as: moderator });
      const review = queue.items.find((item: { subject: { id: string } }) => item.subject.id === created.id);
      return hub.call('POST', `/api/reviews/${review.id}/decision`, { as: moderator, body: { decision, version: review.version, ...(reason ? { reason } : {}) } });
    };
    await decide('return', '请写清怎么算的');
    expect((await hub.call('GET', path, { as: author })).body).toMatchObject({ state: 'draft', review: { decision: 'return', reason: '请写清怎么算的' } });
    expect((await hub.call('PUT', path, { as: reader, body: { body: '改', category: 'life' } })).status).toBe(404);
    expect((await hub.call('PUT', path, { as: author, body: { body: '二稿', category: 'tips' } })).status).toBe(200);
    expect((await hub.call('POST', `${path}/submit`, { as: author })).body.state).toBe('in_review');
    await decide('approve');
    expect((await hub.call('GET', path)).body).toMatchObject({ state: 'published', body: '二稿', category: 'tips', version: 2, ready: null });
    expect((await hub.call('POST', `${path}/retire`, { as: author })).body.state).toBe('retired');
    expect((await hub.call('GET', path)).status).toBe(404);
  });
});

describe('the feed', () => {
  it('pages by key without gaps or repeats, in every order', async () => {
    for (let n = 0; n < 5; n += 1) await publish(hub, author, moderator, { category: 'festival', body: `节日 ${n}` });
    for (const sort of ['hot', 'new']) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const { body } = await hub.call('GET', `/api/materials?sort=${sort}&category=festival&limit=2${cursor}`);
        seen.push(...body.items.map((item: { body: string }) => item.body));
        cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
      } while (cursor);
      expect(seen).toEqual(['节日 4', '节日 3', '节日 2', '节日 1', '节日 0']);
    }
  });

  it('shows picks with the reason why they work, and only moderators pick', async () => {
    const id = await publish(hub, author, moderator, { category: 'greeting' });
    expect((await hub.call('POST', `/api/materials/${id}/pick`, { as: author, body: { note: '我觉得好' } })).status).toBe(403);
    expect((await hub.call('POST', `/api/materials/${id}/pick`, { as: moderator, body: { note: '开头报时间' } })).status).toBe(200);
    const own = await publish(hub, moderator, await hub.actor({ role: 'moderator' }), { category: 'greeting' });
    expect((await hub.call('POST', `/api/materials/${own}/pick`, { as: moderator, body: { note: '我自己的' } })).body.code).toBe('pick.own');
    const { body } = await hub.call('GET', '/api/materials?sort=picks&category=greeting');
    expect(body.items).toMatchObject([{ id, pick: { note: '开头报时间', by: { id: moderator.id } } }]);
    await hub.call('DELETE', `/api/materials/${id}/pick`, { as: moderator });
    expect((await hub.call('GET', '/api/materials?sort=picks&category=greeting')).body.items).toEqual([]);
    expect(await hub.sql.query(`SELECT action FROM moderation_actions WHERE subject_id = $1 ORDER BY id`, [id])).toEqual([{ action: 'approve' }, { action: 'pick' }, { action: 'unpick' }]);
  });

  it.each(['cursor=nonsense', 'cursor=WyJ4IiwiMSJd', 'limit=0', 'limit=1e9', 'sort=best', 'author=0', 'page=2'])('refuses ?%s', async (query) => {
    expect((await hub.call('GET', `/api/materials?${query}`)).status).toBe(400);
  });
});

it('a promoter’s own link leads to the material at once; an invented one leads nowhere', async () => {
  const id = await publish(hub, author, moderator);
  const { body } = await hub.call('GET', `/api/materials/${id}`, { as: reader });
  const followed = await fetch(body.ready.shareUrl, { redirect: 'manual' });
  expect([followed.status, followed.headers.get('location')]).toEqual([302, `/m/${id}?by=${body.ready.shareUrl.split('/').pop()}`]);
  expect((await fetch(`${hub.url}/s/zzzzzzzz`, { redirect: 'manual' })).status).toBe(404);
});
