import type { RouteLocationNormalizedLoaded } from 'vue-router';
import { returnPath } from './return-path';

const after = (to: unknown) => returnPath({ query: { to } } as unknown as RouteLocationNormalizedLoaded);

it.each(['/', '/m/42?by=k7Qf2m', '/board?period=day#top', '/搜索'])('returns to %s', (path) => {
  expect(after(path)).toBe(path);
});

it.each(['https://evil.example', '//evil.example', '/\\evil.example', '\\\\evil.example', 'javascript:alert(1)', 'm/42', '', undefined, null, ['/m/1', '/m/2']])(
  'never leaves for %j',
  (to) => {
    expect(after(to)).toBe('/');
  },
);
