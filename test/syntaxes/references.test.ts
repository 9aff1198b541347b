import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { markdownTokenizer, marksIn, type Tokenizer } from './marks';

const file = path.join(import.meta.dirname, '../../server/knowledge/references/contract-references.yml');
const { references } = load(readFileSync(file, 'utf8')) as {
  readonly references: readonly { readonly forms: readonly string[] }[];
};

/** Requirements by their names: words of the field, and no citations. */
const NAMES = new Set(['Plan of Safe Care requirement', 'CPS daily case rate']);
/** What may stand before the marked part. */
const OWNERS = /^(?:peer support community's )?$/;

describe('marked contract references', () => {
  let tokenize: Tokenizer;
  before(async () => {
    tokenize = await markdownTokenizer();
  });

  it('are all the ways of writing them that the knowledge has', () => {
    const forms = references.flatMap((reference) => reference.forms).filter((form) => !NAMES.has(form));
    assert.ok(forms.length > 100);
    const missed = forms.filter((form) => {
      const marks = tokenize(`As ${form}, it says.`).flatMap(marksIn);
      const [kind = '', text = ''] = marks[0]?.split(/: (.*)/) ?? [];
      return (
        marks.length !== 1 || kind !== 'citation' || !form.endsWith(text) || !OWNERS.test(form.slice(0, -text.length))
      );
    });
    assert.deepEqual(missed, []);
  });
});
