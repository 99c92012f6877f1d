import { createHash } from 'node:crypto';
import { factsHash } from './facts';

describe('the hash of frozen facts', () => {
  const first = { accountId: '12', rank: 1, scoreMicro: 71_200_000n, newcomer: false };
  const second = { accountId: '7', rank: 2, scoreMicro: 1n, newcomer: true };

  it('is that of the written lines, whatever their order', () => {
    const written = createHash('sha256').update('1 12 71200000 0\n2 7 1 1\n').digest('hex');
    expect(factsHash([first, second])).toBe(written);
    expect(factsHash([second, first])).toBe(written);
  });

  it('changes with every part of a fact', () => {
    const changes = [{ accountId: '13' }, { rank: 3 }, { scoreMicro: 71_200_001n }, { newcomer: true }];
    const hashes = [{}, ...changes].map((change) => factsHash([{ ...first, ...change }, second]));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
