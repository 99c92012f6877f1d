import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { openReviewOf } from '../../src/moderation/review.queries';
import { picture, publish, until, upload } from '../support/publish';
import { pathWith, routesOf, type Route } from '../support/routes';
import { createTestHub, type Actor, type TestHub } from '../support/test-hub';

const BAD_IDS = ['0', '-1', '01', '1.0', '1e3', 'abc', 'null', '%20', '1%0a', '1%00', '%D9%A1', '9223372036854775808', '9'.repeat(30)];

const BODIES: readonly string[] = [
  '', '{', 'null', '[]', '"x"', '1', '\u0000', '{"__proto__":{"role":"admin"}}', '{"nobodyKnows":"this"}',
  '['.repeat(50_000), '{"a":'.repeat(40_000), 'x'.repeat(300_000),
];
const TYPES = ['application/json', 'application/json; charset=utf-16', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'image/png'];

const NOT_KEYS = ['', '::', '- -', '1e9999', '2026-99-99 99:99:99+99', '2026-01-01', 'infinity', '\u0000', '9'.repeat(30), -1, 2 ** 31, 2 ** 53, null, {}];

let hub: TestHub;
let admin: Actor;
let routes: Route[];
beforeAll(async () => {
  hub = await createTestHub();
  admin = await hub.actor({ role: 'admin' });
  routes = await routesOf(hub);
  const author = await hub.actor();
  for (let n = 0; n < 3; n += 1) await publish(hub, author, admin);
});
afterAll(() => hub.stop());

interface Problem {
  readonly status: number;
  readonly type: string | null;
  readonly code: unknown;
}

async function send(method: string, path: string, body?: string | Buffer, type = 'application/json'): Promise<Problem> {
  const response = await fetch(`${hub.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${admin.token}`, ...(body === undefined ? {} : { 'content-type': type }) },
    ...(body === undefined ? {} : { body: new Uint8Array(Buffer.from(body as string)) }),
  });
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const { code } = isJson ? ((await response.json()) as { code?: unknown }) : {};
  return { status: response.status, type: response.headers.get('content-type'), code };
}

/** What is wrong with an answer to something that is wrong; undefined for a refusal as it should be. */
function complaint({ status, type, code }: Problem): string | undefined {
  if (status < 400 || status >= 500) return `status ${status}`;
  if (!type?.startsWith('application/problem+json')) return `type ${type}`;
  return typeof code === 'string' && /^[a-z-]+(\.[a-z0-9-]+)+$/.test(code) ? undefined : `code ${String(code)}`;
}

describe('every route', () => {
  it('refuses an id that is none', async () => {
    for (const route of routes.filter(({ pathParameters }) => pathParameters.length > 0)) {
      for (const bad of BAD_IDS) expect([route.name, bad, complaint(await send(route.method, pathWith(route, bad)))]).toEqual([route.name, bad, undefined]);
    }
  });

  it('refuses a body that is none, of whatever type', async () => {
    for (const route of routes.filter(({ takesBody }) => takesBody)) {
      for (const body of BODIES) {
        for (const type of TYPES) {
          const what = [route.name, body.slice(0, 30), type];
          expect([...what, complaint(await send(route.method, pathWith(route, '1'), body, type))]).toEqual([...what, undefined]);
        }
      }
    }
  });

  it('refuses a query it does not know, twice over or of endless length', async () => {
    for (const route of routes.filter(({ queryParameters }) => queryParameters.length > 0)) {
      const [known] = route.queryParameters;
      for (const query of ['nobodyKnows=1', '__proto__[x]=1', `${known}=a&${known}=b`, `${known}=${'9'.repeat(9_000)}`, `${known}=%00`]) {
        const what = [route.name, query.slice(0, 30)];
        expect([...what, complaint(await send(route.method, `${pathWith(route, '1')}?${query}`))]).toEqual([...what, undefined]);
      }
    }
  });
});

it('a made-up cursor is refused, or leads nowhere', async () => {
  const lists = routes.filter(({ queryParameters }) => queryParameters.includes('cursor')).map((route) => `${pathWith(route, '1')}?`);
  const feeds = ['sort=new&', 'sort=picks&', 'author=1&', 'author=me&'].map((which) => `/api/materials?${which}`);
  const [run] = await hub.sql.query<{ id: string }>(
    `INSERT INTO ranking_runs (period, period_start, period_end, formula_version, state, as_of, finished_at)
     VALUES ('day', '2026-01-01', '2026-01-02', 1, 'done', now(), now()) RETURNING id`,
  );
  const cursors = [
    'x',
    '%25',
    ...NOT_KEYS.flatMap((key) => [[key], [key, '1'], ['1', key], [run?.id, key]].map((keys) => Buffer.from(JSON.stringify(keys)).toString('base64url'))),
  ];
  for (const list of [...lists, ...feeds]) {
    for (const cursor of cursors) {
      const { status, code } = await send('GET', `${list}cursor=${cursor}`);
      const isWell = status === 200 || status === 404 || ['request.cursor', 'ranking.board-moved'].includes(String(code));
      expect([list, cursor, isWell ? undefined : `${status} ${String(code)}`]).toEqual([list, cursor, undefined]);
    }
  }
});

