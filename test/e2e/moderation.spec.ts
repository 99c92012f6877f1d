import { verifyModeration } from '../../src/moderation/moderation.verify';
import { ReviewSubjects, type Decision } from '../../src/moderation/review-subjects';
import { ReviewsService } from '../../src/moderation/reviews.service';
import { onlyRow } from '../../src/platform/database/sql';
import { HubError } from '../../src/platform/errors';
import { createTestHub, type Actor, type TestHub } from '../support/test-hub';

/** Something to be reviewed, the smallest there can be: moderation knows no content, so any will do. */
const KIND = 'essay';
const STATE: Readonly<Record<Decision, string>> = { approve: 'published', return: 'draft', reject: 'removed' };

let hub: TestHub;
let reviews: ReviewsService;
let author: Actor;
let moderator: Actor;
let rival: Actor;

beforeAll(async () => {
  hub = await createTestHub();
  reviews = hub.app.get(ReviewsService);
  await hub.sql.query(`CREATE TABLE essays (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, state text NOT NULL, decisions integer NOT NULL DEFAULT 0)`);
  hub.app.get(ReviewSubjects).register(KIND, {
    async present(sql, ids) {
      const rows = await sql.query<{ id: string; state: string }>(`SELECT id, state FROM essays WHERE id = ANY($1::bigint[])`, [ids]);
      return new Map(rows.map((row) => [row.id, { kind: KIND, ...row, title: `Essay ${row.id}` }]));
    },
    async apply(tx, id, decision) {
      const rows = await tx.query<{ state: string }>(`UPDATE essays SET state = $2, decisions = decisions + 1 WHERE id = $1 AND state <> 'wet' RETURNING state`, [id, STATE[decision]]);
      if (!rows.length) throw new HubError('conflict', 'essay.wet', 'The ink is still wet.');
    },
  });
  [author, moderator, rival] = await Promise.all([hub.actor(), hub.actor({ role: 'moderator' }), hub.actor({ role: 'moderator' })]);
});
afterAll(() => hub.stop());

/** An essay that waits for a decision. */
async function submitted(by = author, state = 'in_review'): Promise<{ subjectId: string; reviewId: string }> {
  return hub.sql.transaction(async (tx) => {
    const { id: subjectId } = onlyRow(await tx.query<{ id: string }>(`INSERT INTO essays (state) VALUES ($1) RETURNING id`, [state]));
    return { subjectId, reviewId: await reviews.open(tx, { subjectKind: KIND, subjectId, authorId: by.id }) };
  });
}

const decide = (as: Actor, reviewId: string, body: object) => hub.call('POST', `/api/reviews/${reviewId}/decision`, { as, body });
const essay = async (id: string) => onlyRow(await hub.sql.query<{ state: string; decisions: number }>(`SELECT state, decisions FROM essays WHERE id = $1`, [id]));
const logOf = (subjectId: string) =>
  hub.sql.query<{ action: string; actor: string }>(`SELECT action, actor_id AS actor FROM moderation_actions WHERE subject_kind = $1 AND subject_id = $2 ORDER BY id`, [KIND, subjectId]);

