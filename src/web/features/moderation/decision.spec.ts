import { locale } from '../../i18n/locale';
import { choose, decisionOf, missingOf, newDraft, reasonOf, toggleReason } from './decision';
import { formatDuration, formatWaiting } from './times';

afterEach(() => (locale.value = 'zh'));

describe('a decision being made', () => {
  it('puts ready-made reasons and one’s own words together, in the order of the list', () => {
    const draft = newDraft();
    choose(draft, 'return');
    toggleReason(draft, 2);
    toggleReason(draft, 0);
    toggleReason(draft, 3);
    draft.ownReason = ' 封面再亮一点 ';
    expect(reasonOf(draft)).toBe('图请换成自己拍的；价格和有效时间写清楚。\n封面再亮一点');
    toggleReason(draft, 0);
    toggleReason(draft, 3);
    expect(reasonOf(draft)).toBe('价格和有效时间写清楚。');
    toggleReason(draft, 4);
    expect(reasonOf(draft)).toBe('价格和有效时间写清楚。');
  });

  it('forgets ready-made reasons of another choice, and keeps what was typed', () => {
    const draft = newDraft();
    choose(draft, 'return');
    toggleReason(draft, 1);
    toggleReason(draft, 3);
    draft.ownReason = '说过了';
    choose(draft, 'reject');
    expect(reasonOf(draft)).toBe('说过了');
    choose(draft, 'approve');
    expect(reasonOf(draft)).toBe('');
  });

  it('cannot be sent without what somebody has to read', () => {
    const draft = newDraft();
    const missing = (): boolean => missingOf(draft) !== null;
    choose(draft, 'approve');
    expect(missing()).toBe(false);
    choose(draft, 'reject');
    expect(missing()).toBe(true);
    toggleReason(draft, 0);
    expect(missing()).toBe(false);
    draft.own = true;
    draft.ownReason = '长'.repeat(500);
    expect(missing()).toBe(true);
    choose(draft, 'pick');
    draft.note = '\n ';
    expect(missing()).toBe(true);
    draft.note = '🍂'.repeat(500);
    expect(missing()).toBe(false);
  });

  it('tells the server a pick as an approval', () => {
    expect((['approve', 'return', 'reject', 'pick'] as const).map(decisionOf)).toEqual(['approve', 'return', 'reject', 'approve']);
  });
});

it.each([
  [38, '38 秒', '刚来'],
  [59.4, '59 秒', '刚来'],
  [60, '1 分', '1 分'],
  [89 * 60, '89 分', '89 分'],
  [90 * 60, '2 小时', '2 小时'],
  [35 * 3_600, '35 小时', '35 小时'],
  [36 * 3_600, '2 天', '2 天'],
])('%d seconds are %s, or %s for somebody who waits', (seconds, duration, waiting) => {
  expect(formatDuration(seconds)).toBe(duration);
  const now = Date.parse('2026-11-22T00:00:00Z');
  expect(formatWaiting(new Date(now - seconds * 1_000).toISOString(), now)).toBe(waiting);
});
