import assert from 'node:assert/strict';
import { plainFindings, readsEach } from './real-pack';

/** A table from rows of cells: "Task | Nurse", the head first. */
function table(...rows: readonly string[]): string {
  const [head = '', ...body] = rows;
  const rule = head.replace(/[^|]+/g, '---');
  return [head, rule, ...body].map((row) => `| ${row} |`).join('\n') + '\n';
}

const draft = (...rows: readonly string[]): string => `# Plan\n\n${table(...rows)}`;

describe('tables: who does what', () => {
  readsEach(
    {
      'a column with a role at its head': [
        [draft('Nurse | Peer specialist', 'Vital signs | Administers medication'), 'meds'],
        [draft('Nurse | Peer specialist', 'Administers medication | Sits with people'), ''],
        [
          draft('Shift | Nurse | Peer specialist', 'Night | Administers medication | Conducts room searches'),
          'searches',
        ],
      ],
      'marks in role columns': [
        [draft('Task | Nurse | Peer specialist', 'Administer medication | | x'), 'meds'],
        [draft('Task | Nurse | Peer specialist', 'Administer medication | x | '), ''],
        [draft('Task | Nurse | Peer specialist', 'Administer medication | x | x'), 'meds'],
        [draft('Task | Nurse | Peer specialist', 'Administer medication | x | –'), ''],
        [draft('Task | Nurse | Peer specialist', 'Administer medication | yes | no'), ''],
        [draft('Task | Nurse | Peer specialist', 'Administer medication | no | yes'), 'meds'],
        [draft('Task | Nurse | Peer specialist', 'Administer medication | | ✓'), 'meds'],
        [draft('Task | Nurse | Peer specialist', 'Administer medication | lead | helps'), 'meds'],
        [draft('Task | Nurse | Peer specialist', 'Administer medication | does | none'), ''],
      ],
      'RACI marks': [
        [draft('Task | Nurse | Peer specialist', 'Administer medication | A | R'), 'meds'],
        [draft('Task | Nurse | Peer specialist', 'Administer medication | R | C'), ''],
        [draft('Task | Nurse | Peer specialist', 'Administer medication | R | I'), ''],
        [draft('Task | Nurse | Peer specialist', 'Administer medication | R | N'), ''],
        [draft('Task | Nurse | Peer specialist', 'Administer medication | R/A | S'), 'meds'],
        [
          draft(
            'Task | Nurse | Peer specialist',
            'Administer medication | R | N',
            'Write progress notes | N | R',
            'Conduct room searches | R | R',
          ),
          'notes searches',
        ],
      ],
      'marks that a key explains': [
        [`S = no part in it\n\n${draft('Task | Nurse | Peer specialist', 'Administer medication | R | S')}`, ''],
        [`S = supports\n\n${draft('Task | Nurse | Peer specialist', 'Administer medication | R | S')}`, 'meds'],
        [
          `${draft('Task | Nurse | Peer specialist', 'Administer medication | R | B')}\nB: not involved, R: does it\n`,
          '',
        ],
      ],
      'a column that names the owner': [
        [draft('Task | Who', 'Administer medication | Peer specialist'), 'meds'],
        [draft('Task | Who', 'Administer medication | Nurse'), ''],
        [draft('Task | Owner', 'Administer medication | Nurse and peer specialist'), 'meds'],
        [draft('Responsible | Task', 'Peer specialist | Administer medication'), 'meds'],
        [draft('Responsible | Task', 'Nurse | Administer medication'), ''],
        [draft('Step | Done by', 'Write progress notes | Peer specialist', 'Administer medication | Nurse'), 'notes'],
      ],
      'an owner that is no role is somebody else, also under the heading of a peer': [
        [`# Peer Specialist\n\n${table('Task | Owner', 'Administer medication | Contoso')}`, ''],
        [`# Peer Specialist\n\n${table('Task | Owner', 'Administer medication | Nurse')}`, ''],
        [`# Peer Specialist\n\n${table('Task | Times', 'Administer medication | Evenings')}`, 'meds'],
      ],
      'rows that begin with a role': [
        [draft('Position | Duties', 'Peer specialist | Administers medication'), 'meds'],
        [draft('Position | Duties', 'Nurse | Administers medication'), ''],
        [
          draft(
            'Title | Mornings | Evenings',
            'Nurse | Rest | Administers medication',
            'Peer specialist | Rest | Writes progress notes',
          ),
          'notes',
        ],
      ],
      'rotas with posts in the rows and names in the cells': [
        [draft('Post | Mon | Tue', 'Administer medication | Nurse | Peer specialist'), 'meds'],
        [draft('Post | Mon | Tue', 'Administer medication | Nurse | Nurse'), ''],
        [
          `Jo, our peer specialist, is new.\n\n${draft('Post | Mon | Tue', 'Administer medication | Ann | Jo')}`,
          'meds',
        ],
        [`Jo, our nurse, is new.\n\n${draft('Post | Mon | Tue', 'Administer medication | Ann | Jo')}`, ''],
      ],
      'sentences in cells speak for themselves': [
        [draft('Topic | Text', 'Evenings | The peer specialist administers medication.'), 'meds'],
        [draft('Topic | Text', 'Evenings | The nurse administers medication.'), ''],
        [draft('Nurse | Peer specialist', 'Vital signs | Does not administer medication'), ''],
      ],
      'cells without anybody inherit the section': [
        [`# Peer Specialist\n\n${table('Time | Task', '8 pm | Administer medication')}`, 'meds'],
        [`# Nurse\n\n${table('Time | Task', '8 pm | Administer medication')}`, ''],
        [draft('Time | Task', '8 pm | Administer medication'), ''],
      ],
    },
    (text) => text,
  );
});

