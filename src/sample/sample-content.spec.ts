import sharp from 'sharp';
import { CATEGORIES } from '../materials/categories';
import { materialBody } from '../materials/material.dto';
import { sampleMembers, sampleTeams, type SampleMember } from './community';
import { arrangements, drawIllustration, renderIllustration, subjects } from './illustrations/illustrations';
import { samplePosts } from './posts';
import { ratingNotes } from './ratings';

const members: readonly SampleMember[] = sampleMembers;
const headline = (body: string): string => body.slice(0, 12);

describe('the people', () => {
  it('are unique, and every team is led by one of its own', () => {
    expect(new Set(members.map(({ name }) => name)).size).toBe(members.length);
    expect(new Set(members.map(({ displayName }) => displayName)).size).toBe(members.length);
    for (const { key, leader } of sampleTeams) expect(members.find(({ name }) => name === leader)?.team).toBe(key);
  });

  it('sign in with plain letters and include the four printed logins', () => {
    for (const { name } of members) expect(name).toMatch(/^[a-z]{2,20}$/);
    expect(members.map(({ name }) => name)).toEqual(expect.arrayContaining(['admin', 'moderator', 'veteran', 'newcomer']));
  });
});

describe('the posts', () => {
  it('are eighty in all eight categories, five waiting for review and one draft', () => {
    expect(samplePosts).toHaveLength(80);
    expect(new Set(samplePosts.map(({ category }) => category))).toEqual(new Set(CATEGORIES));
    expect(samplePosts.filter(({ state }) => state === 'in_review')).toHaveLength(5);
    expect(samplePosts.filter(({ state }) => state === 'draft')).toHaveLength(1);
  });

  it.each(samplePosts.map((post) => [headline(post.body), post] as const))('%s… is a material the hub accepts', (_, post) => {
    const { body, category, tags, commentText, variants } = post;
    const imageIds = post.pictures.map((_picture, index) => String(index + 1));
    const parsed = materialBody.safeParse({
      body,
      category,
      tags,
      imageIds,
      ...(commentText && { commentText }),
      ...(variants && { variants }),
    });
    expect(parsed.error?.issues).toBeUndefined();
    expect([...body].length).toBeLessThanOrEqual(240);
    expect(post.appeal).toBeGreaterThanOrEqual(0.2);
    expect(post.appeal).toBeLessThanOrEqual(3);
  });

  it('are written by promoters after they joined', () => {
    for (const { author, ageHours, body } of samplePosts) {
      const writer = members.find(({ name }) => name === author);
      expect([headline(body), writer?.role]).toEqual([headline(body), 'promoter']);
      expect(ageHours).toBeLessThan((writer?.joinedDaysAgo ?? 0) * 24);
    }
  });

  it('claim nothing that the advertising law forbids, unless a moderator still has to see it', () => {
    for (const { body, commentText = '', variants = [], state } of samplePosts) {
      if (state === 'in_review') continue;
      expect([body, commentText, ...variants].join('\n')).not.toMatch(/最|全网|国家级|顶级|绝对|百分百|根治|躺赚|第一(?![条单天次个])/);
    }
  });

  it('show no picture twice in a post, and say why a pick works in two or three points', () => {
    for (const { pictures, pickNote } of samplePosts) {
      expect(new Set(pictures.map(String)).size).toBe(pictures.length);
      for (const line of pickNote?.split('\n') ?? []) expect(line).toMatch(/^[^：]{2,12}：.+。$/);
    }
    expect(samplePosts.filter(({ pickNote }) => pickNote).length).toBeGreaterThanOrEqual(10);
  });
});

it('has some forty things to say with a rating', () => {
  expect(Object.values(ratingNotes).flat().filter(Boolean).length).toBeGreaterThanOrEqual(35);
});

describe('the illustrations', () => {
  it('draw every arrangement of every subject, without letters', () => {
    expect(subjects.length).toBeGreaterThanOrEqual(24);
    for (const subject of subjects) {
      for (let variant = 0; variant < arrangements(subject); variant++) {
        const svg = drawIllustration(subject, variant);
        expect(svg).not.toMatch(/NaN|undefined|<text/);
      }
    }
  });

  it('are the same every time and differ between variants', () => {
    expect(drawIllustration('blueberry', 4)).toBe(drawIllustration('blueberry', 4));
    expect(drawIllustration('blueberry', 4)).not.toBe(drawIllustration('blueberry', 14));
  });

  it.each(['blueberry', 'noodles', 'lantern', 'chart', 'morning'] as const)('%s is a JPEG of a size that phones like', async (subject) => {
    const jpeg = await renderIllustration(subject, 0);
    const { format, width, height } = await sharp(jpeg).metadata();
    expect(format).toBe('jpeg');
    expect(Math.max(width, height)).toBe(576);
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(432);
    // A flat grey box has no contrast.
    const { channels } = await sharp(jpeg).stats();
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(8);
  });
});
