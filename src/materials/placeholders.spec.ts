import { renderPlaceholders, unknownPlaceholders } from './placeholders';

const values = { 我的链接: 'https://hub.example/s/k7Qf2m', 昵称: '许{{我的链接}}秋' };

it('puts the promoter’s own link and name in, and reads neither again', () => {
  expect(renderPlaceholders('我是{{昵称}}，要的戳 {{ 我的链接 }} 👉', values)).toBe('我是许{{我的链接}}秋，要的戳 https://hub.example/s/k7Qf2m 👉');
});

it('leaves text without placeholders to the letter', () => {
  const text = '第一行\n\n第三行 {不是} {{\n}} $& $1';
  expect(renderPlaceholders(text.replace('{{\n}}', '{ {'), values)).toBe(text.replace('{{\n}}', '{ {'));
});

it.each(['{{' + ' '.repeat(100_000), '{{ a'.repeat(25_000), '{{ x' + ' '.repeat(50_000) + '{', '{'.repeat(100_000)])('reads an endless placeholder in no time', (text) => {
  const begun = performance.now();
  expect(unknownPlaceholders(text)).toEqual([]);
  expect(renderPlaceholders(text, values)).toBe(text);
  expect(performance.now() - begun).toBeLessThan(200);
});

it('names what nothing will ever fill', () => {
  expect(unknownPlaceholders('{{我的链接}} {{券后价}} {{}} {{ 昵称}}')).toEqual(['券后价', '']);
});
