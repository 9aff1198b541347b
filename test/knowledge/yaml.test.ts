import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadKnowledge } from '../../server/src/engine/knowledge/loader';
import { isYamlProblem, parseYaml, type YamlDocument } from '../../server/src/engine/knowledge/yaml';
import { GOOD, load } from './pack';

function parsed(text: string): YamlDocument {
  const result = parseYaml(text);
  if (isYamlProblem(result)) assert.fail(result.message);
  return result;
}

function problem(text: string): { line: number; message: string } {
  const result = parseYaml(text);
  return isYamlProblem(result) ? { line: result.line, message: result.message } : assert.fail('no problem');
}

describe('YAML with lines', () => {
  it('knows the line of each key and list item', () => {
    const { lineOf } = parsed('a: 1\nb:\n  - x\n  # note\n  - y: [1,\n      2]\n    z: >\n      q\n      r\nc: "s"\n');
    assert.equal(lineOf([]), 1);
    assert.equal(lineOf(['a']), 1);
    assert.equal(lineOf(['b']), 2);
    assert.equal(lineOf(['b', 0]), 3);
    assert.equal(lineOf(['b', 1, 'y']), 5);
    assert.equal(lineOf(['b', 1, 'y', 1]), 6);
    assert.equal(lineOf(['b', 1, 'z']), 7);
    assert.equal(lineOf(['c']), 10);
  });

  it('gives the line of what is above where something is missing', () => {
    const { lineOf } = parsed('a: 1\nb:\n  c:\n    -\n');
    assert.equal(lineOf(['b', 'c', 0, 'd']), 3);
    assert.equal(lineOf(['zz']), 1);
  });

  it('reports every repeated key, at any depth', () => {
    assert.deepEqual(
      parsed('a: 1\nb: {x: 1, x: 2}\na: 2\nc:\n  - d: 1\n    d: 2\n').duplicateKeys.map((d) => [d.line, d.message]),
      [
        [2, '"x" is here twice (first in line 2). Keep one of them.'],
        [3, '"a" is here twice (first in line 1). Keep one of them.'],
        [6, '"d" is here twice (first in line 5). Keep one of them.'],
      ],
    );
    assert.deepEqual(parsed('a: {x: 1}\nb: {x: 1}').duplicateKeys, []);
  });

  it('leaves out only the entry that has a repeated key', () => {
    const text = (GOOD['lexicons/heads.yml'] ?? '').replace('kind: verb', 'kind: verb\n    kind: noun');
    const { knowledge, errors } = load({ 'lexicons/heads.yml': text });
    assert.equal(errors[0], 'lexicons/heads.yml:7 "kind" is here twice (first in line 6). Keep one of them.');
    assert.deepEqual([...knowledge.lexicons.keys()], ['head']);
  });

  it('says what to do about a file that is empty or only comments', () => {
    for (const text of ['', '\n\n', '# nothing yet\n', '\uFEFF']) {
      assert.deepEqual(problem(text), { line: 1, message: 'This file is empty. Fill it in, or delete it.' });
    }
  });

  it('says what to do about two documents in one file', () => {
    const message = 'A line "---" splits this file in two. Take it out, or make two files.';
    assert.deepEqual(problem('a: 1\n---\nb: 2\n'), { line: 2, message });
    assert.deepEqual(problem('---\na: 1\n---\nb: 2\n'), { line: 3, message });
    assert.equal(parsed('---\na: 1\n').lineOf(['a']), 2);
  });

  it('says what to do about tabs, unquoted signs and open quotes', () => {
    assert.deepEqual(problem('a:\n\tb: 1\n'), {
      line: 2,
      message: 'There is a tab at the start of this line. Use spaces instead.',
    });
    assert.equal(problem('a: 1\nb: c: d\n').line, 2);
    assert.match(problem('a:\n  - {x} of y\n').message, /put quotes around a text that contains ": " or begins with/);
    assert.match(problem('a: "x\n').message, /cannot be read as YAML/);
  });

  it('refuses aliases, which could blow up a small file', () => {
    assert.deepEqual(problem('a: &x [1]\nb: *x\n'), {
      line: 2,
      message: 'Words after "*" or "&" have a special meaning in YAML. Put quotes around the whole text.',
    });
  });

  it('is not led astray by keys that JavaScript knows', () => {
    const text = '__proto__: {a: 1}\nconstructor: x\n';
    const { errors } = load({ 'roles.yml': text });
    assert.ok(errors.some((error) => error.startsWith('roles.yml:1 "__proto__" is not a word')));
    assert.ok(errors.some((error) => error.startsWith('roles.yml:2 "constructor" is not a word')));
  });
});

describe('the loader, given anything', function () {
  this.timeout(30_000); // many runs

  const paths = fc.constantFrom(...Object.keys(GOOD), 'rules/duty/x.yml', 'lexicons/x.yml', 'x');

  it('reports, and does not throw', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ path: paths, text: fc.string() })), (files) => {
        loadKnowledge(files);
      }),
    );
  });

  it('reports a line that the file has, for any file with a piece cut out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(GOOD)), fc.nat(), fc.nat(40), (path, from, length) => {
        const text = GOOD[path] ?? '';
        const at = from % text.length;
        const cut = text.slice(0, at) + text.slice(at + length);
        const lines = cut.split('\n').length;
        for (const error of loadKnowledge(
          Object.entries({ ...GOOD, [path]: cut }).map(([p, t]) => ({ path: p, text: t })),
        ).errors) {
          assert.ok(error.line >= 1);
          if (error.path === path)
            assert.ok(error.line <= lines, `${error.message} in line ${String(error.line)} of ${String(lines)}`);
        }
      }),
      { numRuns: 150 },
    );
  });
});
