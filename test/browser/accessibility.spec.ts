import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../support/browser';
import { publish } from '../support/publish';
import { createTestHub, type Actor, type TestHub } from '../support/test-hub';

let hub: TestHub;
let browser: TestBrowser;
let admin: Actor;
let phone: BrowserContext;

beforeAll(async () => {
  [hub, browser] = await Promise.all([createTestHub(), openBrowser()]);
  admin = await hub.actor({ role: 'admin', displayName: '祝清和' });
  const author = await hub.actor({ displayName: '苏小满' });
  const moderator = await hub.actor({ role: 'moderator' });
  await publish(hub, author, moderator);
  await hub.call('POST', '/api/materials', { as: author, body: { body: '还在等审', category: 'life' } });
  phone = await browser.phone();
  await phone.addCookies([{ name: 'mz_session', value: admin.token, url: hub.url, httpOnly: true }]);
});
afterAll(async () => {
  await browser.close();
  await hub.stop();
});

it.each(['/', '/boards', '/boards/rules', '/me', '/me/statement', '/publish', '/mine', '/settings', '/sign-in', '/join', '/desk', '/rounds', '/rounds/new'])(
  '%s can be read and used by everybody (axe, WCAG 2 A and AA)',
  async (path) => {
    const page = await phone.newPage();
    await page.goto(`${hub.url}${path}`, { waitUntil: 'networkidle' });
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
    await page.close();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  },
);
