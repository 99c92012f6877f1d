import { of, type SamplePost } from '../post';

/** 干货: what promoters teach each other. */
export const tipsPosts: readonly SamplePost[] = [
  {
    author: 'chengyihe',
    category: 'tips',
    body: `九张图怎么排？我的顺序用了两年：
1 近景，让人停下来
2 一盘，知道是什么
3 包装，知道收到什么样
4 特写，看品质
5 怎么吃怎么用
6 装箱
7 跟尺子放一起
8 生活里的一张
9 数量
拍不够九张就发四张，别拿截图凑。`,
    commentText: '收藏着，下次拍照照着走一遍。',
    tags: ['拍照', '九宫格'],
    pictures: [...of('chart', 3), ...of('notebook', 1), ...of('phone', 0)],
    ageHours: 30,
    appeal: 2.7,
    pickNote: `拿来就能用：九行对应九张图，照着拍就行。
每行有理由：「让人停下来」「看品质」，学的是为什么。
留了退路：拍不够就发四张，新人不会被吓住。`,
  },
  {
    author: 'laozheng',
    category: 'tips',
    body: `文案写不出来，先回答三个问题：
你什么时候用的？
用完有什么变化？
它有什么不好？
三个答案连起来就是一条。第三个问题千万别跳过，缺点是替你把不合适的人劝走，退货就少了。

举个例子，我写挂耳：
上班路上没空磨豆的时候用的；冲完一屋子橘皮味；水太开会苦。
三句话，四十个字，比「香醇顺滑」那种管用，因为没人能照着抄。`,
    tags: ['写文案', '新人必看'],
    pictures: of('chart', 1),
    ageHours: 54,
    appeal: 2.6,
    variants: [
      `写不出文案的，问自己三句：
什么时候用的？用完怎么样？哪儿不好？
第三句容易漏，却管用。`,
    ],
    pickNote: `三问代替模板：答完自己的话就出来了，不会千篇一律。
讲清为什么写缺点：不是显得诚实，是少退货，听得进去。
够短：群里转发，一屏看完。`,
  },
  {
    author: 'nanjie',
    category: 'tips',
    body: `几点发圈？我记了自己 60 条的数据：
早 7:10–7:40 通勤，短的好
午 12:20 吃饭，吃的好
晚 9:00 以后，长的好，故事好
下午三点发的，基本没人看。每个人的朋友不一样，记两周你就有自己的表了。`,
    commentText: '我的表是手写的，简单三栏：时间、内容、几个人问。',
    tags: ['发圈时间', '记录'],
    pictures: [...of('chart', 0), ...of('notebook', 0)],
    ageHours: 78,
    appeal: 2.2,
    variants: [
      `60 条朋友圈，我记了时间和问的人数。
早上短的，中午吃的，晚上九点以后讲故事。下午三点，省省吧。
你也记两周试试。`,
    ],
  },
  {
    author: 'chengyihe',
    category: 'tips',
    body: `有人问「能便宜点吗」，我以前会慌，现在这么回：
「价格我改不了，但可以告诉你哪天划算、买几件合适。要是急用就今天买，不急我到时候叫你。」
十个里有六个会说：那你到时候叫我。
记得真去叫。`,
    tags: ['聊天', '话术'],
    pictures: [...of('chart', 4), ...of('phone', 5)],
    ageHours: 107,
    appeal: 2.4,
  },
  {
    author: 'aze',
    category: 'tips',
    body: `售后怎么说，三步：
先认（对不起让你闹心了）
再问（方便拍张图吗，我去跟商家说）
给时间（今天 6 点前回你，没结果也回）
很多人卡在第三步。没结果也要回，人家气的往往不是坏果，是找不到你。
我有回拖到第二天，朋友没说什么，就是再没买过。后来我写了张便利贴贴在手机背面：六点前，回。贴了半年，胶都没了，习惯留下了。`,
    tags: ['售后', '新人必看'],
    pictures: of('phone', 1),
    ageHours: 126,
    appeal: 2.3,
  },
  {
    author: 'milima',
    category: 'tips',
    body: `手机拍吃的，不花钱的三招：
① 窗边，灯关掉，别开闪光灯
② 烤盘纸往对面一立，暗的那边就亮了
③ 镜头擦一下（真的，擦一下）
图里四张都是厨房窗台拍的，没开灯。`,
    tags: ['拍照'],
    pictures: [...of('strawberry', 11), ...of('cherry', 13), ...of('egg', 9), ...of('phone', 4)],
    ageHours: 150,
    appeal: 2,
  },
  {
    author: 'laozhou',
    category: 'tips',
    body: `卖东西跟修伞一个理：别吹不漏雨，说清楚哪儿会坏、坏了找谁。
街坊在我这儿修了三十年，不是我手艺多好，是我说三天好，就三天好。`,
    tags: ['信用', '老师傅'],
    pictures: [],
    ageHours: 175,
    appeal: 2.1,
  },
  {
    author: 'xiaomanba',
    category: 'tips',
    body: `别人的素材怎么用才不像搬运？
换三样：换称呼（你家怎么叫就怎么叫）、换场景（你什么时候用）、换一张自己拍的图。
剩下的可以不动。记得注明改编自谁，两个人都算引用，不吃亏。`,
    commentText: '我改编过 17 条，原作者还来谢我。',
    tags: ['改编', '素材'],
    pictures: [...of('notebook', 2), ...of('chart', 6)],
    ageHours: 201,
    appeal: 1.9,
  },
  {
    author: 'gubei',
    category: 'tips',
    body: `刚入团三天，整理了一份「我踩的坑」：
一天发 9 条，被两个同学屏蔽
复制别人的话没改，连「我家老头子」都发出去了（我 24）
有人问我保质期，我说我查查，然后忘了
发出来给跟我一样新的人。`,
    tags: ['新人', '踩坑'],
    pictures: of('chart', 8),
    ageHours: 44,
    appeal: 2.1,
    pickNote: `把出丑写出来：三件都真，笑完就记住了。
新人写给新人：比老手写一百条规矩管用。`,
  },
];
