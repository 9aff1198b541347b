import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CitationStyle } from '../../../server/src/engine/citations/citation';
import { findCitations } from '../../../server/src/engine/citations/find';
import { citeEdits } from '../../../server/src/engine/citations/format';
import { parseDraft } from '../../../server/src/engine/markdown/parse';
import { knowledge } from '../real-pack';
import { apply, compiled } from './cited';

const edition = knowledge.editions.get('2008')!;
const WORDS =
  'CPS|Code of Ethics|COE|Code|the|of|principle|principles|#|§|7|8-10|17|(2008)|2015|eighth|VIII|privacy|(Dual Roles)|,|and|.|:|(|)|' +
  "RFR|7.5|(a)|a|to|c|item|section|NASW|peers|'s|[^1]|[^1]:|*|**|`|[|](x)|>|- |\n|\n\n| | # ";

/** Text of pieces that citations are made of, in any order. */
const anyText = fc.array(fc.constantFrom(...WORDS.split('|')), { maxLength: 40 }).map((words) => words.join(' '));

describe('citations in any text', () => {
  it('stand where they say, in order, and do not overlap', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { citations, mentions } = findCitations(parseDraft(source), compiled, '2008');
        let end = 0;
        for (const { span, text, numbers } of citations) {
          assert.ok(span.start >= end && span.start < span.end && span.end <= source.length);
          assert.equal(text, source.slice(span.start, span.end));
          assert.ok(numbers.length > 0);
          for (const n of numbers) assert.ok(span.start <= n.span.start && n.span.end <= span.end);
          end = span.end;
        }
        for (const { span, text } of mentions) assert.equal(text, source.slice(span.start, span.end));
      }),
      { numRuns: 500 },
    );
  }).timeout(60_000);

  it('are only added to it, and are found again', () => {
    const sentence = fc
      .array(fc.constantFrom('peers', '**keep**', 'it', '[private](x.md)', 'and', '_open_', 'always'), {
        minLength: 2,
        maxLength: 8,
      })
      .chain((words) =>
        fc.constantFrom('', '.', '!', ';', '; and', ':', '."', '.)').map((end) => words.join(' ') + end),
      );
    const block = sentence.chain((text) =>
      fc.constantFrom(text, `- ${text}`, `1. ${text}`, `> ${text}`, `| a |\n| --- |\n| ${text} |`),
    );
    const draft = fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks) => blocks.join('\n\n'));
    const style = fc.constantFrom<CitationStyle>('inline', 'footnote', 'link');
    fc.assert(
      fc.property(draft, style, fc.nat(), (source, how, which) => {
        const parsed = parseDraft(source);
        const at = parsed.blocks[which % parsed.blocks.length];
        if (!at) return;
        const where = { start: at.start, end: at.start + at.text.length };
        const edits = citeEdits(parsed, where, { edition, principles: [10], style: how });
        for (const { span } of edits) assert.equal(span.start, span.end);
        const after = parseDraft(apply(source, edits));
        const { citations } = findCitations(after, compiled, '2008');
        const here = citations.filter(({ marks }) => how !== 'footnote' || marks?.length === 1);
        assert.ok(here.length >= 1, after.source);
        // The draft keeps its blocks; footnotes and the list of principles come behind them.
        const kinds = (blocks: typeof parsed.blocks): string[] => blocks.map(({ kind }) => kind);
        assert.deepEqual(kinds(after.blocks).slice(0, parsed.blocks.length), kinds(parsed.blocks), after.source);
      }),
      { numRuns: 300 },
    );
  }).timeout(60_000);

  it('may be very many', () => {
    const many = (text: string, times: number): number =>
      findCitations(parseDraft(`Peers sing. ${text.repeat(times)}`), compiled, '2008').citations.length;
    assert.equal(many('CPS Code of Ethics (2008), #9. Principle 3. ', 2_000), 4_000);
    assert.equal(many('first, second, ', 10_000), 0);
    assert.equal(many('( RFR 7.5 ( a ', 5_000), 0);
  }).timeout(60_000);
});
