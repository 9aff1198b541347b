import assert from 'node:assert/strict';
import { compileGrammar } from '../../server/src/engine/reading/compile';
import { findMentions } from '../../server/src/engine/reading/roles';
import { readSentences } from '../../server/src/engine/prose/sentence';
import { FAMILIES, namesOf } from '../../scripts/lib/syntaxes/roles';
import { knowledge } from '../engine/real-pack';
import { markdownTokenizer, marksIn, type Tokenizer } from './marks';

const grammar = compileGrammar(knowledge);

/** The words that the engine takes for names of peer roles. */
function peersIn(text: string): string[] {
  return readSentences(text, grammar.trie).flatMap(({ tokens, ...rest }) =>
    findMentions({ tokens, ...rest }, grammar, new Map())
      .filter((mention) => mention.kind === 'peer')
      .map(({ from, to }) => text.slice(tokens[from]!.start, tokens[to - 1]!.end)),
  );
}

const names = FAMILIES.flatMap(namesOf);
const sentence = (name: string): string => `The ${name} may call.`;

describe('marked names of roles', () => {
  let tokenize: Tokenizer;
  before(async () => {
    tokenize = await markdownTokenizer();
  });

  const markedIn = (text: string): string[] => tokenize(text).flatMap(marksIn);

  it('are peer roles for the engine too, each of them', () => {
    assert.deepEqual(
      names.filter((name) => peersIn(sentence(name)).join() !== name),
      [],
    );
  }).timeout(60_000);

  it('are marked from their first word to their last, each of them', () => {
    assert.deepEqual(
      names.filter((name) => markedIn(sentence(name)).join() !== `peer-role: ${name}`),
      [],
    );
  }).timeout(60_000);

  it('take in the names that the field uses', () => {
    const used = [
      ['peer specialist', 'certified peer specialist', 'CPS', 'peer support worker', 'peer support specialist', 'PSW'],
      ['peer supporter', 'peer mentor', 'peer bridger', 'peer advocate', 'peer navigator', 'peer counselor'],
      ['peer staff', 'peer worker', 'peer recovery specialist', 'peer debriefer', 'peer trainer', 'wellness coach'],
      ['vocational peer staff', 'consumer provider', 'lived experience worker', 'people in peer roles'],
      ['peer supervisor', 'peer team lead', 'recovery coach', 'family partner'],
    ].flat();
    for (const name of used) {
      assert.deepEqual(markedIn(sentence(name)), [`peer-role: ${name}`]);
      assert.deepEqual(peersIn(sentence(name)), [name]);
    }
  });

  it('are not marked where they name nobody', () => {
    for (const text of [
      'CPS training',
      'CPS certification',
      'peer specialist certification',
      'certified peer specialist code of ethics',
      'peer staff meeting',
      'peer specialist-led group',
      'non-peer specialist',
      'the cps in small letters',
      '[^CPS]',
    ])
      assert.deepEqual(markedIn(text), [], text);
  });

  it('are not other words with "peer" in them, nor other roles', () => {
    for (const text of [
      'peer review',
      'peer pressure',
      'a peer',
      'peers',
      'peer support',
      'peer support group',
      'a compeer specialist',
      'the nurse and the case manager',
      'support worker',
      'housing specialist',
      'all staff',
      'the person served',
    ])
      assert.deepEqual(markedIn(text), [], text);
  });
});
