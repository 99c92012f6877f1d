import { defineWords } from '../../i18n/locale';

/** The published rules, in plain words; every number in them comes from the code that computes the boards. */
export const rulesWords = defineWords(
  {
    title: (version: number) => `榜单怎么算 · 算法 v${version}`,
    lead: '只看一件事：你的素材被别人用了多少、用得好不好。复制别人、拉人、下级卖货都不加分。',
    formula: { result: '得分', reuse: '引用分', factor: '质量系数' },
    steps: {
      rung: {
        title: '一次引用值多少',
        line: '同一个人用同一篇，一段时间里只算一次，按他走到的最远一步算。',
      },
      person: {
        title: '一个人带来多少',
        line: '把他用你所有素材的分加起来，再取对数：log₂(1 + 分)。同一个人反复用，越往后加得越少。',
      },
      team: {
        title: '一个团队带来多少',
        line: (own: string) => `团队里每个人的对数相加，再开平方。自己团的人捧场方便，乘 ${own}；没有团队的人合起来算一个团队。`,
      },
      quality: {
        title: '质量系数',
        line: (low: string, middle: string, high: string, prior: number) =>
          `用过的人打的星，1 星 ×${low}，3 星 ×${middle}，5 星 ×${high}，中间按比例。评价少的时候先按 ${prior} 条全站平均算，三五个熟人打满分推不动。`,
      },
    },
    rungs: { copied: '复制', saved: '存图', sent: '标记已发', clicked: '有人点开链接', ordered: '有人下单' },
    rungHead: { step: '走到哪一步', weight: '值' },
    logHead: { weights: '用你的素材', points: '带来' },
    times: (count: number) => `复制 ${count} 篇`,
    example: {
      title: '照着算一遍',
      line: '别的团 3 个人各复制你 1 篇：每人 log₂(1 + 1) = 1，相加 3，开方 1.73 分。换成 3 个不同团队各 1 人：每队开方得 1，加起来 3 分。多一个团队，涨得最多。',
    },
    notCounted: {
      title: '记下但不算分',
      lines: ['复制自己的素材', '暂停中的账号做的事', '一天里多得不像人做的引用', '已经下架的素材'],
    },
    periods: {
      title: '什么时候算',
      lines: [
        '日、周、月按整天、周一到周日、整月算；每几分钟重算一次，页面上写着哪一刻算的。',
        '上周用过的素材这周又用，这周再算一次。',
        '同分时，先被用到的在前。',
        '新人榜：加入 30 天以内。',
      ],
    },
    open: '每一行都能点开，看到每个团队几个人、多少分。奖励按封存的那一份榜单发，谁都能照着重算。',
  },
  {
    title: (version: number) => `How boards are computed · v${version}`,
    lead: 'One thing counts: how much others used your posts, and how well they worked. Copying others, recruiting and a downline’s sales add nothing.',
    formula: { result: 'Score', reuse: 'reuse score', factor: 'quality' },
    steps: {
      rung: {
        title: 'What one reuse is worth',
        line: 'One person using one post counts once in a period, at the furthest step reached.',
      },
      person: {
        title: 'What one person brings',
        line: 'The worth of everything they used of yours is summed, then the logarithm is taken: log₂(1 + worth). The same person using more adds less and less.',
      },
      team: {
        title: 'What one team brings',
        line: (own: string) => `The logarithms of its people are summed, then the square root is taken. Your own team counts × ${own}; people without a team count as one team.`,
      },
      quality: {
        title: 'Quality',
        line: (low: string, middle: string, high: string, prior: number) =>
          `Stars of those who used it: 1 star × ${low}, 3 stars × ${middle}, 5 stars × ${high}, in proportion between. Few ratings start from ${prior} at the site’s mean, so that a few friends move little.`,
      },
    },
    rungs: { copied: 'Copied', saved: 'Pictures saved', sent: 'Marked as sent', clicked: 'Somebody opened the link', ordered: 'Somebody ordered' },
    rungHead: { step: 'Furthest step', weight: 'Worth' },
    logHead: { weights: 'Use of your posts', points: 'Brings' },
    times: (count: number) => (count === 1 ? 'copied 1 post' : `copied ${count} posts`),
    example: {
      title: 'An example by hand',
      line: 'Three people of one other team copy one post each: log₂(1 + 1) = 1 each, 3 together, the root is 1.73 points. Three people of three teams: root of 1 for each team, 3 points together. One more team adds most.',
    },
    notCounted: {
      title: 'Noted, not scored',
      lines: ['Copying your own posts', 'What a suspended account does', 'More reuses in a day than a person makes', 'Posts that were withdrawn'],
    },
    periods: {
      title: 'When',
      lines: [
        'Days, weeks from Monday, and months are whole; they are computed again every few minutes, and the page says when.',
        'A post used last week and again this week counts in both.',
        'Equal scores: whoever was reused first stands first.',
        'Newcomers: those who joined in the last 30 days.',
      ],
    },
    open: 'Every line can be opened: each team, how many people, how many points. Rewards are paid from a frozen copy of a board that anyone can compute again.',
  },
);
