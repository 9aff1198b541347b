import assert from 'node:assert/strict';
import { MarkupKind } from 'vscode-languageserver';
import type { Finding } from '../../server/src/engine/findings/finding';
import { LineIndex } from '../../server/src/engine/text/lines';
import { hoverAt } from '../../server/src/features/hover';
import { escapeMarkdown } from '../../server/src/engine/text/escape-markdown';
import { hoverText } from './editor';
import { finding, knowledge } from './sample';

const text = '# Peer\nSpecialist\n\n- Remind people of\n  *their* medication.\n';
const lines = new LineIndex(text);
const at = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });
const clause = { start: text.indexOf('Remind'), end: text.indexOf('.\n') };
const evidence: Finding['evidence'] = {
  actor: { text: 'Peer\nSpecialist', span: at('Peer\nSpecialist'), origin: 'heading', collective: false },
  duty: [
    { text: 'Remind', span: at('Remind') },
    { text: 'of\n  *their* medication', span: at('of\n  *their* medication') },
  ],
  by: 'a test',
};
const show = (different: Partial<Finding> = {}, format: MarkupKind = MarkupKind.Markdown, offset = clause.start) =>
  hoverAt([finding(clause.start, clause.end, { evidence, ...different })], offset, { lines, knowledge, format });

describe('hover', () => {
  it('says what was read, the limit, what is allowed, the authority and the source', () => {
    const hover = show();
    assert.equal(
      hoverText(hover),
      [
        '**Giving medication**',
        '**Read here:** *Peer Specialist*, from the heading on line 1: *Remind* … *of \\*their\\* medication*',
        '**The limit:** Peer roles do not give medication. It makes one of two equals the other’s keeper.',
        '**Allowed instead:** Help someone prepare their questions.',
        '**Who says so:** The contract itself says so.',
        '- *The Paper \\[draft\\]*, 7.5 a',
      ].join('\n\n'),
    );
    assert.deepEqual(hover?.range, { start: { line: 3, character: 2 }, end: { line: 4, character: 20 } });
  });

  it('says the limit in the words of the contract, where it has some', () => {
    const said = hoverText(show({ limit: 'This contract asks for two.', message: 'Is it two?', certainty: 'open' }));
    assert.match(said, /The limit:\*\* This contract asks for two\. It makes one/);
  });

  it('says of each kind of rule what it is: only duties are limits', () => {
    const kinds = {
      duty: ['The limit:', 'Allowed instead:'],
      structure: ['The terms of the role:', 'What fits instead:'],
      completeness: ['What is missing:', 'What would say it:'],
      citation: ['The citation:', 'What fits:'],
      language: ['The word:', 'What to say instead:'],
    } as const;
    for (const [family, [says, instead]] of Object.entries(kinds)) {
      const said = hoverText(show({ family: family as keyof typeof kinds, certainty: 'open' }));
      assert.ok(said.includes(`**${says}** Peer roles`) && said.includes(`**${instead}** Help`), said);
      assert.equal(/limit/i.test(said), family === 'duty', said);
    }
  });

  it('says the same without marks to clients that show plain text', () => {
    const said = hoverText(show({}, MarkupKind.PlainText));
    assert.ok(said.includes('Read here: Peer Specialist, from the heading on line 1: Remind … of *their* medication'));
    assert.ok(said.includes('- The Paper [draft], 7.5 a'));
    assert.equal(said.includes('**'), false);
  });

  it('says where peers are only meant among others, what was reckoned, and what is open', () => {
    const actor = { ...evidence.actor!, collective: true };
    const said = hoverText(
      show({ evidence: { ...evidence, actor, notes: ['2 for 120 is 1 to 60.'] }, certainty: 'open' }),
    );
    assert.match(said, /which includes people in peer roles/);
    assert.match(said, /2 for 120 is 1 to 60\./);
    assert.match(said, /leave it open/);
  });

  it('copes with a finding of an unknown rule and source, without evidence', () => {
    const said = hoverText(show({ rule: 'x', sources: [{ key: 'y' }], evidence: { duty: [], by: '' }, allowed: '' }));
    assert.equal(
      said,
      '**Peer roles do not give medication.**\n\n**Who says so:** The contract itself says so.\n\n- *y*',
    );
  });

  it('is there on the words, and nowhere else', () => {
    assert.equal(show({}, MarkupKind.Markdown, clause.start - 1), null);
    assert.notEqual(show({}, MarkupKind.Markdown, clause.end - 1), null);
    assert.equal(show({}, MarkupKind.Markdown, clause.end), null);
    assert.equal(show({}, MarkupKind.Markdown, Number.NaN), null);
  });

  it('is there for something that is missing, at its place', () => {
    assert.notEqual(show({ span: { start: 5, end: 5 } }, MarkupKind.Markdown, 5), null);
    assert.equal(show({ span: { start: 5, end: 5 } }, MarkupKind.Markdown, 6), null);
  });

  it('explains every finding of a place, the most serious first', () => {
    const hint = finding(0, 10, { severity: 'hint', rule: 'mild', message: 'Mild.' });
    const error = finding(5, 20, { rule: 'grave', message: 'Grave.' });
    const hover = hoverAt([hint, error], 7, { lines, knowledge, format: MarkupKind.Markdown });
    const said = hoverText(hover);
    assert.ok(said.indexOf('Grave.') < said.indexOf('---') && said.indexOf('---') < said.indexOf('Mild.'));
    assert.deepEqual(hover?.range?.start, { line: 0, character: 5 });
  });
});

describe('escaping what a draft says', () => {
  const cases: Record<string, string> = {
    '*bold* _it_ `code`': '\\*bold\\* \\_it\\_ \\`code\\`',
    '[a](command:x)': '\\[a\\](command:x)',
    '![a](https://a.b/c.png)': '\\!\\[a\\](https\\://a.b/c.png)',
    '<img src=x> &lt;': '\\<img src=x\\> \\&lt;',
    'www.a.b, a@b.c': 'www\\.a.b, a\\@b.c',
    '# x': '\\# x',
    '- x': '\\- x',
    '1. x': '1\\. x',
    '$(zap) a|b ~c~ \\': '\\$(zap) a\\|b \\~c\\~ \\\\',
    'Dr. O’Neil, 7.5 (a)': 'Dr. O’Neil, 7.5 (a)',
  };
  for (const [said, escaped] of Object.entries(cases)) {
    it(said, () => assert.equal(escapeMarkdown(said), escaped));
  }
});
