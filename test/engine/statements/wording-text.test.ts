import assert from 'node:assert/strict';
import { plainWording } from '../../../server/src/engine/statements/wording-text';
import { knowledge } from '../real-pack';

describe('the text of a wording with its tab stops filled in', () => {
  const rows: readonly (readonly [body: string, text: string])[] = [
    ['Supervised by ${1:a senior CPS}.', 'Supervised by a senior CPS.'],
    ['Every ${2|week,two weeks|}.', 'Every week.'],
    ['${1:One}, ${1:another} and $1', 'One, another and One'],
    ['Twice: $3, ${3}.', 'Twice: , .'],
    ['The end.\n$0\n', 'The end.'],
    ['The end.\n${0}', 'The end.'],
    ['From \\$15.00, that is \\$${1:15} or \\${1}', 'From $15.00, that is $15 or ${1}'],
    ['${1:with ${2:another} inside} it', 'with another inside it'],
    ['${1|a\\, b,c|} ${2|d \\| e|} ${3:a \\} b} back\\\\slash \\n', 'a, b d | e a } b back\\slash \\n'],
    ['$ and $x stay, and so does 5 $', '$ and $x stay, and so does 5 $'],
    ['${1:(rate)} an hour\n\n| a | ${2:b} |', '(rate) an hour\n\n| a | b |'],
    ['', ''],
    ['${1:never closed', 'never closed'],
    ['${1|never closed', 'never closed'],
  ];
  for (const [body, text] of rows)
    it(`of ${JSON.stringify(body)}`, () => {
      assert.equal(plainWording(body), text);
    });

  it('leaves no tab stop in any approved wording', () => {
    const left = [...knowledge.wordings.values()].filter(({ body }) =>
      /\$\{|\$\d\b(?!\d)|\|}/.test(plainWording(body)),
    );
    assert.deepEqual(
      left.map(({ id }) => id),
      [],
    );
    assert.ok(knowledge.wordings.size > 20);
  });
});
