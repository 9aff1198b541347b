import assert from 'node:assert/strict';
import { join } from 'node:path';
import { createEngine } from '../../server/src/engine/engine';
import { loadKnowledge } from '../../server/src/engine/knowledge/loader';
import { tokenize } from '../../server/src/engine/prose/token';
import { featuresOf, stemOf } from '../../server/src/engine/resemblance/features';
import { compileResemblance } from '../../server/src/engine/resemblance/score';
import { train, type Example } from '../../server/src/engine/resemblance/train';
import { readPackFolder } from '../../server/src/host/node-packs';
import { engine, given, knowledge } from './real-pack';

const pack = readPackFolder(join(import.meta.dirname, '../../server/knowledge'));
const bullet = (duty: string): string => `# Peer Specialist\n\nThe peer specialist will:\n\n- ${duty}\n`;
const duties = (draft: string, by = engine): string[] =>
  by
    .check(draft, { profileOverride: 'accs' })
    .findings.filter(({ family, certainty }) => family === 'duty' && certainty === 'breach')
    .map(({ rule }) => rule);

describe('the second look at what a pattern matched', () => {
  it('drops what has only an accidental verb and object in common with breaches', () => {
    for (const duty of [
      'Bring your boots.',
      'Complete an annual TB test and get the flu vaccine.',
      'Speak with families about what the crisis was like for yourself.',
      'Answer incoming calls on the peer warmline.',
    ])
      assert.deepEqual(duties(bullet(duty)), [], duty);
  });

  it('keeps what is like a known breach, in a clause about other things too', () => {
    assert.equal(given('# Program\n\nPeer specialists administer medication.\n'), 'meds');
    assert.equal(
      given('# Program\n\nPeer specialists welcome people, make tea, water the plants and write progress notes.\n'),
      'notes',
    );
    assert.deepEqual(duties(bullet('Enforce house rules.')), ['coercion-and-control']);
  });

  it('lets every example through that a rule is written for', () => {
    const resembles = compileResemblance(knowledge);
    for (const { id, family, flags } of knowledge.rules.values())
      if (family === 'duty')
        for (const text of flags) assert.ok(resembles(id, tokenize(text))! > 0.1, `${id}: ${text}`);
  });

  it('leaves a rule alone that an organization has written anew, or that there are no exemplars of', () => {
    const file = {
      path: 'rules.yml',
      text: `id: clinical-duties
family: duty
title: Tea
message: Peer roles do not polish samovars here.
why: We say so.
allowed: Drinking tea together.
authority: practice
sources:
  - key: tips-2017
    section: "3"
reads:
  any: ["<polish> .. samovars"]
flags: ["- Polish the samovars."]
allows: ["- Drink tea."]
`,
    };
    const own = loadKnowledge(pack, [file]);
    assert.deepEqual(own.errors, []);
    assert.deepEqual(duties(bullet('Polish the samovars.'), createEngine(own.knowledge)), ['clinical-duties']);
    assert.equal(compileResemblance(own.knowledge)('clinical-duties', tokenize('Polish the samovars.')), undefined);
    assert.equal(compileResemblance(knowledge)('peer-pay', tokenize('Paid $12 an hour.')), undefined);
  });

  it('says nothing where the pack has no weights, and reports weights that are spoiled', () => {
    const without = loadKnowledge(pack.filter(({ path }) => path !== 'resemblance.yml'));
    assert.deepEqual(without.errors, []);
    assert.equal(compileResemblance(without.knowledge)('routine-notes', tokenize('Write notes.')), undefined);
    const spoiled = { path: 'resemblance.yml', text: 'rules: [routine-notes]\nbias: [0]\nweights: note 0:many\n' };
    const { errors, knowledge: rest } = loadKnowledge([
      ...pack.filter(({ path }) => path !== 'resemblance.yml'),
      spoiled,
    ]);
    assert.equal(errors.length, 1);
    assert.match(errors[0]!.message, /npm run resemblance/);
    assert.equal(rest.resemblance, undefined);
  });
});

describe('the weights of words', () => {
  const example = (text: string, rule: string | undefined): Example => ({
    features: featuresOf(tokenize(text)),
    breaks: new Set(rule === undefined ? [] : [rule]),
    keeps: new Set(['notes', 'meds'].filter((id) => id !== rule)),
  });
  const examples = [
    ...['Writes notes daily.', 'Write a note.', 'Keeps notes and logs.', 'Note-taking.'].map((t) =>
      example(t, 'notes'),
    ),
    ...['Gives pills.', 'Count the pills.', 'Pill reminders.', 'Hands out pills.'].map((t) => example(t, 'meds')),
    ...['Writes poems.', 'Gives hope.', 'Counts on friends.', 'Hands out flyers.'].map((t) => example(t, undefined)),
  ];
  const model = train(examples, ['notes', 'meds']);
  const resembles = compileResemblance({ resemblance: model, ownRules: new Set() });

  it('are learned from what breaks a rule and what does not', () => {
    const like = (rule: string, text: string): number => resembles(rule, tokenize(text))!;
    assert.ok(like('meds', 'Hands out pills at noon.') > like('meds', 'Hands out flyers at noon.'));
    assert.ok(like('notes', 'Writing of notes.') > like('meds', 'Writing of notes.'));
    assert.equal(like('notes', 'Xylophone zither.'), 0);
  });

  it('are the same each time', () => {
    assert.deepEqual(train(examples, ['notes', 'meds']), model);
  });

  it('are those of words without their inflection, of pairs, and of the first word', () => {
    assert.equal(stemOf('stories'), stemOf('story'));
    assert.equal(stemOf('dropped'), stemOf('drops'));
    assert.equal(stemOf('notes'), stemOf('note'));
    assert.notEqual(stemOf('rules'), stemOf('role'));
    assert.deepEqual(featuresOf(tokenize('Writes notes; writes.')), ['^writ', 'writ', 'not', 'writ_not', 'not_writ']);
  });
});
