import type { Category } from '../materials/categories';

/** The people of the sample community: everybody here is invented. */

export interface SampleTeam {
  key: string;
  name: string;
  /** Sign-in name of the one who leads it. */
  leader: string;
}

export interface SampleMember {
  /** Sign-in name. */
  name: string;
  displayName: string;
  role: 'promoter' | 'moderator' | 'admin';
  /** Key of the team; null for those who run the hub. */
  team: string | null;
  /** 0 new … 3 veteran */
  trustLevel: 0 | 1 | 2 | 3;
  joinedDaysAgo: number;
  /** How much of a day's material they reuse, 0…1. */
  diligence: number;
  /** What they like to post; drives what they copy. */
  taste: readonly Category[];
}

const team = (key: string, name: string, leader: string) => ({ key, name, leader }) as const;

export const sampleTeams = [
  team('qinghe', '青禾团', 'veteran'),
  team('nanfeng', '南风团', 'laozheng'),
  team('banmu', '半亩团', 'laozhao'),
  team('chenguang', '晨光团', 'tangtang'),
  team('lizi', '栗子团', 'milima'),
  team('dukou', '渡口团', 'aze'),
] as const satisfies readonly SampleTeam[];
export type TeamKey = (typeof sampleTeams)[number]['key'];

function member<Name extends string>(
  name: Name,
  displayName: string,
  where: TeamKey | null,
  trustLevel: SampleMember['trustLevel'],
  joinedDaysAgo: number,
  diligence: number,
  taste: readonly Category[],
  role: SampleMember['role'] = 'promoter',
) {
  return { name, displayName, role, team: where, trustLevel, joinedDaysAgo, diligence, taste };
}

/** `admin`, `moderator`, `veteran` and `newcomer` are the four logins printed at the start. */
export const sampleMembers = [
  member('admin', '祝清和', null, 3, 420, 0, [], 'admin'),
  member('moderator', '林知夏', null, 3, 400, 0.05, ['tips'], 'moderator'),

  member('veteran', '苏小满', 'qinghe', 3, 390, 0.62, ['life', 'hot', 'greeting']),
  member('chengyihe', '程一禾', 'qinghe', 3, 301, 0.7, ['tips', 'greeting', 'life']),
  member('caicai', '蔡蔡', 'qinghe', 2, 214, 0.66, ['hot', 'life', 'inspected']),
  member('muzi', '木子的阳台', 'qinghe', 2, 156, 0.48, ['greeting', 'life']),
  member('heayi', '何阿姨', 'qinghe', 1, 73, 0.81, ['greeting', 'festival', 'hot']),
  member('newcomer', '许知秋', 'qinghe', 0, 4, 0.55, ['hot', 'inspected', 'greeting']),

  member('laozheng', '老郑不喝速溶', 'nanfeng', 3, 366, 0.5, ['inspected', 'tips']),
  member('xiaomanba', '小满爸', 'nanfeng', 3, 280, 0.58, ['life', 'inspected', 'interactive']),
  member('qinxiaochu', '秦小厨', 'nanfeng', 2, 190, 0.6, ['life', 'hot', 'festival']),
  member('haibian', '海边的丁丁', 'nanfeng', 1, 61, 0.52, ['life', 'interactive', 'greeting']),
  member('zhongyi', '钟意', 'nanfeng', 1, 34, 0.74, ['hot', 'recruit']),
  member('mengwanwan', '孟晚晚', 'nanfeng', 0, 6, 0.4, ['greeting', 'life']),

  member('laozhao', '果园老赵', 'banmu', 3, 352, 0.36, ['hot', 'inspected']),
  member('chenshu', '周末钓鱼的陈叔', 'banmu', 2, 240, 0.57, ['life', 'interactive']),
  member('tianxiaoye', '田小野', 'banmu', 2, 133, 0.63, ['hot', 'life', 'festival']),
  member('laozhou', '老周修伞', 'banmu', 1, 88, 0.44, ['tips', 'life']),
  member('luoxiaotang', '罗小棠', 'banmu', 0, 12, 0.77, ['hot', 'life']),

  member('tangtang', '唐糖今天早起', 'chenguang', 3, 333, 0.72, ['greeting', 'interactive', 'hot']),
  member('nanjie', '南姐不熬夜', 'chenguang', 2, 205, 0.64, ['greeting', 'tips', 'recruit']),
  member('fangyuanyuan', '方圆圆', 'chenguang', 2, 149, 0.69, ['hot', 'festival', 'interactive']),
  member('dapeng', '大鹏骑车上班', 'chenguang', 1, 57, 0.46, ['inspected', 'life']),
  member('yezi', '叶子小姐', 'chenguang', 1, 29, 0.71, ['hot', 'greeting']),
  member('gubei', '顾北', 'chenguang', 0, 3, 0.35, ['tips', 'inspected']),

  member('milima', '米粒妈', 'lizi', 3, 310, 0.66, ['life', 'inspected', 'tips']),
  member('aruan', '阿阮', 'lizi', 3, 372, 0.41, ['greeting', 'life']),
  member('banxia', '半夏', 'lizi', 2, 168, 0.59, ['life', 'festival', 'greeting']),
  member('qiuqiu', '邱秋', 'lizi', 1, 66, 0.73, ['hot', 'interactive']),
  member('jiangxiaoyu', '江小鱼', 'lizi', 0, 9, 0.6, ['hot', 'greeting', 'life']),

  member('aze', '阿泽搬砖中', 'dukou', 2, 226, 0.54, ['recruit', 'tips', 'interactive']),
  member('fengama', '冯阿嬷的厨房', 'dukou', 2, 178, 0.5, ['festival', 'life']),
  member('shitou', '石头剪刀布', 'dukou', 1, 49, 0.68, ['interactive', 'hot']),
  member('caifeng', '老街裁缝铺', 'dukou', 1, 95, 0.38, ['inspected', 'life']),
  member('weilan', '魏澜', 'dukou', 0, 2, 0.3, ['hot', 'greeting']),
] as const satisfies readonly SampleMember[];
export type MemberName = (typeof sampleMembers)[number]['name'];
