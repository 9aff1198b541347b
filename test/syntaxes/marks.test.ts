import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { grammarFiles } from '../../scripts/lib/syntaxes/files';
import { contributed, markdownTokenizer, marksIn, type Token, type Tokenizer } from './marks';

const root = path.join(import.meta.dirname, '../..');
const draft = readFileSync(path.join(import.meta.dirname, 'draft.md'), 'utf8');

describe('marks in a draft', () => {
  let tokenize: Tokenizer;
  before(async () => {
    tokenize = await markdownTokenizer();
  });

  const marked = (text: string): string[] => tokenize(text).flatMap(marksIn);
  const tokenOf = (text: string, word: string): Token => {
    const token = tokenize(text)
      .flat()
      .find((t) => t.text === word);
    assert.ok(token, `"${word}" is no token of its own`);
    return token;
  };
  const each = (cases: Readonly<Record<string, readonly string[]>>): void => {
    assert.deepEqual(Object.fromEntries(Object.keys(cases).map((text) => [text, marked(text)])), cases);
  };

  it('are where they belong in a whole draft, and nowhere else', () => {
    const lines = tokenize(draft).map(marksIn);
    const found = Object.fromEntries(lines.flatMap((marks, i) => (marks.length > 0 ? [[i + 1, marks]] : [])));
    assert.deepEqual(found, {
      3: ['key: peer-role-profile'],
      7: ['peer-role: Certified Peer Specialist', 'prohibition: does not'],
      9: [
        'peer-role: Peer specialists',
        'prohibition: not',
        'citation: RFR 7.5(a)',
        'citation: CPS Code of Ethics #10',
        'prohibition: no',
        'peer-role: peer mentor',
      ],
      10: [
        'peer-role: CPS',
        'prohibition: never',
        'citation: Principle 10 (Dual Roles)',
        'citation: principles 7 and 8 of the Code',
      ],
      12: ['peer-role: peer support worker', 'prohibition: does not', 'citation: ACCS RFR 7.5 b'],
      15: ['peer-role: People in peer roles', 'prohibition: are exempt from', 'citation: Section 7.5 of the RFR'],
      19: ['peer-role: Recovery coach', 'prohibition: May not', 'citation: COE 8'],
      31: [
        'directive: peer-role-check',
        'directive: :',
        'action: allow',
        'rule: routine-notes',
        'because: because',
        'reason:  the peer specialist does not keep them ',
      ],
    });
  }).timeout(20_000);

  it('leave the rest of a line to Markdown, also when they begin it', () => {
    const line = 'Peer specialists do **not** hand out [pills](https://example.org), *ever*.';
    assert.ok(tokenOf(line, 'not').scopes.includes('markup.bold.markdown'));
    assert.ok(tokenOf(line, 'https://example.org').scopes.includes('markup.underline.link.markdown'));
    assert.ok(tokenOf(line, 'ever').scopes.includes('markup.italic.markdown'));
    assert.ok(tokenOf(line, 'Peer specialists').scopes.includes('meta.paragraph.markdown'));
    assert.ok(tokenOf('# Peer specialists', 'Peer specialists').scopes.includes('entity.name.section.markdown'));
    assert.ok(tokenOf('- Never gives *pills*', 'pills').scopes.includes('markup.italic.markdown'));
  });

  it('have scopes that themes know', () => {
    const scopeOf = (text: string, word: string): string | undefined => tokenOf(text, word).scopes.at(-1);
    const line = 'A peer specialist does not keep notes (COE 8; RFR 7.5).';
    assert.equal(scopeOf(line, 'peer specialist'), 'support.type.peer-role.peer-role-check');
    assert.equal(scopeOf(line, 'does not'), 'keyword.other.prohibition.peer-role-check');
    assert.equal(scopeOf(line, 'COE 8'), 'constant.numeric.citation.code-of-ethics.peer-role-check');
    assert.equal(scopeOf(line, 'RFR 7.5'), 'constant.numeric.citation.contract.peer-role-check');
    const comment = '<!-- peer-role-check: allow routine-notes because asked -->';
    assert.equal(scopeOf(comment, 'allow'), 'keyword.control.action.peer-role-check');
    assert.equal(scopeOf(comment, ' asked '), 'string.unquoted.reason.peer-role-check');
    for (const { scopes } of tokenize(`${line}\n\n${draft}`).flat())
      if (!scopes.some((s) => s.startsWith('comment.')))
        assert.ok(!scopes.some((s) => s.endsWith('.peer-role-check') && /comment|string|regex|embedded/.test(s)));
  });

  it('are on prohibitions', () => {
    each({
      'They do not, DO NOT, don’t and cannot.': [
        'prohibition: do not',
        'prohibition: DO NOT',
        'prohibition: don’t',
        'prohibition: cannot',
      ],
      'It may not, must not, will not, does not.': [
        'prohibition: may not',
        'prohibition: must not',
        'prohibition: will not',
        'prohibition: does not',
      ],
      'Never, and is not asked to; is not part of it.': [
        'prohibition: Never',
        'prohibition: is not asked to',
        'prohibition: is not part of',
      ],
      'She refrains from it, is exempt from it, stays out of it.': [
        'prohibition: refrains from',
        'prohibition: is exempt from',
        'prohibition: stays out of',
      ],
      'No CPS and no certified peer specialist, no one in a peer role.': [
        'prohibition: No',
        'peer-role: CPS',
        'prohibition: no',
        'peer-role: certified peer specialist',
        'prohibition: no',
      ],
      'does *not* give; are __not__ permitted; **do not** give': [
        'prohibition: not',
        'prohibition: not',
        'prohibition: do not',
      ],
    });
  });

  it('are not on what looks like prohibitions', () => {
    each({
      'do notes, do notable things, do not-for-profit work': [],
      'does not hesitate, will not only help, never fails': [],
      'people who do not want this': [],
      'is not a nurse, is **not** a nurse, and not yet': [],
      'no peer support, no peer review, no time': [],
      'nevertheless, exempt staff, a note': [],
    });
  });

  it('are on citations of the Code of Ethics', () => {
    const citations = [
      'CPS Code of Ethics #10',
      'CPS Code of Ethics (2008), principle 8',
      'CPS Code of Ethics (2008)',
      'Code of Ethics (principles 7 and 8)',
      'Code of Ethics, principles 7-10',
      'Principle 10 (Dual Roles)',
      'principle 10 of the CPS Code of Ethics',
      'principles 7, 8 and 10',
      'principles 7–10',
      'Principle No. 10',
      'COE 8',
      'CoE #8',
      '§10 of the Code',
      '§§ 7-8 of the CPS Code',
      'number 8 of the Code of Ethics',
    ];
    for (const citation of citations) assert.deepEqual(marked(`See ${citation}.`), [`citation: ${citation}`]);
  });

  it('are not on what looks like citations', () => {
    each({
      'It is the principle of the thing, on principle, and a principal 10.': [],
      'In principle 30 people, or principle 30% of them, or a principle 10-day rule.': [],
      'The Code of Ethics and the CPS Code of Ethics, signed 10 days after hire.': [],
      'The Code of Ethics 10 days after hire.': [],
      'section 7.5 of the building, and 7.5 peer roles': [],
      'Staffing 2 houses, Documentation 3 times': [],
    });
  });

  it('take an "a" behind a section for its letter only where it is no article', () => {
    each({
      'Under RFR 7.5 a peer specialist stays.': ['citation: RFR 7.5', 'peer-role: peer specialist'],
      'Under RFR 7.5 a, b and c, they stay.': ['citation: RFR 7.5 a, b and c'],
      'Under RFR 7.5 b. They stay.': ['citation: RFR 7.5 b'],
    });
  });

  it('are not in addresses, labels and tags', () => {
    each({
      'https://example.org/CPS/never and www.example.org/COE': [],
      'CPS@example.org, cps.org': [],
      '<https://example.org/CPS> [text](CPS "never")': [],
      '<a title="peer specialist">peer specialist</a>': ['peer-role: peer specialist'],
      '[CPS]: https://example.org "never"': [],
    });
  });

  it('show a comment of ours as what it says, on one line or on more', () => {
    each({
      '<!-- peer-role-check: allow routine-notes, reading-records and peer-pay because so -->': [
        'directive: peer-role-check',
        'directive: :',
        'action: allow',
        'rule: routine-notes',
        'rule: reading-records',
        'rule: peer-pay',
        'because: because',
        'reason:  so ',
      ],
      '<!-- peer-role-check: allow routine-notes\nbecause asked -->\n\nCPS': [
        'directive: peer-role-check',
        'directive: :',
        'action: allow',
        'rule: routine-notes',
        'because: because',
        'reason:  asked ',
        'peer-role: CPS',
      ],
      '<!-- peer-role-check: forbid routine-notes -->': ['directive: peer-role-check', 'directive: :'],
      '<!-- why we use peer-role-check: allow routine-notes because -->': [],
      'peer-role-check: allow routine-notes because': [],
    });
  });

  it('show the id of every rule in such a comment', () => {
    const rules = path.join(root, 'server/knowledge/rules');
    const ids = readdirSync(rules, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yml'))
      .map((name) => (load(readFileSync(path.join(rules, name), 'utf8')) as { readonly id: string }).id);
    assert.ok(ids.length > 20);
    for (const id of ids) assert.ok(marked(`<!-- peer-role-check: allow ${id} -->`).includes(`rule: ${id}`), id);
  });

  it('are in the front matter on our keys only', () => {
    each({
      '---\npeer-role-profile: accs\nrole: peer specialist\n---': ['key: peer-role-profile'],
      '---\ncode-of-ethics: "2008"\n---\n\ncode-of-ethics: no': ['key: code-of-ethics'],
      '---\npeer-role-profile:\n  - accs\n---': [],
      '---\nrole: peer-role-profile\nx-peer-role-profile: accs\n---': [],
      'peer-role-profile: accs': [],
    });
  });

  it('say of the rest of such a line what YAML would say', () => {
    const draft = '---\npeer-role-profile: accs\ntitle: Peer Specialist\ncode-of-ethics: "2008" # never\n---';
    for (const value of ['accs', 'Peer Specialist', '"2008"'])
      assert.match(tokenOf(draft, value).scopes.at(-1) ?? '', /^string\..*yaml$/, value);
    assert.ok(tokenOf(draft, '# never').scopes.includes('comment.line.number-sign.yaml'));
  });

  it('are found in very long lines, whatever fills them', () => {
    const fillers = [
      'certified peer support ',
      'Code of Ethics, ',
      'principles 1, 2 and ',
      'RFR 7.5 a and b or ',
      '#1 ',
      ' ',
    ];
    for (const filler of [
      ...fillers,
      'a.b+',
      'a-b-',
      'https://x',
      '7.5.',
      '<!-- peer-role-check: ',
      'Principle 1 (Du ',
    ]) {
      const line = filler.repeat(Math.ceil(10_000 / filler.length));
      assert.ok(tokenize(`${line}\n\nA peer specialist\n`).length === 4);
      const [first] = marked(`A PSW walks. ${line}`);
      assert.equal(first, 'peer-role: PSW', filler);
    }
  }).timeout(60_000);
});

describe('the grammars', () => {
  it('are those that `npm run syntaxes` writes', async () => {
    const files = await grammarFiles();
    for (const [name, text] of files) assert.equal(readFileSync(path.join(root, 'syntaxes', name), 'utf8'), text, name);
    assert.deepEqual(readdirSync(path.join(root, 'syntaxes')).sort(), files.map(([name]) => name).sort());
  });

  it('are all contributed, and injected into Markdown', () => {
    const files = contributed.map((grammar) => path.basename(grammar.path)).sort();
    assert.deepEqual(files, readdirSync(path.join(root, 'syntaxes')).sort());
    for (const { path: file, scopeName, injectTo } of contributed) {
      assert.deepEqual(injectTo, ['text.html.markdown']);
      const grammar = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as { readonly scopeName: string };
      assert.equal(grammar.scopeName, scopeName);
    }
  });
});
