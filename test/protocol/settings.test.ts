import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS, ownSection, readSettings } from '../../server/src/features/settings';

const CHOICES = { profiles: ['accs', 'second'], editions: ['2008', 'ours'] };

describe('settings', () => {
  it('are taken as they are where they are sound', () => {
    const sound = {
      enable: false,
      profile: 'second',
      respectfulLanguage: false,
      codeEdition: 'ours',
      citationStyle: 'footnote',
      peoplePerFte: 25,
      lowestHourlyPay: 22.5,
    };
    assert.deepEqual(readSettings(sound, CHOICES), { settings: sound, problems: [] });
  });

  for (const nothing of [undefined, null, {}, { enable: null, profile: null }]) {
    it(`are the defaults for ${JSON.stringify(nothing)}, without complaint`, () => {
      assert.deepEqual(readSettings(nothing, CHOICES), { settings: DEFAULT_SETTINGS, problems: [] });
    });
  }

  it('say which profile is unknown, which are known and which is used', () => {
    const { settings, problems } = readSettings({ profile: 'acs' }, CHOICES);
    assert.equal(settings.profile, 'accs');
    assert.equal(problems.length, 1);
    for (const word of ['"acs"', '"accs"', '"second"', 'peerRoleCheck.profile']) {
      assert.ok(problems[0]?.includes(word), `${word} is missing: ${problems[0]}`);
    }
  });

  it('replace each value of a wrong kind, and keep the others', () => {
    const { settings, problems } = readSettings({ enable: 'no', profile: 'second' }, CHOICES);
    assert.deepEqual(settings, { ...DEFAULT_SETTINGS, profile: 'second' });
    assert.equal(problems.length, 1);
    assert.equal(readSettings({ profile: 7 }, CHOICES).problems.length, 1);
  });

  it('refuse figures below zero, and styles and editions that there are not', () => {
    const odd = { peoplePerFte: -1, lowestHourlyPay: '15', citationStyle: 'endnote', codeEdition: '2013' };
    const { settings, problems } = readSettings(odd, CHOICES);
    assert.deepEqual(settings, DEFAULT_SETTINGS);
    assert.equal(problems.length, 4);
    assert.match(problems.join(' '), /"inline", "footnote", "link".*|"2008", "ours"/);
  });

  for (const odd of [7, 'on', ['accs']]) {
    it(`are the defaults for ${JSON.stringify(odd)}, with a complaint`, () => {
      const { settings, problems } = readSettings(odd, CHOICES);
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
