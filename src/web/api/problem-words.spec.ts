import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locale } from '../i18n/locale';
import { Problem } from './problem';
import { problemWords } from './problem-words';

const SERVER = join(__dirname, '../..');

/** Answers to calls that no screen makes: suspending people, asking for runs; and what the ledger says to rewards, or health to an operator. */
const UNMET = /^(ledger\..*|hub\.not-ready|account\.not-yourself|ranking\.(not-begun|run-not-found))$/;
/** These the screens rule out: a desk shows nobody their own post, and a changed plan gets a new key. */
const RULED_OUT = /^(pick\.own|idempotency\.key-reused)$/;

/** Every stable code that a room of the server names when it refuses. */
function serverCodes(): string[] {
  const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/^(web|cli|config|sample|verify)\//.test(file) && !file.endsWith('.spec.ts'),
  );
  const codes = files.flatMap((file) => [...readFileSync(join(SERVER, file), 'utf8').matchAll(/new HubError\(\s*'[a-z-]+',\s*'([a-z0-9.-]+)'/g)]);
  return [...new Set(codes.map(([, code]) => code ?? ''))].sort();
}

const said = (code: string, status = 400) => problemWords(new Problem(code, status, 'for the log'));

afterEach(() => (locale.value = 'zh'));

it('has words of its own for every code of the server', () => {
  const codes = serverCodes().filter((code) => !UNMET.test(code) && !RULED_OUT.test(code));
  expect(codes.length).toBeGreaterThan(30);
  for (const language of ['zh', 'en'] as const) {
    locale.value = language;
    expect(codes.filter((code) => code !== 'request.invalid' && said(code) === said('no.such-code'))).toEqual([]);
  }
});

it('goes by the status when a newer server says a code it does not know', () => {
  expect(said('album.locked', 403)).toBe(said('auth.forbidden'));
  expect(said('album.locked', 503)).toBe(said('hub.unavailable'));
  expect(said('album.locked', 502)).toBe(said('hub.error'));
  expect(said('album.locked', 418)).toBe(said('request.invalid'));
  expect(problemWords(new TypeError('x is not a function'))).toBe(said('hub.error'));
});

it('reads what is not RFC 9457 at all', () => {
  const fromProxy = Problem.from(new Response('<html>', { status: 502, headers: { 'x-request-id': 'r1' } }), '<html>');
  expect(fromProxy).toMatchObject({ code: 'http.502', status: 502, requestId: 'r1', isPassing: true, isNetwork: false });
  expect(Problem.from(new Response(null, { status: 404 }), { code: 'material.not-found', detail: 'gone' })).toMatchObject({ code: 'material.not-found', isPassing: false });
});
