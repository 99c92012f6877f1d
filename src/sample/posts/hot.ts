import { of, type SamplePost } from '../post';

/** 爆品: what the community sells this week. */
export const hotPosts: readonly SamplePost[] = [
  {
    author: 'veteran',
    category: 'hot',
    body: `今早六点摘的，中午就装箱了。我妈只挑硬的、果粉还在的那种，软的留家里打酸奶🫐
一盒 125 克，手心一捧刚好。自己家吃了三年，孩子书包里也塞这个。
要的话点这里 {{我的链接}}`,
    commentText: '第一条评论：坏果包赔，拍照给我就行，要的戳链接 👉 {{我的链接}}',
    tags: ['产地直发', '蓝莓'],
    pictures: of('blueberry', 0, 1, 2, 3, 4, 5, 6, 7, 8),
    ageHours: 27,
    appeal: 3,
    variants: [
      `早上六点我妈下地，中午蓝莓就上车了。
她挑果子有个规矩：果粉没了的不要，捏着软的不要。不要的那些，全进了我家酸奶碗🫐
125 克一盒，一天一盒刚好，链接 {{我的链接}}`,
      `问了三天的蓝莓，今天开摘。
只装硬的，软的自家吃。孩子放学一路走一路吃，到家只剩个空盒子。
{{我的链接}}`,
    ],
    pickNote: `开头报时间：「今早六点」四个字，读的人会以为你就站在树下。
说舍得：「软的留家里」比说「精选」可信。
图有顺序：近—远—手—箱，第九张留给数量。`,
  },
  {
    author: 'laozhao',
    category: 'hot',
    body: `橙子熟没熟，别光看颜色。
我掂一掂，沉的才摘；蒂那儿是绿的，说明刚下树。今天摘了四百来斤，明早发。
皮有点花，树上蹭的，不打蜡就这样🍊
十斤装 {{我的链接}}`,
    commentText: '皮厚的那几个是向阳面的，反而甜。有坏的直接发我，补。',
    tags: ['产地直发', '橙子'],
    pictures: of('orange', 0, 1, 2, 5, 3, 4),
    ageHours: 5,
    appeal: 2.3,
    variants: [
      `四百来斤橙子，今天下树，明早上车。
你们收到先别急着吃，放一晚，酸味会退一点。皮花是树上蹭的，不碍事🍊
十斤装 {{我的链接}}`,
    ],
    pickNote: `先教一招：怎么看熟没熟，读完就学到东西，不买也愿意看完。
先说缺点：皮花自己讲出来，收到货的人反而不挑。
数字是真的：「四百来斤」是今天的量，不是口号。`,
  },
  {
    author: 'caicai',
    category: 'hot',
    body: `家里两个娃，洗衣液一个月一桶半。
换这款是因为漂得快：同样一缸水，以前漂三遍还有沫，这个两遍就清了。味道淡，晒干基本闻不到。
到手两桶，够用到下下个月👇
{{我的链接}}`,
    commentText: '深色和浅色我是分开洗的，泵头按两下够一缸。',
    tags: ['洗护', '囤货'],
    pictures: of('detergent', 0, 2, 7, 4),
    ageHours: 9,
    appeal: 1.7,
  },
  {
    author: 'tangtang',
    category: 'hot',
    body: `车厘子🍒到货！！先交代：
① 我自己拆了两箱，个头量过，2.8 厘米上下
② 梗是绿的，放冰箱第三天还挺
③ 有 4 颗磕伤，我吃掉了哈哈哈
要的姐妹直接点 {{我的链接}}，今天下单明天发`,
    commentText: '收到先别洗！擦干放冰箱，吃多少洗多少～',
    tags: ['车厘子', '到货'],
    pictures: of('cherry', 3, 6, 2, 0, 4, 5),
    ageHours: 13,
    appeal: 2.2,
    variants: [
      `昨晚拆了两箱车厘子，一颗颗量的，2.8 厘米上下🍒
磕伤的 4 颗归我，剩下的归你们。
今天下单明天发 {{我的链接}}`,
    ],
  },
  {
    author: 'laozheng',
    category: 'hot',
    body: `竹浆纸。
拆开先闻，没有香精味；再泡水，半天没散。我按张数和克重跟超市那款比过，算下来一天三毛。
不囤多，家里常备两提就够。
{{我的链接}}`,
    commentText: '三毛怎么来的：一提 12 卷，四口人用 12 天，除一下。',
    tags: ['纸品', '算账'],
    pictures: [...of('tissue', 0, 1), ...of('detergent', 9)],
    ageHours: 218,
    appeal: 2.1,
    pickNote: `自己试过：闻和泡水两个动作，谁都能照做。
账算得清：「一天三毛」在评论里写了除法，不怕追问。
劝人少买：「不囤多」三个字，把信任留住了。`,
  },
  {
    author: 'fangyuanyuan',
    category: 'hot',
    body: `草莓今天不发朋友圈我良心不安🍓
昨天说甜的那几位，今天又来拿了两盒。
凌晨三点摘、六点打冷，到咱们这边正好下班。只有 60 盒，拿完我就去接孩子了。
提前说：草莓娇气，路上难免碰红一两颗，拍照给我，我补差价。洗的时候别去蒂，盐水泡五分钟，流水冲一下就行。
{{我的链接}}`,
    tags: ['草莓', '当日达'],
    pictures: of('strawberry', 0, 1, 2, 3, 4, 5, 6, 7, 8),
    ageHours: 20,
    appeal: 1.9,
  },
  {
    author: 'yezi',
    category: 'hot',
    body: `通勤包里常年那支防晒，用空第四管了。
不搓泥，上完妆也能补；就是管子细，看着少，其实能用一个半月。
怕黑的、骑车的、接娃站校门口的，都合适☀️
{{我的链接}}`,
    commentText: '油皮可以，干皮记得先涂面霜。',
    tags: ['防晒', '通勤'],
    pictures: of('sunscreen', 0, 1, 3),
    ageHours: 28,
    appeal: 1.4,
  },
  {
    author: 'tianxiaoye',
    category: 'hot',
    body: `蜂场老板是我小学同学，每年就摇两次蜜。
今年雨水多，产得少，他跟我说：少就少，不掺。
倒出来会拉丝，天冷会结晶，这都正常，温水化开就好🍯
{{我的链接}}`,
    commentText: '结晶不是坏了，别扔！40 度以下温水泡一泡。',
    tags: ['蜂蜜', '老同学'],
    pictures: of('honey', 1, 2, 0, 7),
    ageHours: 34,
    appeal: 1.8,
  },
  {
    author: 'qiuqiu',
    category: 'hot',
    body: `保温杯，晚上七点开。
早上 7 点灌的热水，我下午 5 点喝还烫嘴（图三是我办公桌）。
绿的稳重，米的好看，我妈拿了红的。
{{我的链接}}`,
    commentText: '杯口小，冰块要敲一下。能单手开。',
    tags: ['保温杯', '晚档'],
    pictures: of('thermos', 0, 5, 2, 4),
    ageHours: 3,
    appeal: 1.9,
    variants: [
      `早七点灌的水，晚五点还烫嘴。
不是我说的，是我妈说的——她拿舌头试的😂
晚上七点开，{{我的链接}}`,
    ],
  },
  {
    author: 'zhongyi',
    category: 'hot',
    body: `新米到了。
不用看牌子，煮一锅就知道：锅盖一开，油光是浮着的，孩子没配菜先扒了半碗。
5 斤一袋，真空的，两个人吃半个月。
{{我的链接}}`,
    tags: ['新米', '厨房'],
    pictures: of('rice', 0, 2, 1),
    ageHours: 41,
    appeal: 1.3,
  },
  {
    author: 'heayi',
    category: 'hot',
    body: `我家老头子嘴刁，水果摆烂了都不动，就爱吃这个小番茄。酸甜口，皮薄，咬下去有汁水。
我每天给他洗十来个放小碗里，看电视就吃完了。
你们家要是也有不爱吃水果的，试试这个🍅
{{我的链接}}`,
    commentText: '不用放冰箱，放阳台阴凉处，三四天没问题。',
    tags: ['小番茄', '爸妈爱吃'],
    pictures: of('tomato', 2, 3),
    ageHours: 52,
    appeal: 1.6,
    variants: [
      `小番茄又来了。酸甜口，皮薄，我家老头子看一集电视吃一小碗。
要的跟我说，或者点 {{我的链接}}`,
    ],
  },
  {
    author: 'qinxiaochu',
    category: 'hot',
    body: `这口锅我用了 11 个月，煎蛋不用转锅，蛋自己会滑。
缺点也说：有点重，1.4 公斤，我妈嫌。手柄螺丝用到第八个月松过一次，自己拧紧就好了。
我家一天三顿都是它，煎饺、烙饼、炒青菜。底没变形，涂层有两道浅印子，是我用铁铲划的，怪我。
想要轻的别买，想要不粘又不娇气的可以看看🍳
{{我的链接}}`,
    commentText: '开锅：小火抹油三遍，别用钢丝球。',
    tags: ['锅具', '用旧了再说'],
    pictures: of('pan', 0, 1),
    ageHours: 66,
    appeal: 1.7,
  },
  {
    author: 'jiangxiaoyu',
    category: 'hot',
    body: `刚来一周，第一单是卖给我自己的哈哈
香皂四块装，洗完手不紧绷，浴室里一股淡淡的味道，不冲。
我就发一张图，用着好你们再问我🧼 {{我的链接}}`,
    tags: ['香皂', '新人'],
    pictures: of('soap', 0),
    ageHours: 74,
    appeal: 0.9,
  },
  {
    author: 'dapeng',
    category: 'hot',
    body: `骑车上班被雨浇了两回，终于换了把伞。
八骨，风大那天没翻；收起来 28 厘米，能竖着放进车筐。
深色显稳重，黄的让同事一眼找到我。
{{我的链接}}`,
    tags: ['雨伞', '通勤'],
    pictures: of('umbrella', 4, 0),
    ageHours: 97,
    appeal: 1.1,
  },
  {
    author: 'luoxiaotang',
    category: 'hot',
    body: `拆开先闻，没有香精味；再泡水，半天没散。我家四口人，一提用十二天，算下来一天三毛。
今年先囤到过年，楼道里已经码了六提🧻
要的戳 {{我的链接}}`,
    commentText: '一提 12 卷，搬的时候叫上你老公。',
    tags: ['纸品', '囤货'],
    pictures: of('tissue', 0, 1, 3),
    ageHours: 0.6,
    appeal: 0.9,
    state: 'in_review',
  },
  {
    author: 'weilan',
    category: 'hot',
    body: `大家好我是新来的魏澜，今天学着发一条。
这款牛奶我家娃喝了两个月，早上一瓶配面包，玻璃瓶的，喝完可以插花🥛
不知道写得对不对，请审核老师指点。
{{我的链接}}`,
    tags: ['牛奶', '新人'],
    pictures: of('milk', 2, 0),
    ageHours: 1.4,
    appeal: 0.7,
    state: 'in_review',
  },
];
