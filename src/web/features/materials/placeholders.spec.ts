import fc from 'fast-check';
import { renderPlaceholders, unknownPlaceholders } from '../../../materials/placeholders';
import { fillIn, placeholders, segmentsOf, tokenOf, unknownPlaceholder } from './placeholders';

const values = { 我的链接: 'https://hub.example/s/k7Qf2m', 昵称: '许{{我的链接}}秋' };

it('splits a body at its placeholders, in order', () => {
  expect(segmentsOf('我是{{昵称}}，戳 {{ 我的链接 }}')).toEqual([{ text: '我是' }, { placeholder: '昵称' }, { text: '，戳 ' }, { placeholder: '我的链接' }]);
  expect(segmentsOf('{{券后价}} 只要今天')).toEqual([{ text: '{{券后价}} 只要今天' }]);
  expect(segmentsOf('')).toEqual([]);
});

it('names the first one that nothing would fill, as it was typed', () => {
  expect(unknownPlaceholder('{{昵称}}：{{ 券后价 }}、{{x}}')).toBe('{{ 券后价 }}');
  expect(unknownPlaceholder('{{昵称}} {不是} {{\n')).toBeNull();
});

it.each(placeholders)('writes {{%s}} so that it is read back', (placeholder) => {
  expect(segmentsOf(tokenOf(placeholder))).toEqual([{ placeholder }]);
});

it('shows and refuses what the server fills in and refuses', () => {
  const pieces = fc.constantFrom('{{', '}}', '{', '}', '昵称', '我的链接', '{{昵称}}', '{{ 我的链接 }}', '{{价}}', ' ', '\n', '戳', '$&');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (texts) => {
      const body = texts.join('');
      expect(fillIn(body, values)).toBe(renderPlaceholders(body, values));
      expect(unknownPlaceholder(body) === null).toBe(unknownPlaceholders(body).length === 0);
    }),
    { numRuns: 2_000 },
  );
});
