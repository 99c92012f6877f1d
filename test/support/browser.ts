import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export interface TestBrowser {
  /** A phone of its own: no cookies, no storage, 390 × 844, Chinese. */
  phone(): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** The system's Chromium where there is one, else the one that comes as an npm package. */
export async function openBrowser(): Promise<TestBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'material-zone-browser-'));
  const installed = INSTALLED.find((path) => existsSync(path));
  const browser: Browser = await chromium.launch({ executablePath: installed ?? (await packaged(folder)), args: FLAGS, ignoreDefaultArgs: ['--headless=old'] });
  return {
    phone: () =>
      browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', permissions: ['clipboard-read', 'clipboard-write'] }),
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** It unpacks itself into TMPDIR and brings the libraries a bare machine lacks when it believes to be on AWS Lambda. */
async function packaged(folder: string): Promise<string> {
  process.env['TMPDIR'] = folder;
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs20.x';
  const { default: sparticuz } = await import('@sparticuz/chromium');
  return sparticuz.executablePath();
}
