import assert from 'node:assert/strict';
import { BREACH, DUTY, SOUND_LINE, enterRoom, pictureOfFailure, projectRoot, type Room } from './room';

for (const extensionHost of ['node', 'web'] as const) {
  describe(`a draft on the screen (${extensionHost} host)`, function () {
    this.timeout(120_000);
    this.bail(true); // each test goes on from where the one before it ended
    let room: Room;

    before(async () => {
      room = await enterRoom(BREACH, { extension: projectRoot, extensionHost });
    });
    afterEach(function () {
      return pictureOfFailure(this.currentTest, room);
    });
    after(() => room?.leave());

    it('underlines a duty that a peer role must not have', async () => {
      await room.workbench.seeText(DUTY);
      await room.workbench.seeUnderlines(
        'a red or yellow underline',
        ({ error, warning }) => error + warning > 0,
        90_000,
      );
    });

    it('says under the mouse what is wrong with it', async () => {
      const said = await room.workbench.hoverOver('medication');
      assert.match(said, /medication/i);
      assert.match(said, /Peer Role Check/);
      assert.match(said, /medication-administration/);
    });

    it('takes the underline away while the line is being rewritten', async () => {
      const { workbench } = room;
      const before = await workbench.underlines();
      await workbench.retypeLine(DUTY, SOUND_LINE);
      await workbench.seeText(SOUND_LINE);
      await workbench.seeUnderlines(
        'the underline to go',
        ({ error, warning }) => error + warning < before.error + before.warning,
      );
    });

    it('underlines it again when it is typed again', async () => {
      const { workbench } = room;
      const before = await workbench.underlines();
      await workbench.retypeLine('Sit with residents', `- ${DUTY} to residents.`);
      await workbench.seeUnderlines(
        'the underline to come back',
        ({ error, warning }) => error + warning > before.error + before.warning,
      );
    });
  });
}