describe('a decision', () => {
  it('is made once, of an approval and a rejection at the same moment, a hundred times over', async () => {
    const waiting = await Promise.all(Array.from({ length: 100 }, () => submitted()));
    const answers = await Promise.all(
      waiting.map(({ reviewId }) =>
        Promise.all([
          decide(moderator, reviewId, { decision: 'approve', version: 1 }),
          decide(rival, reviewId, { decision: 'reject', reason: 'It says nothing.', version: 1 }),
        ]),
      ),
    );
    for (const [index, pair] of answers.entries()) {
      const { subjectId } = waiting[index]!;
      expect(pair.map((answer) => answer.status).sort()).toEqual([200, 409]);
      const winner = pair.find((answer) => answer.status === 200)!;
      const loser = pair.find((answer) => answer.status === 409)!;
      const { decision, by } = winner.body.outcome;
      expect([loser.body.code, loser.body.current.state, loser.body.current.decision, loser.body.current.decidedBy]).toEqual(['review.decided', 'decided', decision, by.id]);
      expect(await essay(subjectId)).toEqual({ state: STATE[decision as Decision], decisions: 1 });
      expect(await logOf(subjectId)).toEqual([{ action: decision, actor: by.id }]);
    }
  });

  it('is made by somebody else than the author', async () => {
    const { subjectId, reviewId } = await submitted(moderator);
    const own = await decide(moderator, reviewId, { decision: 'approve', version: 1 });
    expect([own.status, own.body.code]).toEqual([403, 'review.own']);
    expect(await essay(subjectId)).toEqual({ state: 'in_review', decisions: 0 });
    expect((await decide(rival, reviewId, { decision: 'approve', version: 1 })).status).toBe(200);
  });

  it('says why when it is not an approval', async () => {
    const { reviewId } = await submitted();
    for (const decision of ['return', 'reject']) {
      const answer = await decide(moderator, reviewId, { decision, version: 1 });
      expect([answer.status, answer.body.code]).toEqual([400, 'review.reason-required']);
    }
    expect((await decide(moderator, reviewId, { decision: 'return', reason: '  ', version: 1 })).body.code).toBe('request.invalid');
    const returned = await decide(moderator, reviewId, { decision: 'return', reason: '第 2 张换成自己拍的', version: 1 });
    expect(returned.body.outcome).toMatchObject({ decision: 'return', reason: '第 2 张换成自己拍的', by: { id: moderator.id } });
  });

  it('on a version that changed meanwhile is refused with the one that holds', async () => {
    const { subjectId, reviewId } = await submitted();
    const flags = [{ kind: 'near-duplicate' as const, materialId: '7', detail: 'text 71 %' }];
    const again = await hub.sql.transaction((tx) => reviews.open(tx, { subjectKind: KIND, subjectId, authorId: author.id, flags }));
    expect(again).toBe(reviewId);
    const stale = await decide(moderator, reviewId, { decision: 'approve', version: 1 });
    expect([stale.status, stale.body.code, stale.body.current.version]).toEqual([409, 'review.version', 2]);
    const fresh = await decide(moderator, reviewId, { decision: 'approve', version: 2 });
    expect([fresh.status, fresh.body.flags]).toEqual([200, flags]);
  });

  it('on something the author took back is refused', async () => {
    const { subjectId, reviewId } = await submitted();
    const withdraw = () => hub.sql.transaction((tx) => reviews.withdraw(tx, KIND, subjectId));
    expect([await withdraw(), await withdraw()]).toEqual([true, false]);
    expect((await decide(moderator, reviewId, { decision: 'approve', version: 2 })).body.code).toBe('review.withdrawn');
    expect(await logOf(subjectId)).toEqual([]);
  });

  it('and the author who takes it back at the same moment never wait for each other, and one of them wins', async () => {
    const waiting = await Promise.all(Array.from({ length: 30 }, () => submitted()));
    await Promise.all(
      waiting.map(async ({ subjectId, reviewId }) => {
        const [decided, withdrawn] = await Promise.all([
          decide(moderator, reviewId, { decision: 'approve', version: 1 }),
          hub.sql.transaction(async (tx) => {
            const won = await reviews.withdraw(tx, KIND, subjectId);
            if (won) await tx.query(`UPDATE essays SET state = 'draft' WHERE id = $1`, [subjectId]);
            return won;
          }),
        ]);
        expect([withdrawn, decided.body.code]).toEqual(decided.status === 200 ? [false, undefined] : [true, 'review.withdrawn']);
        expect((await essay(subjectId)).state).toBe(withdrawn ? 'draft' : 'published');
      }),
    );
  });

  it('that the subject refuses leaves everything as it was', async () => {
    const { subjectId, reviewId } = await submitted(author, 'wet');
    expect((await decide(moderator, reviewId, { decision: 'approve', version: 1 })).body.code).toBe('essay.wet');
    expect(await logOf(subjectId)).toEqual([]);
    await hub.sql.query(`UPDATE essays SET state = 'in_review' WHERE id = $1`, [subjectId]);
    expect((await decide(moderator, reviewId, { decision: 'approve', version: 1 })).status).toBe(200);
  });

  it('reaches the author, the last one for each subject', async () => {
    const { subjectId, reviewId } = await submitted();
    const untouched = await submitted();
    await decide(moderator, reviewId, { decision: 'return', reason: 'Shorter, please.', version: 1 });
    const second = await hub.sql.transaction((tx) => reviews.open(tx, { subjectKind: KIND, subjectId, authorId: author.id }));
    expect(second).not.toBe(reviewId);
    const ids = [subjectId, untouched.subjectId];
    expect([...(await reviews.latestDecisions(hub.sql, KIND, ids)).entries()]).toMatchObject([[subjectId, { decision: 'return', reason: 'Shorter, please.' }]]);
    await decide(rival, second, { decision: 'approve', version: 1 });
    expect((await reviews.latestDecisions(hub.sql, KIND, ids)).get(subjectId)).toMatchObject({ decision: 'approve', reason: null });
    const { body } = await hub.call('GET', `/api/reviews/${second}`, { as: moderator });
    expect(body.log.map((line: any) => [line.action, line.actor.id, line.reviewId])).toEqual([
      ['return', moderator.id, reviewId],
      ['approve', rival.id, second],
    ]);
  });

  it.each([
    ['an unknown field', { decision: 'approve', version: 1, state: 'published' }],
    ['no version', { decision: 'approve' }],
    ['a version that is none', { decision: 'approve', version: 0 }],
    ['another word', { decision: 'feature', version: 1 }],
    ['a NUL in the reason', { decision: 'reject', reason: 'a\u0000b', version: 1 }],
    ['a reason without end', { decision: 'reject', reason: 'x'.repeat(501), version: 1 }],
  ])('with %s is refused', async (_what, body) => {
    const { reviewId } = await submitted();
    const answer = await decide(moderator, reviewId, body);
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
  });

  it('on a review that does not exist is not found', async () => {
    expect((await decide(moderator, '9223372036854775807', { decision: 'approve', version: 1 })).body.code).toBe('review.not-found');
    expect((await decide(moderator, 'abc', { decision: 'approve', version: 1 })).status).toBe(400);
  });
});

