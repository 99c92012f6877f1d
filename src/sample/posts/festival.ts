import { of, type SamplePost } from '../post';

/** 节日: written ahead, taken out when the day comes. */
export const festivalPosts: readonly SamplePost[] = [
  {
    author: 'fengama',
    category: 'festival',
    body: `冬至，阿嬷说要吃汤圆，红的白的黄的都搓几个。
红的归小孩，白的归大人，黄的是她自己爱吃的。
我问有什么讲究，她说没有，就是好看。
搓的时候她不许我开电视，说手要闲着就容易搓大，搓大了煮不透。
后来还是开了，她自己要看的。`,
    commentText: '糯米粉用温水和，搓不裂。',
    tags: ['冬至', '汤圆'],
    pictures: of('tangyuan', 0, 1, 3),
    ageHours: 56,
    appeal: 2.1,
    variants: [
      `冬至搓汤圆，红的给娃，白的给我，黄的归阿嬷。
有什么讲究？阿嬷说：好看。`,
    ],
    pickNote: `没有大词：不写团圆不写温暖，只写三个颜色归谁。
反着收：问讲究，答没有，笑一下就记住了。`,
  },
  {
    author: 'qinxiaochu',
    category: 'festival',
    body: `北方的同学群已经开始晒饺子了，我一个南方人也包。
韭菜鸡蛋、白菜猪肉、玉米虾仁，三样各两屉。
形状不重要，不破就是胜利🥟`,
    tags: ['饺子', '过节'],
    pictures: of('dumpling', 5, 1, 4),
    ageHours: 84,
    appeal: 1.9,
  },
  {
    author: 'banxia',
    category: 'festival',
    body: `中秋的月饼，我家只买一盒，切成小块，一人一角，配一壶浓茶。
小时候一人一个还要抢，现在一块也要让。
东西没变，是吃的人长大了。`,
    tags: ['中秋', '月饼'],
    pictures: [...of('mooncake', 0, 2), ...of('gathering', 8)],
    ageHours: 212,
    appeal: 2,
  },
  {
    author: 'fangyuanyuan',
    category: 'festival',
    body: `礼盒先给你们试过了：
外面是硬盒，磕角不塌；里面分六格，不会滚成一团；提绳能承重，我拎着走了两站路。
送人不用再套袋子🎁 节前三天截单
{{我的链接}}`,
    commentText: '要代写贺卡的备注里写，我手写，字还行。',
    tags: ['礼盒', '送礼'],
    pictures: of('gift', 0, 1, 3, 4, 5, 8),
    ageHours: 103,
    appeal: 1.7,
  },
  {
    author: 'caifeng',
    category: 'festival',
    body: `老街挂灯笼了。
从我铺子门口数过去，一共三十六盏。第七盏是我糊的，歪一点，别人看不出来，我一眼就认得。`,
    tags: ['灯笼', '老街'],
    pictures: of('lantern', 3, 2),
    ageHours: 36,
    appeal: 2.3,
    pickNote: `具体到第七盏：一条街写成自己的一盏灯。
认得出的人：看完想去老街找那盏歪的，评论区全在问。`,
  },
  {
    author: 'heayi',
    category: 'festival',
    body: `给孩子们留了月饼，莲蓉的，蛋黄要双的。
大的说减肥，小的说不爱吃。
晚上我起来喝水，看见俩人蹲在冰箱门口，一人一个🌕`,
    tags: ['过节', '孩子'],
    pictures: [...of('mooncake', 1), ...of('lantern', 1)],
    ageHours: 240,
    appeal: 2.2,
  },
  {
    author: 'tianxiaoye',
    category: 'festival',
    body: `年货我只备三样：坚果换成蜂蜜，糖换成水果，酒换成茶。
长辈那边我一家一家打过电话，都说行，就我爸说，酒再想想。
每样我都先买了一份在家放着，拆开吃过喝过，才列进清单。九张图就是我家桌上现在的样子，盒子有大有小，后备箱塞得下。
清单和链接在这 {{我的链接}}`,
    tags: ['年货', '清单'],
    pictures: [
      ...of('honey', 4),
      ...of('orange', 15),
      ...of('tea', 0, 3),
      ...of('gift', 2),
      ...of('rice', 4),
      ...of('honey', 8),
      ...of('tea', 5),
      ...of('gift', 9),
    ],
    ageHours: 268,
    appeal: 1.5,
  },
];
