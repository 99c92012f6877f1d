import { of, type SamplePost } from '../post';

/** 生活: days as they are, with or without something to sell. */
export const lifePosts: readonly SamplePost[] = [
  {
    author: 'veteran',
    category: 'life',
    body: `下午接孩子，路上问我：妈妈，咱家果子为什么有的盒子装不满？
我说，装满了上面的会压坏下面的。
他想了想说，那我书包也不能装满。
……有道理，但作业还是要带回来的。`,
    tags: ['日常', '孩子'],
    pictures: [...of('blueberry', 11), ...of('strawberry', 13)],
    ageHours: 16,
    appeal: 2.5,
    pickNote: `没有链接：一条不卖东西的，让后面三条卖东西的有人看。
对话收尾：孩子那句是真的，编不出来。
顺手立住人：盒子为什么不装满，等于讲了一遍品控。`,
  },
  {
    author: 'chenshu',
    category: 'life',
    body: `今天钓了四小时，鱼没上，风倒是吃了个饱。
回家老伴给下了碗面，卧俩蛋，撒一把葱。我说这比钓到鱼还强。
她说那你下回别去了。
我说那不行🎣`,
    commentText: '有人问面，是这个：{{我的链接}}',
    tags: ['钓鱼', '一碗面'],
    pictures: of('noodles', 3),
    ageHours: 22,
    appeal: 2.3,
    variants: [
      `钓鱼四小时，空军。
回家一碗热面俩荷包蛋，老伴说：鱼呢？
我说：面好吃，别打岔。`,
    ],
  },
  {
    author: 'milima',
    category: 'life',
    body: `米粒今天自己叠了一摞毛巾，歪得像比萨斜塔。
我忍住没重叠。
第二天她奶奶来了，顺手抽走一条，塔塌了，米粒哭了十分钟。
所以现在我们家毛巾是卷着放的，谁也别抽谁的😂`,
    tags: ['带娃', '收纳'],
    pictures: of('towel', 9, 7),
    ageHours: 38,
    appeal: 1.8,
  },
  {
    author: 'qinxiaochu',
    category: 'life',
    body: `周日早上，冰箱里剩两个蛋、半棵葱、一把挂面。
十分钟，两碗。
穷讲究一点：蛋煎到边上焦，汤里滴三滴香油。
过日子不就是这些零零碎碎凑一碗。`,
    tags: ['厨房', '周末'],
    pictures: [...of('pan', 3), ...of('noodles', 4)],
    ageHours: 49,
    appeal: 1.7,
  },
  {
    author: 'muzi',
    category: 'life',
    body: `阳台上的绿萝又冒了两片新叶。
买来的时候只有三根，死了一根，剩下两根长成现在这样。
也没怎么管，就是每周六记得浇一次。
有些事大概就是：别忘，也别太用力🌿`,
    tags: ['阳台', '植物'],
    pictures: of('plant', 0, 1, 3),
    ageHours: 63,
    appeal: 2,
    variants: [
      `绿萝新叶两片。
三根进门，死一根，剩下的长疯了。
每周六浇一次水，别忘，也别太用力🌿`,
    ],
  },
  {
    author: 'laozheng',
    category: 'life',
    body: `老婆问我为什么不喝速溶。
我说速溶是给没时间的人喝的。
她说你一早上磨豆子二十分钟，孩子是我送的。
我想了想，明天开始，送完孩子再磨。`,
    tags: ['咖啡', '家里'],
    pictures: of('coffee', 4, 6),
    ageHours: 81,
    appeal: 2.2,
  },
  {
    author: 'xiaomanba',
    category: 'life',
    body: `给媳妇买了个蜡烛，香薰的，想着浪漫一下。
点上之后她说：家里是不是有什么东西糊了？
我说没有，这叫雪松。
她说哦，那你去看看锅。
……锅真的糊了。`,
    tags: ['老夫老妻'],
    pictures: of('candle', 0),
    ageHours: 102,
    appeal: 2.4,
    variants: [
      `买了个香薰蜡烛想浪漫一下。
她闻了闻：什么糊了？
我：这叫雪松。
结果，锅真糊了。`,
    ],
  },
  {
    author: 'haibian',
    category: 'life',
    body: `台风过境第二天，海特别干净。
在家门口捡了半桶贝壳，一只拖鞋，一个没有盖的保温杯。
杯子洗了洗，居然还保温🌊
人也要有这种精神。`,
    tags: ['海边', '台风'],
    pictures: of('morning', 1),
    ageHours: 118,
    appeal: 1.5,
  },
  {
    author: 'banxia',
    category: 'life',
    body: `今天把茶罐子都擦了一遍。
有的三年没开，一开盖，那年秋天的味道还在。
想起来是跟谁一起喝的。那时候租的房子朝北，冬天没太阳，我们俩裹着被子，用电热水壶一泡泡一下午，聊的什么全忘了。
发了个消息过去，问她还喝不喝茶。
她说：我也刚想起你。`,
    tags: ['喝茶', '老朋友'],
    pictures: of('tea', 1, 4, 6),
    ageHours: 143,
    appeal: 2.1,
    pickNote: `小事起头：擦茶罐，人人都有一柜子没开的东西。
气味带回忆：不写茶多好，写那年秋天。
对话收尾：读到「我也刚想起你」的人，会去找自己的朋友，也就会转。`,
  },
  {
    author: 'heayi',
    category: 'life',
    body: `小区群里团了橙子，我帮着分，一家一家敲门送。
三楼小两口不在，我放门口了。晚上人家送来一碗红豆汤。
邻居就是这样处出来的🍊`,
    tags: ['邻居', '团购'],
    pictures: of('orange', 8, 10),
    ageHours: 167,
    appeal: 1.9,
  },
  {
    author: 'fengama',
    category: 'life',
    body: `阿嬷教我包饺子，说皮不能太薄，太薄的那个人心急。
我包的都漏了。
她没说我，默默把我那几个挑出来煮成了面片汤，还说这个好喝。
今年轮到我教女儿。她包了一个四不像，问我：妈妈，这个算饺子吗？
我说算，这个归我，煮破了就是汤。
阿嬷在旁边笑，说这话我听着耳熟。`,
    tags: ['厨房', '阿嬷'],
    pictures: of('dumpling', 3, 0, 2),
    ageHours: 192,
    appeal: 2.2,
  },
  {
    author: 'chengyihe',
    category: 'life',
    body: `今日小账：
早 面包牛奶 6 块
午 自己带饭 0 块
晚 番茄鸡蛋面 9 块
娃的一根棒棒糖 2 块（含谈判 15 分钟）
合计 17 块，外加一个睡前不闹的晚上。`,
    tags: ['记账', '带娃'],
    pictures: [...of('tomato', 7), ...of('egg', 10), ...of('milk', 8)],
    ageHours: 230,
    appeal: 1.6,
  },
  {
    author: 'mengwanwan',
    category: 'life',
    body: `搬到新家的第六天，终于把箱子拆完了。
翻出大学时候的台灯，还能亮。
晚上开着它吃泡面，忽然觉得这里是家了。`,
    tags: ['新家'],
    pictures: of('night', 0),
    ageHours: 4,
    appeal: 1.2,
    state: 'in_review',
  },
  {
    author: 'veteran',
    category: 'life',
    body: `（先存着，等雨停了拍完再发）
连下五天雨，地里进不去。我爸搬个小凳子坐门口，看一会儿天，看一会儿果子。
我问他急不急，他说急有什么用，果子又不看天气预报。`,
    tags: ['果园', '下雨'],
    pictures: of('morning', 4),
    ageHours: 2,
    appeal: 1.5,
    state: 'draft',
  },
];
