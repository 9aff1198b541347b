#!/usr/bin/env node
// `npm run screenshots`: takes the pictures of the README and of the walkthrough anew, from the real editor on examples/.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startHostedVsCode } from './lib/hosted.mjs';
import { projectRoot } from './lib/paths.mjs';
import { withPalette } from './lib/png.mjs';
import { prepare } from './lib/prepare.mjs';
import { script } from './lib/processes.mjs';
import { pause, step } from './lib/progress.mjs';

const PICTURES = path.join(projectRoot, 'docs/images');
const EXAMPLES = path.join(projectRoot, 'examples');

const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

/** Nothing on the pictures that they are not about. */
const SETTINGS = {
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': true,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'editor.wordWrap': 'on',
  'editor.lineNumbers': 'off',
  'editor.glyphMargin': false,
  'editor.folding': false,
  'editor.scrollbar.vertical': 'hidden',
  'editor.overviewRulerBorder': false,
  'breadcrumbs.enabled': false,
};

const DUTY = 'medication to residents';

/** What is done in the window for each picture; each goes on from where the one before it ended. */
const SCENES = {
  'open-example': async (workbench) => {
    await drawn(workbench);
    await mouseAside(workbench);
  },
  'see-finding': async (workbench) => {
    await workbench.clickBehind('Administer medication');
    await workbench.hoverOver(DUTY);
  },
  fix: async (workbench) => {
    await workbench.page.keyboard.press('Escape');
    await mouseAside(workbench);
    await workbench.clickBehind('Administer medication');
    await workbench.openFixes();
  },
  'insert-wording': async (workbench) => {
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+End');
    await workbench.runCommand('Peer Role Check: Insert Approved Wording…');
    await mouseAside(workbench);
    await workbench.seeList('Hiring and retention');
  },
  'review-folder': async (workbench) => {
    await workbench.page.keyboard.press('Escape');
    await workbench.runCommand('Peer Role Check: Write a Review Memo…');
    await workbench.seePage('Review');
    await workbench.runCommand('Notifications: Clear All Notifications');
    await mouseAside(workbench);
  },
};

/** Waits for the underlines, with the list of files out of the way. */
async function drawn(workbench) {
  await workbench.seeUnderlines('an underlined duty', ({ all }) => all > 0, 120_000);
  await workbench.runCommand('View: Close Primary Side Bar');
  await workbench.seeUnderlines('underlined duties', ({ all }) => all > 1);
}

/** Takes the mouse where nothing says anything under it. */
async function mouseAside(workbench) {
  const { width, height } = workbench.page.viewportSize();
  await workbench.page.mouse.move(width - 60, height - 60);
}

/** The picture at the top of the README, larger than the others. */
async function atTheTop(workbench) {
  await drawn(workbench);
  await workbench.runCommand('Problems: Focus on Problems View');
  await workbench.clickBehind('Administer medication');
  await workbench.page.keyboard.press('Home');
  await workbench.hoverOver(DUTY);
}

async function take(workbench, name) {
  await pause(800); // hovers and menus fade in
  const file = path.join(PICTURES, `${name}.png`);
  mkdirSync(path.dirname(file), { recursive: true });
  const picture = withPalette(await workbench.page.screenshot());
  writeFileSync(file, picture);
  return `${Math.round(picture.length / 1024)} kB`;
}

/** Opens a window in one theme, and closes it again. */
async function inWindow(theme, viewport, work) {
  const { openWorkbench } = await import('./lib/workbench.mjs');
  const server = await startHostedVsCode({ settings: { ...SETTINGS, 'workbench.colorTheme': theme } });
  const workbench = await openWorkbench(server, {
    folder: EXAMPLES,
    extension: projectRoot,
    openFile: path.join(EXAMPLES, 'job-description.md'),
    viewport,
    deviceScaleFactor: 1.25,
  });
  await work(workbench);
  await workbench.close();
  await server.stop();
}

await script(async () => {
  await prepare();
  await inWindow(THEMES.light, { width: 1080, height: 760 }, async (workbench) => {
    await step('underlined-duty', () => atTheTop(workbench));
    console.log(`  ${await take(workbench, 'underlined-duty')}`);
  });
  for (const [kind, theme] of Object.entries(THEMES)) {
    await inWindow(theme, { width: 720, height: 540 }, async (workbench) => {
      for (const [name, scene] of Object.entries(SCENES)) {
        await step(`walkthrough/${name}-${kind}`, () => scene(workbench));
        console.log(`  ${await take(workbench, `walkthrough/${name}-${kind}`)}`);
      }
    });
  }
});
