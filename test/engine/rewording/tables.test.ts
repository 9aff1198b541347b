import assert from 'node:assert/strict';
import { rewritten } from './rewritten';

const intro = '# Team\n\nPeer specialists belong to the peer team.\n\n';

/** The row of a table about medication, rewritten. */
const row = (head: string, rows: readonly string[], kind: 'permitted' | 'prohibition' | 'other-role'): string[] => {
  const dashes = head.replace(/[^|]+/g, '---');
  const draft = `${intro}${[head, dashes, ...rows].join('\n')}\n`;
  const after = rewritten(draft, kind, 'medication-administration');
  return after === 'none' ? [] : after.trimEnd().split('\n').slice(6);
};

describe('a duty in a table', () => {
  const OWNERS = '| Task | Owner |';
  const MATRIX = '| Task | Nurse | Peer specialist |';
  const POSITIONS = '| Position | Functions |';

  it('is replaced in its cell', () => {
    assert.deepEqual(row(OWNERS, ['| Count tablets | Peer specialist |'], 'permitted'), [
      "| At a person's request, help them learn about treatments | Peer specialist |",
    ]);
    assert.deepEqual(
      row('| Peer specialist | Nurse |', ['| administers medication | gives injections |'], 'permitted'),
      ["| at a person's request, helps them learn about treatments | gives injections |"],
    );
  });

  it('is replaced among other entries', () => {
    const entries = '| Peer specialist | company, story group, evening med passes |';
    assert.deepEqual(row(POSITIONS, [entries], 'permitted'), [
      "| Peer specialist | company, story group, and at a person's request helping them learn about treatments |",
    ]);
  });

  it('goes to another owner that the table names', () => {
    const rows = ['| Draw blood | Nurse |', '| Count tablets | Peer specialist |'];
    assert.deepEqual(row(OWNERS, rows, 'other-role'), ['| Draw blood | Nurse |', '| Count tablets | Nurse |']);
    assert.deepEqual(row(OWNERS, ['| Mend bikes | Bookkeeper |', rows[1]!], 'other-role'), []);
  });

  it('is left to whoever else owns it', () => {
    assert.deepEqual(row(OWNERS, ['| Count tablets | Peer specialist and Clinician |'], 'other-role'), [
      '| Count tablets | Clinician |',
    ]);
    assert.deepEqual(row(OWNERS, ['| Count tablets | Peer specialist and Clinician |'], 'permitted'), []);
  });

  it('goes to another column as a mark', () => {
    assert.deepEqual(row(MATRIX, ['| Count tablets | – | x |'], 'other-role'), ['| Count tablets | x | – |']);
    assert.deepEqual(row(MATRIX, ['| Count tablets | x | x |', '| Listen | no | x |'], 'other-role'), [
      '| Count tablets | x | no |',
      '| Listen | no | x |',
    ]);
  });

  it('keeps its words where others are marked too', () => {
    assert.deepEqual(row(MATRIX, ['| Count tablets | x | x |'], 'permitted'), []);
    assert.deepEqual(row(MATRIX, ['| Count tablets | x | x |'], 'prohibition'), []);
  });

  it('goes to the entries of another role', () => {
    const rows = [
      '| Nurse | injections, teaching |',
      '| Cook | meals |',
      '| Peer specialist | company, evening med passes |',
    ];
    assert.deepEqual(row(POSITIONS, rows, 'other-role'), [
      '| Nurse | injections, teaching, evening med passes |',
      '| Cook | meals |',
      '| Peer specialist | company |',
    ]);
  });

  it('keeps its words in a rota, where the row is for all who have a turn', () => {
    const draft = `${intro}| Post | Mon | Tue |\n| --- | --- | --- |\n| Medication pass | RN Doe | Peer specialist |\n`;
    assert.equal(rewritten(draft, 'permitted', 'medication-administration'), 'none');
  });
});
