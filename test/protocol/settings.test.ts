import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS, ownSection, readSettings } from '../../server/src/features/settings';

const PROFILES = ['accs', 'second'];

describe('settings', () => {
  it('are taken as they are where they are sound', () => {
    const reading = readSettings({ enable: false, profile: 'second' }, PROFILES);
    assert.deepEqual(reading, { settings: { enable: false, profile: 'second' }, problems: [] });
  });

  for (const nothing of [undefined, null, {}, { enable: null, profile: null }]) {
    it(`are the defaults for ${JSON.stringify(nothing)}, without complaint`, () => {
      assert.deepEqual(readSettings(nothing, PROFILES), { settings: DEFAULT_SETTINGS, problems: [] });
    });
  }

  it('say which profile is unknown, which are known and which is used', () => {
    const { settings, problems } = readSettings({ profile: 'acs' }, PROFILES);
    assert.equal(settings.profile, 'accs');
    assert.equal(problems.length, 1);
    for (const word of ['"acs"', '"accs"', '"second"', 'peerRoleCheck.profile']) {
      assert.ok(problems[0]?.includes(word), `${word} is missing: ${problems[0]}`);
    }
  });

  it('replace each value of a wrong kind, and keep the others', () => {
    const { settings, problems } = readSettings({ enable: 'no', profile: 'second' }, PROFILES);
    assert.deepEqual(settings, { enable: true, profile: 'second' });
    assert.equal(problems.length, 1);
    assert.equal(readSettings({ profile: 7 }, PROFILES).problems.length, 1);
  });

  for (const odd of [7, 'on', ['accs']]) {
    it(`are the defaults for ${JSON.stringify(odd)}, with a complaint`, () => {
      const { settings, problems } = readSettings(odd, PROFILES);
      assert.deepEqual(settings, DEFAULT_SETTINGS);
      assert.equal(problems.length, 1);
    });
  }

  it('are found inside their section, or sent bare', () => {
    assert.deepEqual(ownSection({ peerRoleCheck: { enable: false } }), { enable: false });
    assert.deepEqual(ownSection({ enable: false }), { enable: false });
    assert.equal(ownSection(null), null);
  });
});
