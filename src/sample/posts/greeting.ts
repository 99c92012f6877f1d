import { of, type SamplePost } from '../post';

/** 早晚安: short, early or late, mostly with nothing to sell. */
export const greetingPosts: readonly SamplePost[] = [
  {
    author: 'aruan',
    category: 'greeting',
    body: `早。
起来先把水浇透，再给自己倒一杯。
花和人都一样，先喝饱了，再说别的。`,
    tags: ['早安', '植物'],
    pictures: of('morning', 0),
    ageHours: 1.6,
    appeal: 2.7,
    variants: [
      `早安。
先浇花，再喝水。
都喝饱了，今天就慢慢来。`,
      `早。给花一杯水，也给自己一杯。
剩下的事，一件一件来。`,
    ],
    pickNote: `一个字开头：「早。」比三行祝福像人说的。
动作小：浇水、喝水，谁都正在做。
不卖东西：一天里头一条，先让人愿意看你。`,
  },
  {
    author: 'tangtang',
    category: 'greeting',
    body: `☀️ 5:58，今天又比闹钟早两分钟
窗外天是橘子味的
早起的人先替你们看过了：今天不错，可以起床～`,
    commentText: '打卡第 214 天！',
    tags: ['早安', '早起打卡'],
    pictures: of('morning', 5),
    ageHours: 25.5,
    appeal: 2.2,
  },
  {
    author: 'chengyihe',
    category: 'greeting',
    body: `早安，今天只做三件事：
把该回的消息回了
吃一顿热的早饭
晚上十一点前放下手机
做到两件就算赢。`,
    tags: ['早安', '小目标'],
    pictures: of('morning', 2),
    ageHours: 49.4,
    appeal: 2.4,
    variants: [
      `早安。三件事：回消息、吃热的、十一点睡。
做到两件就算赢。——{{昵称}}`,
    ],
    pickNote: `清单三条：短到可以照做。
降低标准：「做到两件就算赢」，读的人松一口气，愿意转给朋友。`,
  },
  {
    author: 'nanjie',
    category: 'greeting',
    body: `十点半，我先睡了。
没回的消息明早回，没卖完的明天卖，没想通的明天大概就想通了。
晚安🌙`,
    tags: ['晚安'],
    pictures: of('night', 2),
    ageHours: 14.5,
    appeal: 2.5,
    variants: [
      `先睡了。
没回的明早回，没卖完的明天卖，没想通的睡一觉再说。
晚安🌙 {{昵称}}`,
    ],
  },
  {
    author: 'muzi',
    category: 'greeting',
    body: `下雨天的早上，听一会儿再起。
雨打在叶子上，和打在玻璃上，是两种声音。
分得清的时候，人就醒了。早安。`,
    tags: ['早安', '下雨'],
    pictures: of('morning', 10),
    ageHours: 73.3,
    appeal: 1.9,
  },
  {
    author: 'banxia',
    category: 'greeting',
    body: `今天的月亮，给忘了抬头的人留一张。
楼下便利店的小伙子也在看，我们俩谁也没说话，各自看了一会儿。
晚安。`,
    tags: ['晚安', '月亮'],
    pictures: of('night', 1),
    ageHours: 38.2,
    appeal: 2.1,
  },
  {
    author: 'heayi',
    category: 'greeting',
    body: `群里的家人们早上好🌞
今天降温，出门多穿一件。早饭熬了粥，放了几颗红枣，软烂软烂的。
身体是自己的，别凑合。`,
    tags: ['早安', '降温'],
    pictures: of('morning', 8),
    ageHours: 97.5,
    appeal: 1.8,
  },
  {
    author: 'newcomer',
    category: 'greeting',
    body: `入团第四天，学会了早起。
以前这个点还在刷手机，今天下楼买了豆浆，老板说：这么早，上班啊？
我说：嗯，上班。`,
    tags: ['早安', '新人'],
    pictures: of('morning', 3),
    ageHours: 27,
    appeal: 1.6,
  },
  {
    author: 'aruan',
    category: 'greeting',
    body: `晚安。
菜园子里的灯关了，萝卜还在长。
你睡你的，好事情自己会长。`,
    tags: ['晚安', '菜园子'],
    pictures: of('night', 3),
    ageHours: 62.4,
    appeal: 2.4,
    variants: [
      `灯关了，萝卜还在长。
你睡你的。晚安。`,
    ],
  },
];
