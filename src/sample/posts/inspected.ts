import { of, type SamplePost } from '../post';

/** 验货实拍: bought, opened, measured, photographed. */
export const inspectedPosts: readonly SamplePost[] = [
  {
    author: 'laozheng',
    category: 'inspected',
    body: `挂耳我只留两款，这是其中一款。保山的豆，烘得浅，热水冲下去有股橘皮香☕
泡了十二杯拍的图，没有一张是店家给的。
92 度，焖 20 秒，别用开水直冲，会苦。
{{我的链接}}`,
    commentText: '一盒 20 包，我按 10 克粉 150 毫升水冲的。',
    tags: ['挂耳咖啡', '自己冲的'],
    pictures: of('coffee', 0, 1, 2, 3),
    ageHours: 6,
    appeal: 2.9,
    variants: [
      `喝了一抽屉挂耳，留下两款，这是一款。
保山豆，浅烘，闻着像剥橘子。水别太开，92 度，焖 20 秒。
图是我这十二杯里挑的 {{我的链接}}`,
    ],
    pickNote: `先筛后说：「只留两款」一句，等于替读的人试过一抽屉。
教人做好：水温和焖蒸写进正文，买回去不会冲砸。
图都自己拍：十二杯里挑四张，没有店家图，评论区没人质疑。`,
  },
  {
    author: 'laozhao',
    category: 'inspected',
    body: `散养蛋到货，拆箱给你们看。
30 枚，破 0 枚，每格一个珍珠棉。大小不齐，46 克到 61 克都有，散养的就这样，齐刷刷那种我反而不敢卖。
打一个看蛋黄，自己看图三。
{{我的链接}}`,
    commentText: '蛋壳上有点泥别洗，洗了不好放，吃之前再洗。',
    tags: ['土鸡蛋', '拆箱'],
    pictures: of('egg', 0, 4, 2, 1, 7, 6),
    ageHours: 11,
    appeal: 2.6,
    pickNote: `先报坏的：破 0 枚，格子什么样，买生鲜的人先看这个。
不怕不齐：46 到 61 克写出来，收货就没有落差。
一张定心：打开的那个蛋黄放第三张，群里都在转这张。`,
  },
  {
    author: 'xiaomanba',
    category: 'inspected',
    body: `作为一个爱较真的爹，我把毛巾洗了四十遍。
没起球，没发硬，边线断了一处（第 31 遍，可能是我家洗衣机的锅）。掉色只有前两遍有一点。
吸水：往桌上倒半杯水，一抹干净。
{{我的链接}}`,
    commentText: '边线断的那条我留着擦车了，不影响用。',
    tags: ['毛巾', '洗了四十遍'],
    pictures: of('towel', 0, 1, 2, 4),
    ageHours: 26,
    appeal: 2.4,
    variants: [
      `毛巾洗了四十遍，来交作业。
起球：没有。发硬：没有。断线：一处，第 31 遍。掉色：前两遍一点点。
半杯水一抹就干 {{我的链接}}`,
    ],
    pickNote: `笨功夫：四十遍是别人懒得做的事，一句话就立住了。
坏处照写：断线在第几遍都记着，像实验报告。
结尾能试：倒半杯水，收到货的人会跟着做。`,
  },
  {
    author: 'dapeng',
    category: 'inspected',
    body: `保温杯实测，拿温度计插的：
8:00 灌水 96℃
12:00 78℃
18:00 61℃
22:00 49℃
倒过来甩了二十下，没漏。重 310 克，比我手机还沉点。
骑车放侧兜，过减速带会响，垫张纸巾就好。杯底贴了层软胶，放桌上没声音，开会不尴尬。
泡茶别泡隔夜，盖子内圈要拆下来刷，不拆会有味，哪家的都一样。
{{我的链接}}`,
    commentText: '室温 22 度，盖子全程没开，每次测完重新算。',
    tags: ['保温杯', '实测'],
    pictures: of('thermos', 8, 7, 3),
    ageHours: 31,
    appeal: 2,
  },
  {
    author: 'milima',
    category: 'inspected',
    body: `给孩子买防晒，我先在自己胳膊上涂了三天。
第一天有点黏，第二天发现是我涂多了；黄豆大一粒够一条小臂。清水搓一搓能洗掉，不用卸。
孩子用了一周，没红没痒。每个娃不一样，先在耳后试。
{{我的链接}}`,
    commentText: '先耳后试 24 小时，别偷懒。',
    tags: ['防晒', '带娃'],
    pictures: of('sunscreen', 2, 7, 4),
    ageHours: 46,
    appeal: 1.9,
  },
  {
    author: 'caifeng',
    category: 'inspected',
    body: `干裁缝二十年，看毛巾先看边。
这条是双线锁边，针脚一寸十二针，角上回了三针。毛圈密，对着光看不到底布。
布不会骗人。
{{我的链接}}`,
    tags: ['毛巾', '看门道'],
    pictures: of('towel', 6, 5),
    ageHours: 58,
    appeal: 2.2,
    pickNote: `身份说话：裁缝看边，一句顶十句夸。
有行话有翻译：「一寸十二针」后面跟着「看不到底布」，外行也懂。
收得短：「布不会骗人」，没有感叹号，像他本人。`,
  },
  {
    author: 'qinxiaochu',
    category: 'inspected',
    body: `面煮出来再说话。
干面 80 克，水开下锅，中间点一次水，3 分半捞。汤是自己吊的，不能算它的功劳；但面确实不坨，拍完照又放了十分钟，还能挑起来。
{{我的链接}}`,
    commentText: '图里的溏心蛋：水开下锅 6 分半，过冰水。',
    tags: ['面条', '下锅实测'],
    pictures: of('noodles', 0, 2, 1),
    ageHours: 70,
    appeal: 1.8,
  },
  {
    author: 'tianxiaoye',
    category: 'inspected',
    body: `蜂蜜倒一勺，看三样：
流下来断不断（不断，拉丝折叠）
闻着冲不冲（不冲，有点花味）
尝完嗓子辣不辣（有一点点，正常）
检测报告在图里没拍，要看私我，发原件。
{{我的链接}}`,
    tags: ['蜂蜜', '怎么看'],
    pictures: of('honey', 3, 5),
    ageHours: 90,
    appeal: 1.5,
  },
  {
    author: 'caicai',
    category: 'inspected',
    body: `洗衣液去渍，我用白 T 恤试的：
酱油——没了
番茄酱——淡淡一圈，第二遍没了
圆珠笔——没用，别指望
说实话比说好话省事，退货也少。
{{我的链接}}`,
    commentText: '圆珠笔用酒精棉先擦，再洗。',
    tags: ['洗衣液', '实测'],
    pictures: of('detergent', 3, 5, 1),
    ageHours: 112,
    appeal: 2.1,
  },
  {
    author: 'laozhou',
    category: 'inspected',
    body: `修了三十年伞，这把我拆了。
骨子是玻纤的，掰弯松手能弹回去；接头是铆的不是胶粘。布缝在骨头上走的双线。
我拿喷壶照着一个地方淋了十分钟，背面摸着是干的；又撑开放门口让风吹了一下午，翻过去一次，自己弹回来了。
会坏的地方是按钮，弹簧细了点，别老啪啪地玩。
{{我的链接}}`,
    commentText: '按钮坏了拿来，我给换，不收钱。',
    tags: ['雨伞', '老师傅'],
    pictures: of('umbrella', 1, 2, 3),
    ageHours: 135,
    appeal: 2.3,
    variants: [
      `三十年修伞的，拆给你们看。
骨子玻纤，接头铆的，布走双线。短板在按钮，弹簧细，轻点按。
坏了找我换 {{我的链接}}`,
    ],
  },
  {
    author: 'laozhao',
    category: 'inspected',
    body: `柠檬拿尺子量了，横径 6 到 7 公分。
切开数了籽，五个里有两个无籽，剩下的三四粒。皮上的黑点是风刮的，切片泡水不影响。
不催熟，所以有的偏绿，放窗台三天就黄。
{{我的链接}}`,
    tags: ['柠檬', '拆箱'],
    pictures: of('lemon', 5, 2, 0, 1),
    ageHours: 160,
    appeal: 1.4,
  },
  {
    author: 'gubei',
    category: 'inspected',
    body: `抽纸实测。
湿水后拉 10 次没破，第 11 次破了。一包 100 抽，我真数了，98 抽，问了客服说允许差 2。
三层，掉屑不多，黑裤子上擦了看得到一点。`,
    tags: ['纸品', '数过'],
    pictures: of('tissue', 2, 4),
    ageHours: 2.2,
    appeal: 1,
    state: 'in_review',
  },
  {
    author: 'milima',
    category: 'inspected',
    body: `牛奶对比，两个娃盲喝的，杯底贴了标。
哥哥三次都选了 A，妹妹选了 A 两次、B 一次。A 就是这个，奶皮厚，热了会结一层。
介意奶腥味的别买，它味道是重。
{{我的链接}}`,
    commentText: '冷藏的，收到先进冰箱，开盖三天内喝完。',
    tags: ['鲜奶', '盲测'],
    pictures: of('milk', 4, 3, 6),
    ageHours: 184,
    appeal: 1.7,
  },
  {
    author: 'aruan',
    category: 'inspected',
    body: `蜡烛点了四个晚上。
大豆蜡，烧得平，没有坑；味道像下过雨的木头。烛芯每次要剪到半厘米，不然会冒一点黑烟。
一个大概三十小时。
{{我的链接}}`,
    tags: ['香薰', '点完再说'],
    pictures: of('candle', 1, 2, 7),
    ageHours: 206,
    appeal: 1.6,
  },
];
