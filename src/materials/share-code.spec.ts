import fc from 'fast-check';
import { makeShareCode, readShareCode } from './share-code';

const secret = 'a secret for tests that is long enough';

it('reads back what it made, for every pair of numbers', () => {
  const number = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }).map(String);
  fc.assert(
    fc.property(number, number, (accountId, materialId) => {
      expect(readShareCode(secret, makeShareCode(secret, { accountId, materialId }))).toEqual({ accountId, materialId });
    }),
  );
});

it('is short: a promoter among 100,000 and a material among a million take at most twelve characters', () => {
  expect(makeShareCode(secret, { accountId: '100000', materialId: '1000000' }).length).toBeLessThanOrEqual(12);
});

it.each(['', 'x', '../../etc', 'AAAAAAAAAAAAAAAAAAAAAAAA', '素材'])('refuses %p', (code) => {
  expect(readShareCode(secret, code)).toBeUndefined();
});

it('refuses a code made with another secret, and nearly all codes with one letter changed', () => {
  const code = makeShareCode(secret, { accountId: '31', materialId: '80' });
  expect(readShareCode('another secret that is long enough', code)).toBeUndefined();
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  const wrong = [...code].flatMap((own, at) => [...letters].filter((letter) => letter !== own).map((letter) => code.slice(0, at) + letter + code.slice(at + 1)));
  expect(wrong.filter((typo) => readShareCode(secret, typo)).length).toBeLessThanOrEqual(2);
});
