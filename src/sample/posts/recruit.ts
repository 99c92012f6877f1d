import { of, type SamplePost } from '../post';

/** 招募: inviting people in, saying plainly what it is and is not. */
export const recruitPosts: readonly SamplePost[] = [
  {
    author: 'nanjie',
    category: 'recruit',
    body: `有人问我做这个要不要交钱。
不用。不囤货，不交加盟费，不靠拉人头。自己先买来用，觉得好再分享，有人买了平台给佣金。
慢是真慢，我第一个月只挣了 83 块。
我能教的就三样：怎么拍、怎么写、出了问题怎么跟人说。素材这边都有现成的，复制就能发，写得好的还能署自己名字。
不适合急用钱的人。想试试的，聊聊再决定。`,
    commentText: '私我发「聊聊」，先把不好的地方讲给你听。',
    tags: ['招募', '说清楚'],
    pictures: of('gathering', 0),
    ageHours: 60,
    appeal: 1.9,
    pickNote: `先回答钱：不用交、不囤货、不拉人头，三个「不」打消三个顾虑。
收入说小的：83 块比月入过万可信，来的人也留得住。
留台阶：「聊聊再决定」，不催。`,
  },
  {
    author: 'aze',
    category: 'recruit',
    body: `白天搬砖，晚上发圈，干了七个月，说说真实的：
一天花四十分钟
好的月份够还车贷的一半，差的月份够加两箱油
真正的变化是学会了跟人说话
渡口团周三晚上八点语音聊，听听不要钱，{{我的链接}}`,
    tags: ['招募', '副业'],
    pictures: of('gathering', 1, 2),
    ageHours: 88,
    appeal: 1.7,
    variants: [
      `七个月副业小结：每天四十分钟，好的月份还半个车贷，差的月份加两箱油。
周三晚八点语音，来听听 {{我的链接}}`,
    ],
  },
  {
    author: 'zhongyi',
    category: 'recruit',
    body: `带娃在家的姐妹，我建了个小群，现在 11 个人。
每天早上我把当天要发的整理好丢进去，你照着发，发完去忙你的。不懂就问，不发也没人催。
哪天你写得比我好了，换你来整理。`,
    commentText: '进群先看置顶：三条不能做的事。',
    tags: ['招募', '宝妈'],
    pictures: of('gathering', 3),
    ageHours: 131,
    appeal: 1.5,
  },
  {
    author: 'veteran',
    category: 'recruit',
    body: `青禾团今年想找三个会拍照的。
不用相机，手机就行；要的是肯蹲下来拍果子，不是站着拍。
拍的照片署你的名字，别人用一次记你一次。果子管够。`,
    tags: ['招募', '拍照'],
    pictures: [...of('gathering', 4), ...of('orange', 13)],
    ageHours: 178,
    appeal: 1.8,
  },
  {
    author: 'yezi',
    category: 'recruit',
    body: `姐妹们跟我一起吧！坐着躺着都能赚，一周回本不是梦！
我带的人都翻身了，名额只剩三个🔥 {{我的链接}}`,
    tags: ['招募'],
    pictures: of('gathering', 5),
    ageHours: 3.1,
    appeal: 0.3,
    state: 'in_review',
  },
];