describe('tables: what the finding shows', () => {
  interface Shown {
    readonly source: string;
    readonly text: string;
    /** The cell that says who does it, where it is another one. */
    readonly cell?: string;
    readonly origin: string;
    readonly actor: string;
  }
  const cases: Readonly<Record<string, Shown>> = {
    'the task, and the mark beside it': {
      source: draft('Task | Nurse | Peer mentor', 'Administer medication | A | R'),
      text: 'Administer medication',
      cell: 'R',
      origin: 'column',
      actor: 'Peer mentor',
    },
    'the task, and its owner': {
      source: draft('Task | Who', 'Administer medication | Peer mentor, evenings'),
      text: 'Administer medication',
      cell: 'Peer mentor, evenings',
      origin: 'row',
      actor: 'Peer mentor',
    },
    'the task alone, where the head of its column says who acts': {
      source: draft('Nurse | Peer mentor', 'Rest | Administers medication'),
      text: 'Administers medication',
      origin: 'column',
      actor: 'Peer mentor',
    },
    'the task alone, where the row begins with who acts': {
      source: draft('Time | Duties', 'Peer mentor | Administers medication'),
      text: 'Administers medication',
      origin: 'row',
      actor: 'Peer mentor',
    },
    'the cell of a rota that gives the post to a peer': {
      source: draft('Post | Mon | Tue', 'Administer medication | Nurse | Peer mentor'),
      text: 'Peer mentor',
      origin: 'row',
      actor: 'Peer mentor',
    },
  };
  for (const [name, { source, text, cell, origin, actor }] of Object.entries(cases))
    it(name, () => {
      const [finding, ...more] = plainFindings(source);
      assert.ok(finding);
      assert.deepEqual(more, []);
      const who = finding.evidence.actor;
      assert.deepEqual([finding.text, who?.origin, who?.text], [text, origin, actor]);
      assert.equal(source.slice(finding.span.start, finding.span.end), text);
      assert.equal(who && source.slice(who.span.start, who.span.end), actor);
      assert.deepEqual(
        finding.related?.map(({ span }) => source.slice(span.start, span.end)),
        cell === undefined ? undefined : [cell],
      );
    });

  it('finds each task of a table once', () => {
    const rows = ['Administer medication | R | R', 'Administer medication at night | R | R'];
    assert.equal(plainFindings(draft('Task | Nurse | Peer specialist', ...rows)).length, 2);
  });
});
