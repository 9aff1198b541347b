// A window of the hosted VS Code, shown by a real Chromium and driven as a person would: keys, mouse, eyes.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumBrowser } from './browser.mjs';
import { remoteAddress, windowAddress } from './hosted.mjs';
import { whenDone } from './processes.mjs';
import { until } from './progress.mjs';

const QUIET_BROWSER = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where the window finds the extension when that runs in the browser: on the server's own address. */
const EXTENSION_PATH = '/.extension-under-test';

/**
 * Opens a window on `folder` with the extension of the folder `extension` (none if left out).
 * - `extensionHost`: 'node' runs it beside the server, 'web' in a worker of the browser.
 * - `tests`: the file of a test suite that VS Code runs in the extension host, below `extension`.
 * - `openFile`: a file to open in the editor.
 * - `onLog(line)`: hears what the extension host prints while it runs tests.
 */
export async function openWorkbench(server, options) {
  const { folder, extension, extensionHost = 'node', tests, openFile, onLog } = options;
  const browser = await chromiumBrowser();
  const context = await chromium.launchPersistentContext(path.join(server.profile, `browser-${Date.now()}`), {
    executablePath: browser.file,
    env: { ...process.env, ...browser.env },
    headless: true,
    viewport: options.viewport ?? { width: 1280, height: 800 },
    deviceScaleFactor: options.deviceScaleFactor ?? 1,
    args: QUIET_BROWSER,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const close = async () => {
    await context.close();
    forget();
  };
  const forget = whenDone(close);
  await stayOnThisComputer(context);

  const payload = [];
  if (openFile) payload.push(['openFile', remoteAddress(server, openFile)]);
  if (extension && extensionHost === 'web') await serveToWebHost(context, server, extension, tests);
  else if (extension) {
    payload.push(['extensionDevelopmentPath', remoteAddress(server, extension)]);
    if (tests) payload.push(['extensionTestsPath', remoteAddress(server, tests)]);
  }

  const page = context.pages()[0] ?? (await context.newPage());
  const finished = new Promise((resolve) => {
    page.on('crash', () => resolve('the browser page crashed'));
    server.exited.then((code) => resolve(`the VS Code server ended with code ${code}`));
    void page.exposeFunction('codeAutomationExit', (code) => resolve(code));
  });
  await page.exposeFunction('codeAutomationLog', (_kind, words) => onLog?.(words.join(' ')));
  await page.goto(windowAddress(server, folder, payload));
  return new Workbench(page, finished, close);
}

async function stayOnThisComputer(context) {
  const isHere = (url) => url.hostname === '127.0.0.1' || url.hostname.endsWith('localhost');
  await context.route(
    (url) => !isHere(url),
    (route) => route.abort(),
  );
}

/** An extension at an http address is taken for a web extension; the window is told of it before it starts. */
async function serveToWebHost(context, server, extension, tests) {
  const kinds = { '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css' };
  await context.route(
    (url) => url.host === server.authority && url.pathname.startsWith(`${EXTENSION_PATH}/`),
    (route) => {
      const wanted = decodeURIComponent(new URL(route.request().url()).pathname.slice(EXTENSION_PATH.length + 1));
      const file = path.join(extension, path.posix.normalize(`/${wanted}`));
      if (!existsSync(file)) return route.fulfill({ status: 404, body: '' });
      const contentType = kinds[path.extname(file)] ?? 'application/octet-stream';
      return route.fulfill({ contentType, body: readFileSync(file) });
    },
  );
  const place = (below = '') => ({ scheme: 'http', authority: server.authority, path: EXTENSION_PATH + below });
  const development = {
    extensions: [place()],
    ...(tests ? { extensionTestsPath: place(`/${path.relative(extension, tests).split(path.sep).join('/')}`) } : {}),
  };
  await context.addInitScript((additions) => {
    const { MutationObserver, document } = globalThis;
    new MutationObserver((_changes, observer) => {
      const element = document.getElementById('vscode-workbench-web-configuration');
      if (!element) return;
      observer.disconnect();
      const settings = JSON.parse(element.dataset.settings);
      settings.developmentOptions = { ...settings.developmentOptions, ...additions };
      element.dataset.settings = JSON.stringify(settings);
    }).observe(document, { childList: true, subtree: true });
  }, development);
}

/** What a person does with the window, and sees in it. */
export class Workbench {
  constructor(page, finished, close) {
    this.page = page;
    /** Resolves when VS Code says that the test suite is through (to its code), or when something broke. */
    this.finished = finished;
    this.close = close;
  }

  /** Waits until the editor shows a text that contains `words`. */
  async seeText(words) {
    await this.page.locator('.editor-instance .view-lines').first().waitFor({ timeout: 60_000 });
    await until(`the editor to show "${words}"`, async () => (await this.text()).includes(words));
  }

  /** The text that the editor shows (the lines on the screen). */
  async text() {
    const lines = this.page.locator('.editor-instance .view-line');
    const drawn = await lines.evaluateAll((elements) =>
      elements.map((element) => [parseFloat(element.style.top), element.textContent]),
    );
    return drawn
      .sort((one, other) => one[0] - other[0])
      .map(([, text]) => text.replaceAll('\u00a0', ' '))
      .join('\n');
  }

  /** How many underlines are drawn in the editor, by their color. */
  async underlines() {
    const count = (kind) => this.page.locator(`.editor-instance .squiggly-${kind}`).count();
    const [error, warning, information] = await Promise.all(['error', 'warning', 'info'].map(count));
    return { error, warning, information, all: error + warning + information };
  }

  /** Waits until `wanted(underlines)` holds, and answers them. */
  async seeUnderlines(what, wanted, limit = 60_000) {
    let seen;
    await until(what, async () => wanted((seen = await this.underlines())), { limit }).catch((error) => {
      error.message += ` Drawn at the end: ${JSON.stringify(seen)}.`;
      throw error;
    });
    return seen;
  }

  /** Puts the cursor behind the first place where `words` stand on the screen. */
  async clickBehind(words) {
    const box = await this.placeOf(words);
    await this.page.mouse.click(box.x + box.width, box.y + box.height / 2);
  }

  /** Replaces the line in which `words` stand, with the keyboard. */
  async retypeLine(words, line) {
    await this.clickBehind(words);
    await this.page.keyboard.press('End');
    await this.page.keyboard.press('Shift+Home');
    await this.page.keyboard.type(line, { delay: 15 });
  }

  /** Rests the mouse on `words` and answers what the hover says. */
  async hoverOver(words) {
    const hover = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first();
    return until(`a hover over "${words}"`, async () => {
      const box = await this.placeOf(words);
      await this.page.mouse.move(box.x + box.width / 2 + 40, box.y + 120);
      await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
      await hover.waitFor({ timeout: 4000 }).catch(() => undefined);
      const text = (await hover.isVisible()) ? await hover.innerText() : '';
      return /^\s*(Loading\.\.\.)?\s*$/.test(text) ? undefined : text;
    });
  }

  /** The box on the screen around the first `words` that one line of the editor shows. */
  async placeOf(words) {
    return until(`"${words}" on the screen`, () =>
      this.page.evaluate((wanted) => {
        const { document, NodeFilter } = globalThis;
        for (const line of document.querySelectorAll('.editor-instance .view-line')) {
          const from = line.textContent.replaceAll('\u00a0', ' ').indexOf(wanted);
          if (from < 0) continue;
          const range = document.createRange();
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          let passed = 0;
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const end = passed + node.data.length;
            if (from >= passed && from < end) range.setStart(node, from - passed);
            if (from + wanted.length > passed && from + wanted.length <= end)
              range.setEnd(node, from + wanted.length - passed);
            passed = end;
          }
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x, y, width, height };
        }
        return undefined;
      }, words),
    );
  }

  /** Runs a command of VS Code by its name in the command palette. */
  async runCommand(name) {
    await this.page.keyboard.press('F1');
    const box = this.page.locator('.quick-input-widget input');
    await box.waitFor();
    await box.fill(`>${name}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
  }

  /** Opens the list of quick fixes at the cursor with the keyboard, and answers their titles. */
  async openFixes() {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    await until('the list of fixes', async () => {
      if ((await rows.count()) > 0) return true;
      await this.page.keyboard.press('Control+.');
      await rows
        .first()
        .waitFor({ timeout: 5000 })
        .catch(() => undefined);
      return (await rows.count()) > 0;
    });
    return (await rows.allInnerTexts()).map((title) => title.trim());
  }

  /** Takes the fix with these words in its title from the list that is open or about to open, with the keyboard. */
  async takeFix(words) {
    // A key that is pressed too early goes to whatever is in front.
    await this.page.locator('.action-widget .monaco-list-row.action').first().waitFor({ timeout: 60_000 });
    const focused = this.page.locator('.action-widget .monaco-list-row.action.focused');
    await until(`the fix "${words}" to be reached`, async () => {
      // Whoever sees the list close, opens it again.
      if ((await focused.count()) === 0) await this.openFixes();
      if ((await focused.count()) > 0 && (await focused.innerText()).includes(words)) return true;
      await this.page.keyboard.press('ArrowDown');
      return false;
    });
    await this.page.keyboard.press('Enter');
  }

  /** Waits for a list to choose from (VS Code's quick pick) with `words` in one of its lines; answers its lines. */
  async seeList(words) {
    const rows = this.page.locator('.quick-input-widget .monaco-list-row');
    return until(`a list with "${words}"`, async () => {
      const lines = await rows.allInnerTexts();
      return lines.some((line) => line.includes(words)) && lines;
    });
  }

  /** Types into the list that is open until one line is left on top, and takes it. */
  async choose(words) {
    await this.page.locator('.quick-input-widget input').fill(words);
    await this.page.locator('.quick-input-widget .monaco-list-row', { hasText: words }).first().click();
  }

  /** Waits until a page that VS Code renders (a Markdown preview, say) contains `words`; answers its text. */
  async seePage(words) {
    return until(`a page with "${words}"`, async () => {
      for (const frame of this.page.frames()) {
        const text = await frame.evaluate(() => globalThis.document.body?.innerText ?? '').catch(() => '');
        if (frame !== this.page.mainFrame() && text.includes(words)) return text;
      }
      return undefined;
    });
  }

  /** The widths of the pictures in the pages that VS Code renders, in pixels; 0 for one that is not there. */
  async pageImages() {
    const frames = this.page.frames().filter((frame) => frame !== this.page.mainFrame());
    const widths = await Promise.all(
      frames.map((frame) =>
        frame
          .evaluate(async () => {
            const images = [...globalThis.document.images];
            await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
            return images.map(({ naturalWidth }) => naturalWidth);
          })
          .catch(() => []),
      ),
    );
    return widths.flat();
  }

  /** A picture of the window. */
  async picture(file) {
    await this.page.screenshot({ path: file });
  }
}
