import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../support/browser';
import { picture, publish, until, upload } from '../support/publish';
import { createTestHub, type Actor, type TestHub } from '../support/test-hub';

let hub: TestHub;
let browser: TestBrowser;
let author: Actor;
let moderator: Actor;
let phone: BrowserContext;
let page: Page;
const password = 'correct horse';

beforeAll(async () => {
  [hub, browser] = await Promise.all([createTestHub(), openBrowser()]);
  author = await hub.actor({ teamId: await hub.team('青禾团'), displayName: '苏小满' });
  moderator = await hub.actor({ role: 'moderator', displayName: '林知夏' });
  phone = await browser.phone();
  page = await phone.newPage();
});
afterAll(async () => {
  await browser.close();
  await hub.stop();
});

it('a newcomer joins by a link, copies a post, and the author is on the board', async () => {
  const { body: image } = await upload(hub, author, await picture(300, 300));
  await until(() => hub.call('GET', `/api/images/${image.id}`, { as: author }), (answer) => answer.body.state === 'ready');
  const materialId = await publish(hub, author, moderator, { imageIds: [image.id], body: '今早六点摘的，要的点这里 {{我的链接}}', commentText: '坏果包赔 {{我的链接}}' });
  const leader = await hub.actor({ teamId: await hub.team('晨光团') });
  const { body: invite } = await hub.call('POST', '/api/invites', { as: leader });

  await page.goto(`${hub.url}/join?code=${invite.code}`);
  await page.getByLabel('名字').fill('zhiqiu');
  await page.getByLabel('昵称').fill('许知秋');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.locator('form button[type=submit]').click();

  const card = page.getByRole('article').filter({ hasText: '苏小满' });
  await card.getByText('今早六点摘的').waitFor();
  await card.getByRole('button', { name: '一键复制' }).click();
  await page.getByText('文案已复制').waitFor();

  const clipboard = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(clipboard).toMatch(new RegExp(`^今早六点摘的，要的点这里 ${hub.url}/s/\\w+$`));
  const material = () => hub.call('GET', `/api/materials/${materialId}`);
  expect((await until(material, (answer) => answer.body.reuseCount > 0)).body.reuseCount).toBe(1);

  await page.getByRole('button', { name: '我发了' }).click();
  await until(async () => hub.sql.query<{ rung: number }>(`SELECT rung FROM reuses WHERE material_id = $1`, [materialId]), ([row]) => row?.rung === 3);
  expect((await material()).body.reuseCount).toBe(1);

  const { body: run } = await hub.call('POST', '/api/ranking-runs', { as: moderator, body: { period: 'week' } });
  await until(() => hub.call('GET', `/api/ranking-runs/${run.id}`, { as: moderator }), (answer) => answer.body.state === 'done');
  await page.goto(`${hub.url}/boards`);
  await page.getByText('苏小满').first().waitFor();
});

it('a copy made without a network is counted once when it is back', async () => {
  const materialId = await publish(hub, author, moderator, { body: '没网也能复制 {{我的链接}}', category: 'tips' });
  await page.goto(`${hub.url}/`);
  const card = page.getByRole('article').filter({ hasText: '没网也能复制' });
  await card.waitFor();
  await phone.setOffline(true);
  await card.getByRole('button', { name: '一键复制' }).click();
  await page.getByText('文案已复制').waitFor();
  expect(await page.evaluate<string>('navigator.clipboard.readText()')).toContain('没网也能复制 http');
  expect((await hub.call('GET', `/api/materials/${materialId}`)).body.reuseCount).toBe(0);
  await phone.setOffline(false);
  const counted = await until(() => hub.call('GET', `/api/materials/${materialId}`), (answer) => answer.body.reuseCount > 0);
  expect(counted.body.reuseCount).toBe(1);
});
