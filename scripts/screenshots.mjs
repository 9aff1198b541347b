#!/usr/bin/env node
// `npm run screenshots`: takes the pictures of docs/images anew, from the real editor.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startHostedVsCode } from './lib/hosted.mjs';
import { projectRoot } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { script } from './lib/processes.mjs';
import { pause, step } from './lib/progress.mjs';

const PICTURES = path.join(projectRoot, 'docs/images');
const EXAMPLES = path.join(projectRoot, 'examples');

const EASY_TO_READ = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.activityBar.location': 'hidden',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 15,
  'editor.wordWrap': 'on',
  'editor.lineNumbers': 'off',
  'editor.glyphMargin': false,
  'editor.folding': false,
  'breadcrumbs.enabled': false,
};

await script(async () => {
  await prepare();
  const { openWorkbench } = await import('./lib/workbench.mjs');
  mkdirSync(PICTURES, { recursive: true });
  const server = await startHostedVsCode({ settings: EASY_TO_READ });
  const workbench = await openWorkbench(server, {
    folder: EXAMPLES,
    extension: projectRoot,
    openFile: path.join(EXAMPLES, 'job-description.md'),
    viewport: { width: 1180, height: 820 },
    deviceScaleFactor: 2,
  });
  await step('docs/images/underlined-duty.png', async () => {
    await workbench.seeUnderlines('an underlined duty', ({ all }) => all > 0);
    await workbench.runCommand('View: Close Primary Side Bar').catch(() => undefined);
    await workbench.runCommand('Problems: Focus on Problems View');
    await workbench.clickBehind('Administer medication');
    await workbench.page.keyboard.press('Home');
    await workbench.hoverOver('medication to residents');
    await pause(800); // the hover fades in
    await workbench.picture(path.join(PICTURES, 'underlined-duty.png'));
  });
});