it.each(['sort=new', 'sort=hot', 'author=me', 'author=AUTHOR'])('pages of %s follow each other without a gap', async (which) => {
  const author = await hub.actor();
  const made: string[] = [];
  for (let n = 0; n < 4; n += 1) made.push(await publish(hub, author, admin, { category: 'festival' }));
  const seen: string[] = [];
  let cursor = '';
  do {
    const query = `${which.replace('AUTHOR', author.id)}&category=festival&limit=1${cursor && `&cursor=${cursor}`}`;
    const { body } = await hub.call('GET', `/api/materials?${query}`, { as: author });
    seen.push(...body.items.map((item: { id: string }) => item.id));
    cursor = body.nextCursor;
  } while (cursor);
  expect(seen.filter((id) => made.includes(id))).toEqual(made.toReversed());
});

it.each(['/api/materials/%ZZ', '/%C3%28', '/media/%00/thumb.webp', '/s/%00', `/s/${'a'.repeat(5_000)}`, '/api/nothing', '/api//me', '/media/a%2F..%2Fb/jpeg.jpg'])(
  'the address %s is answered as a problem',
  async (path) => {
    const raw = await new Promise<Problem>((answered, failed) => {
      const { hostname, port } = new URL(hub.url);
      httpRequest({ hostname, port, path }, (response) => {
        let text = '';
        response.on('data', (chunk) => (text += String(chunk)));
        response.on('end', () => answered({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? null, code: JSON.parse(text).code }));
      })
        .on('error', failed)
        .end();
    });
    expect(complaint(raw)).toBeUndefined();
  },
);

it('text that the database cannot hold is refused where nobody would look for it', async () => {
  const strange = { name: 'a\u0000b', password: 'correct horse', inviteCode: 'A\u0000B' };
  for (const body of [{ ...strange, name: 'fine-name' }, { ...strange, inviteCode: 'FINE' }]) {
    expect((await hub.call('POST', '/api/accounts', { body })).status).toBe(400);
  }
  expect((await hub.call('POST', '/api/sessions', { body: { name: 'a\u0000b', password: 'x' } })).status).toBe(400);
  const [review] = (await hub.call('GET', '/api/reviews', { as: admin })).body.items;
  const version = 2 ** 31;
  expect((await hub.call('POST', `/api/reviews/${review?.id ?? 1}/decision`, { as: admin, body: { decision: 'approve', version } })).status).toBe(400);
});

it('a text full of spaces after {{ is read at once', async () => {
  const begun = performance.now();
  const { status } = await hub.call('POST', '/api/materials', { as: admin, body: { body: `{{a${' '.repeat(200_000)}`, category: 'life' } });
  expect(status).toBe(400);
  expect(performance.now() - begun).toBeLessThan(1_000);
});

it('a post with a picture that turned out broken is not published', async () => {
  const author = await hub.actor();
  const { body: image } = await upload(hub, author, await picture());
  await until(() => hub.call('GET', `/api/images/${image.id}`, { as: author }), ({ body }) => body.state === 'ready');
  const { body: material } = await hub.call('POST', '/api/materials', { as: author, body: { body: '图坏了', category: 'life', imageIds: [image.id] } });
  await hub.sql.query(`UPDATE pictures SET state = 'refused', refusal = 'image.broken' WHERE sha256 = (SELECT sha256 FROM images WHERE id = $1)`, [image.id]);
  const review = (await openReviewOf(hub.sql, 'material', material.id))!;
  const decide = (decision: string) =>
    hub.call('POST', `/api/reviews/${review.id}/decision`, { as: admin, body: { decision, reason: '换一张', version: review.version } });
  expect((await decide('approve')).body.code).toBe('material.images-refused');
  expect((await decide('return')).status).toBe(200);
});

describe('names', () => {
  const join = async (more: object) => {
    const { body: invite } = await hub.call('POST', '/api/invites', { as: admin });
    return hub.call('POST', '/api/accounts', { body: { inviteCode: invite.code, password: 'correct horse', name: `n${Math.random()}`, ...more } });
  };

  it.each(['\u200b\u200b', '\u3164', '好\u202e人', '第一行\n第二行', '\u0007', '\u2067x'])('to be shown cannot be %j', async (displayName) => {
    expect((await join({ displayName })).body.code).toBe('request.invalid');
  });

  it('to be shown may have emoji made of several', async () => {
    expect((await join({ displayName: '👩‍🌾 果园阿姨 ❤️' })).body.account.displayName).toBe('👩‍🌾 果园阿姨 ❤️');
  });

  it('to sign in with are the same in full width and with a space after them', async () => {
    expect((await join({ name: 'ｍｅｉｍｅｉ' })).body.account.name).toBe('meimei');
    expect((await join({ name: 'MeiMei ' })).body.code).toBe('account.name-taken');
    expect((await hub.call('POST', '/api/sessions', { body: { name: 'ＭＥＩＭＥＩ ', password: 'correct horse' } })).status).toBe(201);
  });
});

