import { festivalPosts } from './posts/festival';
import { greetingPosts } from './posts/greeting';
import { hotPosts } from './posts/hot';
import { inspectedPosts } from './posts/inspected';
import { interactivePosts } from './posts/interactive';
import { lifePosts } from './posts/life';
import { recruitPosts } from './posts/recruit';
import { tipsPosts } from './posts/tips';
import type { SamplePost } from './post';

/** Everything the sample community has written, oldest first. */
export const samplePosts: readonly SamplePost[] = [
  ...hotPosts,
  ...inspectedPosts,
  ...lifePosts,
  ...tipsPosts,
  ...greetingPosts,
  ...recruitPosts,
  ...festivalPosts,
  ...interactivePosts,
].sort((a, b) => b.ageHours - a.ageHours);
