import { of, type SamplePost } from '../post';

/** 互动: questions that people like to answer. */
export const interactivePosts: readonly SamplePost[] = [
  {
    author: 'tangtang',
    category: 'interactive',
    body: `二选一，不许都要：
A 早上多睡二十分钟，不吃早饭
B 早起二十分钟，吃口热的
评论区站队，晚上我数票，输的那边我明天替你们体验一天😤`,
    commentText: '我先投 B，不许学我。',
    tags: ['投票', '早饭'],
    pictures: [...of('morning', 7), ...of('milk', 1)],
    ageHours: 18,
    appeal: 2.3,
    variants: [
      `多睡二十分钟 or 吃口热的？
评论站队，晚上数票，输的那边我替你们体验一天。`,
    ],
    pickNote: `只有两个选项：不用想，一个字母就能回。
有下文：晚上数票、明天体验，第二天的内容也有了。`,
  },
  {
    author: 'chenshu',
    category: 'interactive',
    body: `猜猜我今天钓了几条🎣
猜中的，下周送一份我老伴做的鱼丸（前提是我真钓到了）。
提示：桶不重。`,
    tags: ['猜一猜', '钓鱼'],
    pictures: of('morning', 11),
    ageHours: 47,
    appeal: 2,
  },
  {
    author: 'shitou',
    category: 'interactive',
    body: `石头剪刀布，评论区来。
我先出，写在礼物盒底下了，晚上九点翻牌。赢我的前五位，蓝莓一盒，我自己掏钱。
不许改评论，我截图了。`,
    commentText: '晚上九点翻牌，别走开。',
    tags: ['小游戏', '送蓝莓'],
    pictures: [...of('gift', 6), ...of('blueberry', 13)],
    ageHours: 65,
    appeal: 1.8,
  },
  {
    author: 'haibian',
    category: 'interactive',
    body: `用三个字形容今天。
我先来：风很大。
昨天是「鱼很鲜」，前天是「又停电」。评论里写得好的，我抄下来贴冰箱上。`,
    tags: ['三个字'],
    pictures: [],
    ageHours: 33,
    appeal: 2.1,
    variants: [
      `今天，三个字。
我的是：晒被子。`,
    ],
  },
  {
    author: 'xiaomanba',
    category: 'interactive',
    body: `征集：你家那位干过的「好心办坏事」。
我先交：用洗洁精擦了她的真皮包，擦得很亮，特别亮，亮到她三天没理我。
点赞多的送毛巾一条，擦眼泪用。`,
    tags: ['征集', '老夫老妻'],
    pictures: of('towel', 8),
    ageHours: 94,
    appeal: 2.2,
  },
  {
    author: 'qiuqiu',
    category: 'interactive',
    body: `包里那把伞，你一年用几次？
我今天数了：带 180 天，用 9 次，淋雨的 3 次都是没带的那 3 次。
这叫什么定律？`,
    tags: ['伞定律'],
    pictures: of('umbrella', 8),
    ageHours: 121,
    appeal: 1.6,
  },
];
