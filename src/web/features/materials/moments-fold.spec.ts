import { countLines, momentsLines } from './moments-fold';

const han = '秋'.repeat(17);

it.each([
  ['', 1],
  ['一句话', 1],
  [han, 1],
  [`${han}，`, 2],
  [`${han}\n${han}`, 2],
  ['第一行\n\n第三行', 3],
  ['写完了\n\n\n', 1],
  ['x'.repeat(30), 1],
  ['x'.repeat(31), 2],
  ['🍂'.repeat(17), 1],
])('%j takes %i lines', (text, lines) => {
  expect(countLines(text)).toBe(lines);
});

it('folds a seventh line, whether it was typed or wrapped', () => {
  expect(countLines(han.repeat(6))).toBe(momentsLines);
  expect(countLines(`${han.repeat(6)}秋`)).toBeGreaterThan(momentsLines);
  expect(countLines('行\n'.repeat(7))).toBeGreaterThan(momentsLines);
});