it.each([
  ['evil"><script>alert(1)</script>', 'http://localhost/s/'],
  ['hub.example:8080', 'http://hub.example:8080/s/'],
  ['[::1]:3000', 'http://[::1]:3000/s/'],
])('a Host header of %s makes links that begin with %s', async (host, expected) => {
  const { hostname, port } = new URL(hub.url);
  const text = await new Promise<string>((answered, failed) => {
    const headers = { host, authorization: `Bearer ${admin.token}`, 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    httpRequest({ hostname, port, path: '/api/materials?limit=1', headers }, (response) => {
      let all = '';
      response.on('data', (chunk) => (all += String(chunk))).on('end', () => answered(all));
    })
      .on('error', failed)
      .end();
  });
  expect(JSON.parse(text).items[0].ready.shareUrl.startsWith(expected)).toBe(true);
});

describe('an upload', () => {
  const part = (name: string, content: string | Buffer, file?: string): Buffer =>
    Buffer.concat([
      Buffer.from(`--XX\r\ncontent-disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"`}\r\n\r\n`),
      Buffer.from(content as string),
      Buffer.from('\r\n'),
    ]);
  const END = Buffer.from('--XX--\r\n');
  const form = (...parts: Buffer[]) => send('POST', '/api/images', Buffer.concat(parts), 'multipart/form-data; boundary=XX');
  const fields = (count: number) => Array.from({ length: count }, () => part('x', '1'));
  const kept = async () => {
    const [row] = await hub.sql.query<{ images: string }>(`SELECT count(*) AS images FROM images`);
    return { images: row?.images, temporary: await readdir(join(hub.environment['DATA_DIR']!, 'media/tmp')) };
  };

  it('of anything but one whole picture is refused and leaves nothing', async () => {
    const jpeg = await picture();
    const before = await kept();
    const answers = {
      nothing: await form(END),
      'only a field': await form(...fields(1), END),
      'the picture as a field': await form(part('file', jpeg), END),
      'another name': await form(part('picture', jpeg, 'a.jpg'), END),
      'two pictures': await form(part('file', jpeg, 'a.jpg'), part('file', jpeg, 'b.jpg'), END),
      'ten pictures': await form(...Array.from({ length: 10 }, () => part('file', jpeg, 'a.jpg')), END),
      '10,000 fields before': await form(...fields(10_000), part('file', jpeg, 'a.jpg'), END),
      '10,000 fields after': await form(part('file', jpeg, 'a.jpg'), ...fields(10_000), END),
      'a field called __proto__': await form(part('__proto__', '1'), part('file', jpeg, 'a.jpg'), END),
      'a file called __proto__': await form(part('__proto__', jpeg, 'a.jpg'), END),
      'no end': await form(part('file', jpeg, 'a.jpg')),
      'an end in a header': await form(Buffer.from('--XX\r\ncontent-dispos')),
      'no boundary': await send('POST', '/api/images', part('file', jpeg, 'a.jpg'), 'multipart/form-data'),
      'another boundary': await send('POST', '/api/images', part('file', jpeg, 'a.jpg'), 'multipart/form-data; boundary=YY'),
    };
    expect(Object.entries(answers).map(([what, answer]) => [what, complaint(answer)])).toEqual(Object.keys(answers).map((what) => [what, undefined]));
    expect(await kept()).toEqual({ ...before, temporary: [] });
  });

  it('that is too long says so, however the rest of it looks', async () => {
    const long = Buffer.concat([await picture(), Buffer.alloc(15 * 1024 * 1024)]);
    expect(await form(part('file', long, 'a.jpg'), END)).toMatchObject({ status: 413, code: 'upload.too-large' });
    expect((await kept()).temporary).toEqual([]);
  });

  it('may have fields around it, and a name that climbs', async () => {
    expect((await form(...fields(2), part('file', await picture(), '../../../../tmp/evil.jpg'), ...fields(2), END)).status).toBe(201);
  });
});

it('forty steps at once that a round refuses are refused at once', async () => {
  const plan = { name: '试', period: 'day', at: '2026-01-01', budget: '100', rules: [{ kind: 'score-share', percent: 100 }], holdDays: 0 };
  const { body: round } = await hub.call('POST', '/api/reward-rounds', { as: admin, body: { plan } });
  const begun = performance.now();
  const answers = await Promise.all(Array.from({ length: 40 }, () => hub.call('POST', `/api/reward-rounds/${round.id}/preview`, { as: admin })));
  expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set(['round.wrong-state']));
  expect(performance.now() - begun).toBeLessThan(5_000);
});