describe('the queue', () => {
  it('shows the longest waiting first, page by page, with subject and author', async () => {
    await hub.sql.query(`UPDATE reviews SET state = 'withdrawn' WHERE state = 'open'`);
    const writer = await hub.actor({ displayName: '罗小棠' });
    const decided = await submitted(writer);
    await decide(moderator, decided.reviewId, { decision: 'approve', version: 1 });
    const waiting: { subjectId: string; reviewId: string }[] = [];
    for (let n = 0; n < 5; n += 1) waiting.push(await submitted(writer));

    const first = await hub.call('GET', '/api/reviews?state=open&limit=3', { as: moderator });
    const second = await hub.call('GET', `/api/reviews?limit=3&cursor=${first.body.nextCursor}`, { as: moderator });

    expect([...first.body.items, ...second.body.items].map((item: any) => item.id)).toEqual(waiting.map((item) => item.reviewId));
    expect(second.body.nextCursor).toBeNull();
    expect(first.body.items[0]).toMatchObject({
      version: 1,
      state: 'open',
      subject: { kind: KIND, id: waiting[0]!.subjectId, title: `Essay ${waiting[0]!.subjectId}` },
      flags: [],
      author: { id: writer.id, displayName: '罗小棠', facts: { approved: 1, returned: 0, rejected: 0 } },
      outcome: null,
    });
    const summary = await hub.call('GET', '/api/reviews/summary', { as: moderator });
    expect(summary.body).toMatchObject({ open: 5, medianSeconds: expect.any(Number) });
  });

  it('refuses a cursor of another list', async () => {
    expect((await hub.call('GET', '/api/reviews?cursor=WyJ4Il0', { as: moderator })).body.code).toBe('request.cursor');
  });

  it.each(['/api/reviews', '/api/reviews/1', '/api/reviews/summary', '/api/moderation-actions'])('is closed to promoters: %s', async (path) => {
    expect((await hub.call('GET', path, { as: author })).status).toBe(403);
    expect((await hub.call('GET', path)).status).toBe(401);
  });
});

