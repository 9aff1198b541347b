import assert from 'node:assert/strict';
import { loadKnowledge } from '../../server/src/engine/knowledge/loader';
import { edited, GOOD, load, packWith } from './pack';

const RULE = 'rules/duty/giving.yml';

describe('the knowledge loader', () => {
  it('loads a pack without mistakes, whole', () => {
    const { knowledge, errors } = load();
    assert.deepEqual(errors, []);
    assert.deepEqual([...knowledge.rules.keys()], ['giving', 'ratio']);
    assert.deepEqual([...knowledge.sources.keys()], ['paper-2012', 'contract']);
    assert.deepEqual([...knowledge.lexicons.keys()], ['head', 'give']);
    assert.deepEqual([...knowledge.cues.keys()], ['not', 'by', 'ask']);
    assert.deepEqual([...knowledge.profiles.keys()], ['first']);
    assert.deepEqual(knowledge.roles.peer, ['peer {head}']);
    assert.deepEqual(knowledge.roles.none, ['staff meeting']);
    assert.deepEqual(knowledge.profiles.get('first')?.rules['ratio'], { off: true });
    assert.equal(knowledge.sources.get('contract')?.year, undefined);
  });

  it('fills in the lists of `reads` that a rule leaves out', () => {
    assert.deepEqual(load().knowledge.rules.get('giving')?.reads, { any: ['{give} medicine'], except: [], open: [] });
    const written = load(edited(RULE, 'flags:', '  except: [a]\n  open: [b]\nflags:')).knowledge.rules.get('giving');
    assert.deepEqual(written?.reads, { any: ['{give} medicine'], except: ['a'], open: ['b'] });
  });

  it('does not depend on the order of the files', () => {
    const { errors, knowledge } = loadKnowledge(packWith().reverse());
    assert.deepEqual(errors, []);
    assert.equal(knowledge.rules.size, 2);
  });

  it('takes paths with backslashes, and texts with CRLF and a byte order mark', () => {
    const files = packWith().map(({ path, text }) => ({
      path: path.replaceAll('/', '\\'),
      text: `\uFEFF${text.replaceAll('\n', '\r\n')}`,
    }));
    assert.deepEqual(loadKnowledge(files).errors, []);
    const broken = files.map((file) => ({ ...file, text: file.text.replace('authority: ethics', 'authority: x') }));
    assert.deepEqual(
      loadKnowledge(broken).errors.map(({ path, line }) => [path, line]),
      [[RULE, 7]],
    );
  });

  it('ignores what other readers read, whatever is in it', () => {
    assert.deepEqual(
      load({ 'exemplars/giving.yml': ': : :', 'exemplars/a.yml': '', 'exemplars/b.yml': '' }).errors,
      [],
    );
  });

  it('reports five mistakes in five files at once, and loads everything else', () => {
    const { knowledge, errors } = load({
      ...edited(RULE, 'message:', 'mesage:'),
      ...edited('sources.yml', 'year: 2012', 'year: "2012"'),
      ...edited('lexicons/heads.yml', 'kind: verb', 'kind: verbs'),
      ...edited('cues/not.yml', 'entries: [never', 'entries: {never'),
      ...edited('profiles/first.yml', '  ratio:', '  ration:'),
    });
    assert.deepEqual(errors, [
      'sources.yml:5 "2012" does not fit here. Write a whole number.',
      'lexicons/heads.yml:6 "verbs" is not possible here. Did you mean "verb"? Write one of: verb, noun, phrase.',
      'cues/not.yml:2 This cannot be read as YAML (missed comma between flow collection entries). Check the ' +
        'spaces at the start of the line and the one above, and put quotes around a text that contains ": " or ' +
        'begins with a sign such as { [ * & ! | > @ %.',
      'profiles/first.yml:13 There is no rule "ration". Did you mean "ratio"? Correct the name, or take this entry out.',
      `${RULE}:1 "message:" is missing. Add it (what is shown under the words: plain, short, no blame).`,
      `${RULE}:4 "mesage" is not a word that is known here. Did you mean "message"? Known are: id, family, title, ` +
        'message, question, why, allowed, authority, severity, sources, reads, check, flags, allows.',
      `${RULE}:13 The word list "{give}" has a mistake in its own file. Correct it there, and this works again.`,
    ]);
    assert.deepEqual([...knowledge.rules.keys()], ['ratio']);
    assert.deepEqual([...knowledge.sources.keys()], ['contract']);
    assert.deepEqual([...knowledge.lexicons.keys()], ['head']);
    assert.deepEqual([...knowledge.cues.keys()], ['by', 'ask']);
    assert.deepEqual(Object.keys(knowledge.profiles.get('first')?.rules ?? {}), ['giving']);
  });

  it('reports five mistakes in one rule at once', () => {
    const { errors } = load({
      [RULE]: `id: given
family: structure
title: ""
message: Peers do not give.
why: 1.10
allowed: Talking about it.
authority: ethics
sources:
  - key: paper-2021
    section: 10
reads:
  any: ["{gives} medicine"]
flags: []
`,
    });
    assert.deepEqual(
      errors.map((error) => error.replace(`${RULE}:`, '')),
      [
        '1 "allows:" is missing. Add it (sentences that the rule has to leave alone).',
        '1 The id is "given", but the file is named "giving.yml". Make them the same.',
        '2 This says "structure", but the file is in the folder "duty". Make them the same.',
        '3 It is empty. Write something here, or take the line out.',
        '5 "1.1" is read as a number. Put quotes around it.',
        '9 There is no source "paper-2021" in sources.yml. Did you mean "paper-2012"? Correct it here, or add the source there.',
        '10 "10" is read as a number. Put quotes around it.',
        '12 There is no word list "{gives}" in lexicons/. Did you mean "give"? Correct the name, or add the list there.',
        '13 This list is empty. Add at least one line that begins with "- ".',
      ],
    );
  });

  it('never loads a rule that it has reported', () => {
    for (const field of ['title', 'message', 'why', 'allowed', 'authority', 'sources', 'reads', 'flags', 'allows']) {
      const { knowledge, errors } = load(edited(RULE, `\n${field}:`, `\n${field}-x:`));
      assert.ok(errors.length > 0, field);
      assert.equal(knowledge.rules.has('giving'), false, field);
    }
  });

  it('calls a rule known to profiles even if it has mistakes of its own', () => {
    const { errors } = load({ [RULE]: '' });
    assert.deepEqual(errors, [`${RULE}:1 This file is empty. Fill it in, or delete it.`]);
  });

  it('keeps a profile that names a rule or a source that does not exist, without that entry', () => {
    const { knowledge, errors } = load(edited('profiles/first.yml', 'key: contract', 'key: contact'));
    assert.deepEqual(errors, [
      'profiles/first.yml:12 There is no source "contact" in sources.yml. Did you mean "contract"? Correct it here, or add the source there.',
    ]);
    assert.deepEqual(knowledge.profiles.get('first')?.rules, { ratio: { off: true } });
  });

  it('does not blame rules for a sources.yml that cannot be read', () => {
    assert.deepEqual(load({ 'sources.yml': '[' }).errors.length, 1);
    assert.equal(load({ 'sources.yml': '[' }).knowledge.rules.size, 2);
    assert.ok(load({ 'sources.yml': undefined }).errors.some((error) => error.includes('no source "paper-2012"')));
  });

  it('reports a missing roles.yml, and a broken one only as broken', () => {
    assert.deepEqual(load({ 'roles.yml': undefined }).errors, [
      'roles.yml:1 This file is missing: without it, nobody in a draft is known to be a peer. Add it.',
    ]);
    const broken = load(edited('roles.yml', 'collective: [staff]\n', ''));
    assert.deepEqual(broken.errors, [
      'roles.yml:1 "collective:" is missing. Add it (words that mean peers among others, like "staff").',
    ]);
    assert.deepEqual(broken.knowledge.roles.peer, []);
  });

  it('leaves out a pattern of the roles or cues that cannot be read, and keeps the others', () => {
    const { knowledge, errors } = load({
      ...edited('roles.yml', '  - nurse\n', '  - nurse\n  - "(a|b"\n'),
      ...edited('cues/not.yml', '{head}', '{heat}'),
    });
    assert.equal(errors.length, 2);
    assert.match(errors[0] ?? '', /^roles\.yml:5 This pattern cannot be read: .* lacks a closing/);
    assert.match(
      errors[1] ?? '',
      /^cues\/not\.yml:2 There is no word list "\{heat\}" in lexicons\/. Did you mean "head"\?/,
    );
    assert.deepEqual(knowledge.roles.other, ['nurse']);
    assert.deepEqual(knowledge.cues.get('not')?.entries, ['never']);
  });

  describe('ids', () => {
    it('are used once: a rule', () => {
      const text = (GOOD[RULE] ?? '').replace('family: duty', 'family: structure');
      const { knowledge, errors } = load({ 'rules/structure/giving.yml': text });
      assert.deepEqual(errors, [
        `rules/structure/giving.yml:1 There is a rule "giving" already, in ${RULE}. Give this one another id, or take it out.`,
      ]);
      assert.equal(knowledge.rules.get('giving')?.family, 'duty');
    });

    it('are used once: word lists, cue lists and sources, in one file or several', () => {
      const { errors } = load({
        ...edited('lexicons/heads.yml', 'id: give', 'id: head'),
        'cues/by.yml': 'id: by\nentries: [by]\n',
        ...edited('sources.yml', 'key: contract', 'key: paper-2012'),
        [RULE]: undefined,
        'profiles/first.yml': undefined,
      });
      assert.deepEqual(errors, [
        'sources.yml:6 There is a source "paper-2012" already, in this file. Give this one another key, or take it out.',
        'lexicons/heads.yml:5 There is a word list "head" already, in this file. Give this one another id, or take it out.',
        'cues/by.yml:1 There is a cue list "by" already, in cues/more.yml. Give this one another id, or take it out.',
      ]);
    });

    it('are the name of the file: rules, profiles and single cue lists', () => {
      for (const [path, from, to] of [
        [RULE, 'id: giving', 'id: give'],
        ['profiles/first.yml', 'id: first', 'id: second'],
        ['cues/not.yml', 'id: not', 'id: no'],
      ] as const) {
        const { errors } = load(edited(path, from, to));
        assert.equal(errors.length, 1);
        assert.match(errors[0] ?? '', /^\S+:1 The id is ".*", but the file is named ".*"\. Make them the same\.$/);
      }
    });

    it('are written with small letters, digits and hyphens', () => {
      for (const id of ['Giving', 'giving_out', '-giving', 'giv ing', 'giving--x', 'gébing']) {
        const { errors } = load({ [`rules/duty/${id}.yml`]: (GOOD[RULE] ?? '').replace('id: giving', `id: "${id}"`) });
        assert.deepEqual(errors, [
          `rules/duty/${id}.yml:1 Use small letters, digits and single hyphens only, like "routine-notes".`,
        ]);
      }
    });
  });

  describe('places', () => {
    const MOVE =
      'Nothing is read from this place. Files go to roles.yml, sources.yml, figures.yml, words.yml, statements.yml, rewording.yml, resemblance.yml, ' +
      'lexicons/, cues/, profiles/, code-of-ethics/, references/, wording/ or rules/<family>/. Move this file, or take it out.';

    it('that nothing is read from are reported', () => {
      for (const path of ['rule.yml', 'rules/giving.yml', 'rules/duty/a/b.yml', 'lexicons/a/b.yml', 'x/y.yml']) {
        assert.deepEqual(load({ [path]: 'a: 1' }).errors, [`${path}:1 ${MOVE}`]);
      }
    });

    it('need the ending .yml', () => {
      assert.deepEqual(load({ 'rules/duty/a.yaml': 'a: 1' }).errors, [
        'rules/duty/a.yaml:1 Only files that end in ".yml" are read. Rename this file, or take it out.',
      ]);
    });

    it('hold one file each', () => {
      const again = [...packWith(), ...packWith().slice(0, 1)];
      assert.deepEqual(loadKnowledge(again).errors, [
        { path: 'roles.yml', line: 1, message: 'This file is there twice. Take one of them out.' },
      ]);
    });
  });

  describe('figures', () => {
    const entry = (key: string, value: string): string =>
      `figures:\n  - id: most\n    value: ${value}\n    unit: people\n    source: { key: ${key}, section: Ratio }\n`;

    it('are read with their source', () => {
      const { knowledge, errors } = load({ 'figures.yml': entry('paper-2012', '30') });
      assert.deepEqual(errors, []);
      const source = { key: 'paper-2012', section: 'Ratio' };
      assert.deepEqual(knowledge.figures.get('most'), { id: 'most', value: 30, unit: 'people', source });
    });

    it('need a number and a source that exists', () => {
      const { knowledge, errors } = load({ 'figures.yml': entry('paper-2021', '30') });
      assert.deepEqual(errors, [
        'figures.yml:5 There is no source "paper-2021" in sources.yml. Did you mean "paper-2012"? Correct it here, or add ' +
          'the source there.',
      ]);
      assert.equal(knowledge.figures.size, 0);
      assert.equal(load({ 'figures.yml': entry('paper-2012', 'thirty') }).errors.length, 1);
    });
  });

  describe('words', () => {
    const entry = (pattern: string): string =>
      `words:\n  - id: client\n    say: person\n    any:\n      - "${pattern}"\n`;

    it('are read with their patterns', () => {
      const { knowledge, errors } = load({ 'words.yml': entry('(client|clients)') });
      assert.deepEqual(errors, []);
      assert.deepEqual(knowledge.words.get('client'), {
        id: 'client',
        say: 'person',
        any: ['(client|clients)'],
        except: [],
      });
    });

    it('lose a pattern that cannot be read', () => {
      const { knowledge, errors } = load({ 'words.yml': entry('(client') });
      assert.equal(errors.length, 1);
      assert.match(errors[0]!, /^words\.yml:5 This pattern cannot be read/);
      assert.deepEqual(knowledge.words.get('client')?.any, []);
    });
  });

  describe('how a rule looks', () => {
    const READS = '\nreads:\n  any:\n    - "{give} medicine"';

    it('a duty rule needs `reads` and has no `check`', () => {
      assert.deepEqual(load(edited(RULE, READS, '\ncheck: giving')).errors, [
        `${RULE}:1 A duty rule needs "reads:" with a list "any:" of patterns, or it never finds anything. Add it.`,
        `${RULE}:11 A duty rule looks with "reads:"; "check:" is for the other families. Take this line out.`,
      ]);
      assert.deepEqual(load(edited(RULE, READS, '\nreads: {any: []}')).errors, [
        `${RULE}:11 This list is empty. Add at least one line that begins with "- ".`,
      ]);
    });

    it('another rule needs `check` or `reads`, and may have both', () => {
      const path = 'rules/structure/ratio.yml';
      assert.deepEqual(load(edited(path, 'check: peer-ratio\n', '')).errors, [
        `${path}:1 This rule never looks for anything. Add "check:" with the name of a check, or "reads:" with patterns.`,
      ]);
      assert.deepEqual(load(edited(path, 'check: peer-ratio', 'reads: {any: [a]}')).errors, []);
      assert.deepEqual(load(edited(path, 'check: peer-ratio', 'check: a\nreads: {any: [a]}')).errors, []);
    });
  });
});
