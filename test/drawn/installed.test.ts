import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packExtension } from '../../scripts/lib/vsix.mjs';
import { BREACH, DUTY, enterRoom, pictureOfFailure, type Room } from './room';

/** Where VS Code runs the extension that is installed beside its server: there, or in a worker of the browser. */
const HOSTS = {
  node: {},
  web: { 'remote.extensionKind': { 'peer-role-check.peer-role-check': ['web'] } },
};

describe('the extension as it is given to people', function () {
  this.timeout(180_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'peer-vsix-'));
  const file = path.join(folder, 'peer-role-check.vsix');
  before(() => packExtension(file));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [host, settings] of Object.entries(HOSTS)) {
    describe(`installed, in the ${host} host`, function () {
      this.bail(true); // each test goes on from where the one before it ended
      let room: Room;

      before(async () => {
        room = await enterRoom(BREACH, {}, { install: [file], settings });
      });
      afterEach(function () {
        return pictureOfFailure(this.currentTest, room);
      });
      after(() => room?.leave());

      it('underlines a duty', async () => {
        await room.workbench.seeText(DUTY);
        await room.workbench.seeUnderlines(
          'a red or yellow underline',
          ({ error, warning }) => error + warning > 0,
          90_000,
        );
      });

      it('runs where it was told to', async () => {
        const { workbench } = room;
        await workbench.runCommand('Developer: Show Running Extensions');
        const row = workbench.page.locator('.runtime-extensions-editor .monaco-list-row', {
          hasText: 'Peer Role Check',
        });
        await row.first().waitFor();
        assert.equal(/web worker/.test(await row.first().innerText()), host === 'web');
        await workbench.runCommand('View: Close Editor');
      });

      it('offers fixes from the keyboard, and takes the one that is chosen', async () => {
        const { workbench } = room;
        await workbench.clickBehind(DUTY);
        const titles = await workbench.openFixes();
        assert.ok(
          titles.some((title) => title.startsWith('Replace with')),
          titles.join(' | '),
        );
        assert.ok(
          titles.some((title) => title.startsWith('Leave this as it is')),
          titles.join(' | '),
        );
        await workbench.takeFix('Turn into a limit');
        await workbench.seeText('will not administer');
        await workbench.seeUnderlines('the underline to go', ({ error }) => error === 0);
      });

      it('inserts approved wording from the command palette', async () => {
        const { workbench } = room;
        await workbench.page.keyboard.press('Control+End');
        await workbench.runCommand('Peer Role Check: Insert Approved Wording…');
        await workbench.seeList('Hiring and retention');
        await workbench.choose('supervis');
        await workbench.seeText('upervis');
        await workbench.seeText('will not administer'); // what stood there stays
        await workbench.page.keyboard.press('Escape');
      });

      it('shows the catalog in the preview', async () => {
        await room.workbench.runCommand('Peer Role Check: Browse Rules and Principles');
        const page = await room.workbench.seePage('What Peer Role Check knows');
        assert.match(page, /CPS Code of Ethics \(2008\)/);
      });

      it('has a page among the extensions, with its pictures', async () => {
        const { workbench } = room;
        // Not with a key: what was looked at last is a page of its own, and keeps the keyboard.
        await workbench.page.getByRole('tab', { name: /^Extensions/ }).click();
        await workbench.page.locator('[class*=extension-list-item]', { hasText: 'Peer Role Check' }).first().click();
        await workbench.seePage('reads drafts about mental-health services');
        const widths = await workbench.pageImages();
        assert.ok(widths.length >= 4, `${widths.length} pictures`);
        assert.ok(
          widths.every((width) => width > 0),
          widths.join(', '),
        );
        await workbench.page.keyboard.press('Control+Shift+E');
      });

      it('opens its walkthrough when asked, with a picture for each step', async () => {
        const { workbench } = room;
        await workbench.runCommand('Welcome: Open Walkthrough...');
        await workbench.choose('Get Started with Peer Role Check');
        const { page } = workbench;
        const steps = page.locator('.getting-started-step');
        await steps.first().waitFor();
        const count = await steps.count();
        assert.ok(count >= 5, `${count} steps`);
        for (let i = 0; i < count; i++) {
          await steps.nth(i).click({ position: { x: 60, y: 12 } });
          await page.waitForFunction("document.querySelector('.getting-started-media img')?.naturalWidth > 100");
        }
      });

      describe('guides through its walkthrough', () => {
        /** Presses a button of a step, which is opened first. */
        const press = async (step: number, button: string) => {
          const { page } = room.workbench;
          await page
            .locator('.getting-started-step')
            .nth(step)
            .click({ position: { x: 60, y: 12 } });
          await page.getByRole('button', { name: button, exact: true }).click();
        };

        it('to an example beside it', async () => {
          const { workbench } = room;
          await press(0, 'Open the Example');
          await workbench.seeText('Juniper Bridge Services');
          await workbench.seeUnderlines('its underlined duties', ({ all }) => all > 1);
          assert.ok(await workbench.page.locator('.getting-started-step').first().isVisible());
          // The page that was shown before is still that page, not a preview of the draft that came to the front.
          await workbench.page.locator('.tab', { hasText: 'start.md' }).first().waitFor();
        });

        it('to the list of findings', async () => {
          await press(1, 'Show the Findings');
          await room.workbench.page.locator('.markers-panel').getByText('take no part in').first().waitFor();
        });

        it('to a fix', async () => {
          const { workbench } = room;
          await press(2, 'Fix the Next Finding');
          await workbench.takeFix('Replace with');
          await workbench.seeText('At a person');
          assert.doesNotMatch(await workbench.text(), /Administer medication/);
        });

        it('to approved wording', async () => {
          const { workbench } = room;
          await press(3, 'Insert Approved Wording…');
          await workbench.seeList('Hiring and retention');
          // In the list itself: the page behind it has a meaning of its own for this key.
          await workbench.page.locator('.quick-input-widget input').first().press('Escape');
        });

        it('to a review', async () => {
          await press(4, 'Write a Review Memo…');
          await room.workbench.seePage('Review');
        });

        it('to a memo that is saved, and says where', async () => {
          const { page } = room.workbench;
          await page.getByRole('button', { name: 'Save as a Web Page to Print…' }).click();
          const name = page.locator('.quick-input-widget input').first();
          await name.waitFor();
          await page.waitForFunction(
            "document.querySelector('.quick-input-widget input').value.endsWith('review-memo.html')",
          );
          await page.keyboard.press('Enter');
          await page.locator('.notifications-toasts', { hasText: 'The memo is saved as review-memo.html.' }).waitFor();
        });
      });
    });
  }
});