describe('suspending', () => {
  const setState = (as: Actor, id: string, body: object) => hub.call('PUT', `/api/accounts/${id}/state`, { as, body });

  it('ends the sessions at once, is logged once and can be taken back', async () => {
    const offender = await hub.actor();
    const suspended = await setState(moderator, offender.id, { state: 'suspended', reason: 'Sold fakes.' });
    expect([suspended.status, suspended.body.state]).toEqual([200, 'suspended']);
    expect((await hub.call('GET', '/api/me', { as: offender })).status).toBe(401);
    expect((await setState(rival, offender.id, { state: 'suspended', reason: 'Me too.' })).status).toBe(200);
    expect((await setState(moderator, offender.id, { state: 'active', reason: 'They were real.' })).body.state).toBe('active');
    const { body } = await hub.call('GET', '/api/moderation-actions?limit=2', { as: moderator });
    expect(body.items.map((line: any) => [line.action, line.subject, line.reason, line.actor.id])).toEqual([
      ['reinstate', { kind: 'account', id: offender.id }, 'They were real.', moderator.id],
      ['suspend', { kind: 'account', id: offender.id }, 'Sold fakes.', moderator.id],
    ]);
    expect(body.nextCursor).toEqual(expect.any(String));
  });

  it('is for others, not oneself, and for promoters unless an admin does it', async () => {
    const admin = await hub.actor({ role: 'admin' });
    const body = { state: 'suspended', reason: 'Because.' };
    expect((await setState(moderator, moderator.id, body)).body.code).toBe('account.not-yourself');
    expect((await setState(moderator, rival.id, body)).status).toBe(403);
    expect((await setState(moderator, admin.id, body)).status).toBe(403);
    expect((await setState(author, rival.id, body)).status).toBe(403);
    expect((await setState(moderator, '999999', body)).body.code).toBe('account.not-found');
    const third = await hub.actor({ role: 'moderator' });
    expect((await setState(admin, third.id, body)).status).toBe(200);
    expect((await hub.call('GET', '/api/reviews', { as: third })).status).toBe(401);
  });
});

it('tells in its log every decision once, and only those', async () => {
  expect(await verifyModeration(hub.sql)).toEqual([]);
  const forged = onlyRow(await hub.sql.query<{ id: string }>(`SELECT id FROM reviews WHERE state = 'open' LIMIT 1`));
  await hub.sql.query(`UPDATE reviews SET state = 'decided', decision = 'approve', decided_at = now(), decided_by = $2 WHERE id = $1`, [forged.id, rival.id]);
  expect(await verifyModeration(hub.sql)).toEqual([expect.stringContaining(`"id":"${forged.id}"`)]);
});

it('keeps its log to the letter', async () => {
  await expect(hub.sql.query(`UPDATE moderation_actions SET reason = 'nothing happened'`)).rejects.toThrow('append-only');
  await expect(hub.sql.query(`DELETE FROM moderation_actions`)).rejects.toThrow('append-only');
});

it('refuses a kind of subject that nobody registered', async () => {
  await expect(hub.sql.transaction(async (tx) => reviews.open(tx, { subjectKind: 'poem', subjectId: '1', authorId: author.id }))).rejects.toThrow('poem');
});
