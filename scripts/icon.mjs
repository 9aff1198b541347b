#!/usr/bin/env node
// `npm run icon`: draws docs/images/icon.png from icon.svg; VS Code takes no SVG for an extension's icon.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumBrowser } from './lib/browser.mjs';
import { projectRoot } from './lib/paths.mjs';
import { script } from './lib/processes.mjs';

const SIZE = 256;

await script(async () => {
  const folder = path.join(projectRoot, 'docs/images');
  const svg = readFileSync(path.join(folder, 'icon.svg'), 'utf8');
  const { file, env } = await chromiumBrowser();
  const browser = await chromium.launch({
    executablePath: file,
    env: { ...process.env, ...env },
    args: ['--disable-gpu'],
  });
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${SIZE}px;height:${SIZE}px}</style>${svg}`);
  await page.screenshot({ path: path.join(folder, 'icon.png'), omitBackground: true });
  await browser.close();
});
