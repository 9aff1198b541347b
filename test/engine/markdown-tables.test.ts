import assert from 'node:assert/strict';
import { parseDraft } from '../../server/src/engine/markdown/parse';

const cells = (source: string): string[] =>
  parseDraft(source).blocks.map(({ text, context: { cell } }) =>
    cell ? `${cell.table}.${cell.row}.${cell.column} ${text}` : text,
  );

describe('parseDraft: tables', () => {
  const source = 'Before.\n\n| Who | **What** | |\n|---|:-:|--:|\n| peer | sits | x |\n|  | | y \\| z |\n\nAfter.';

  it('gives a block to each cell that is not empty, with the place it stands at', () => {
    assert.deepEqual(cells(source), [
      'Before.',
      '0.-1.0 Who',
      '0.-1.1 What',
      '0.0.0 peer',
      '0.0.1 sits',
      '0.0.2 x',
      '0.1.2 y  | z',
      'After.',
    ]);
  });

  it('gives the table with its empty cells', () => {
    const [table] = parseDraft(source).tables;
    assert.deepEqual(
      table?.head.map(({ text }) => text),
      ['Who', 'What', ''],
    );
    assert.deepEqual(
      table?.rows.map((row) => row.map(({ text }) => text)),
      [
        ['peer', 'sits', 'x'],
        ['', '', 'y  | z'],
      ],
    );
    assert.equal(table?.head[1]?.start, source.indexOf('What'));
    assert.equal(source.slice(table?.span.start, table?.span.end), source.slice(9, source.indexOf('\n\nAfter')));
  });

  it('fills short rows, and reads rows without outer pipes', () => {
    const draft = parseDraft('a | b | c\n--|---|--\nd\n| e | f\n');
    assert.deepEqual(
      draft.tables[0]?.rows.map((row) => row.map(({ text }) => text)),
      [
        ['d', '', ''],
        ['e', 'f', ''],
      ],
    );
  });

  it('counts tables, and keeps headings', () => {
    const one = '| a |\n|---|\n| b |\n';
    const draft = parseDraft(`# H\n\n${one}\n${one}`);
    assert.equal(draft.tables.length, 2);
    assert.deepEqual(draft.blocks.at(-1)?.context.cell, { table: 1, row: 0, column: 0 });
    assert.equal(draft.blocks.at(-1)?.context.headings[0]?.text, 'H');
  });

  it('reads tables in quotes, and with white space after the delimiter row', () => {
    assert.deepEqual(cells('> | a | b |\n> |---|---|  \n> | c | d |'), ['0.-1.0 a', '0.-1.1 b', '0.0.0 c', '0.0.1 d']);
  });

  it('parts the entries of a cell at line breaks, but not a wrapped name', () => {
    const head = '| Certified Peer<br>Specialist |\n|---|\n';
    assert.deepEqual(cells(`${head}| Gives meds to all<br>Runs the groups |`), [
      '0.-1.0 Certified Peer    Specialist',
      '0.0.0 Gives meds to all',
      '0.0.0 Runs the groups',
    ]);
    const draft = parseDraft(`${head}| The nurse:<br>• pours<br>• counts |`);
    assert.deepEqual(
      draft.blocks.slice(1).map(({ kind, text, context }) => [kind, text, context.leadIns.map((lead) => lead.text)]),
      [
        ['table-cell', 'The nurse:', []],
        ['table-cell', 'pours', ['The nurse:']],
        ['table-cell', 'counts', ['The nurse:']],
      ],
    );
  });

  it('keeps amounts and letters in cells', () => {
    assert.deepEqual(cells('| FTE | R |\n|---|---|\n| 1.0 | A. Smith |'), [
      '0.-1.0 FTE',
      '0.-1.1 R',
      '0.0.0 1.0',
      '0.0.1 A. Smith',
    ]);
  });

  it('takes a line with pipes and no delimiter row for prose', () => {
    assert.deepEqual(parseDraft('Exempt | 37.5 hrs | $20').tables, []);
  });
});

describe('parseDraft: front matter', () => {
  const entries = (source: string): string[][] =>
    parseDraft(source).frontMatter.map(({ key, value, keySpan, valueSpan }) => [
      key,
      value,
      source.slice(keySpan.start, keySpan.end),
      source.slice(valueSpan.start, valueSpan.end),
    ]);

  it('reads scalars and lists with exact spans', () => {
    const source =
      '---\ntitle: "A: b"\npeer-role-profile: cbhc  # why\ntags: [x, \'y\']\nroles:\n  - one\n  - "two"\nempty:\n---\n# T\n';
    assert.deepEqual(entries(source), [
      ['title', 'A: b', 'title', 'A: b'],
      ['peer-role-profile', 'cbhc', 'peer-role-profile', 'cbhc'],
      ['tags', 'x, y', 'tags', "[x, 'y']"],
      ['roles', 'one, two', 'roles', 'one\n  - "two'],
      ['empty', '', 'empty', ''],
    ]);
  });

  it('is no prose, and has a span', () => {
    const source = '\ufeff---\r\na: b\r\n---\r\n\r\nText.';
    const draft = parseDraft(source);
    assert.deepEqual(
      draft.blocks.map(({ text }) => text),
      ['Text.'],
    );
    assert.deepEqual(entries(source), [['a', 'b', 'a', 'b']]);
    assert.equal(source.slice(draft.frontMatterSpan?.start, draft.frontMatterSpan?.end), '---\r\na: b\r\n---');
  });

  it('needs a closing line, and the very start', () => {
    assert.equal(parseDraft('---\na: b\n\nText').frontMatterSpan, undefined);
    assert.equal(parseDraft('\n---\na: b\n---\n').frontMatterSpan, undefined);
    assert.deepEqual(parseDraft('Text').frontMatter, []);
  });

  it('passes over what it cannot read', () => {
    assert.deepEqual(entries('---\n: x\n{[}\n  deep: y\nkey : "open\n- z\n\t\nk2: v\n...\n'), [
      ['key', '"open', 'key', '"open'],
      ['k2', 'v', 'k2', 'v'],
    ]);
  });
});
