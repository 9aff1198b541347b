import { BREACH, DUTY, enterRoom, pictureOfFailure, projectRoot, type Room } from './room';

describe('a folder that is not trusted (Restricted Mode)', function () {
  this.timeout(120_000);
  this.bail(true); // each test goes on from where the one before it ended
  let room: Room;

  before(async () => {
    room = await enterRoom(BREACH, { extension: projectRoot }, { askForTrust: true });
  });
  afterEach(function () {
    return pictureOfFailure(this.currentTest, room);
  });
  after(() => room?.leave());

  it('is asked about by VS Code, and opens without trust', async () => {
    const { page } = room.workbench;
    await page.getByRole('button', { name: /^No, / }).click({ timeout: 60_000 });
    await page.getByText('Restricted Mode').first().waitFor({ timeout: 30_000 });
  });

  it('has its drafts checked all the same', async () => {
    await room.workbench.seeText(DUTY);
    await room.workbench.seeUnderlines(
      'a red or yellow underline',
      ({ error, warning }) => error + warning > 0,
      90_000,
    );
  });
});
