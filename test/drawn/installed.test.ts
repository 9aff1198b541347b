import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packExtension } from '../../scripts/lib/vsix.mjs';
import { BREACH, DUTY, enterRoom, pictureOfFailure, type Room } from './room';

describe('the extension as it is given to people', function () {
  this.timeout(120_000);
  this.bail(true); // each test goes on from where the one before it ended
  const folder = mkdtempSync(path.join(tmpdir(), 'peer-vsix-'));
  const file = path.join(folder, 'peer-role-check.vsix');
  let room: Room | undefined;

  afterEach(function () {
    return pictureOfFailure(this.currentTest, room);
  });
  after(async () => {
    await room?.leave();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is packed into one file', () => packExtension(file));

  it('works when that file is installed', async () => {
    room = await enterRoom(BREACH, {}, { install: [file] });
    await room.workbench.seeText(DUTY);
    await room.workbench.seeUnderlines(
      'a red or yellow underline',
      ({ error, warning }) => error + warning > 0,
      90_000,
    );
  });
});
