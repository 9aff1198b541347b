import type { Finding } from '../findings/finding';
import type { ProfileLens, Verdict } from '../duties/lens';
import type { Knowledge, Rule, Word } from '../knowledge/types';
import { findPattern, parsePattern, type Pattern } from '../prose/pattern';
import type { ReadSentence } from '../reading/read';
import type { Span } from '../text/span';
import type { ReadPassage } from './passage';

const CHECK = 'respectful-language';

/** The words of `words.yml` and the rule that speaks of them. */
export interface LanguageRule {
  readonly rule: Rule;
  readonly words: readonly {
    readonly word: Word;
    readonly any: readonly Pattern[];
    readonly except: readonly Pattern[];
  }[];
}

export function compileLanguage(knowledge: Knowledge): LanguageRule | undefined {
  const rule = [...knowledge.rules.values()].find((r) => r.family === 'language' && r.check === CHECK);
  if (!rule) return undefined;
  const words = [...knowledge.words.values()].map((word) => ({
    word,
    any: word.any.map(parsePattern),
    except: word.except.map(parsePattern),
  }));
  return { rule, words };
}

/** One finding for each word that a draft uses, at its first place; the others are named with it. */
export function checkLanguage(
  passages: readonly ReadPassage[],
  { rule, words }: LanguageRule,
  source: string,
  lens: ProfileLens,
): Finding[] {
  return words.flatMap(({ word, any, except }): Finding[] => {
    const places = passages
      .filter(({ block }) => !block.context.quoted)
      .flatMap(({ sentences }) => sentences.flatMap((s) => placesIn(s, any, except)))
      .flatMap(({ span, s, part }): { span: Span; verdict: Verdict }[] => {
        const seen = { sentence: s.sentence, parts: [part], open: false, collective: false };
        const verdict = lens.judge(rule, seen);
        return verdict ? [{ span, verdict }] : [];
      })
      .sort((a, b) => a.span.start - b.span.start);
    const [first, ...others] = places;
    if (!first) return [];
    const { span, verdict } = first;
    const text = source.slice(span.start, span.end);
    return [
      {
        rule: rule.id,
        family: rule.family,
        span,
        text,
        severity: verdict.severity,
        authority: verdict.authority,
        certainty: verdict.open ? 'open' : 'breach',
        message: `${verdict.message} Instead of "${text}": ${word.say}.`,
        evidence: {
          duty: [{ text, span }],
          by: word.id,
          ...(verdict.notes.length > 0 ? { notes: verdict.notes } : {}),
        },
        allowed: verdict.allowed,
        sources: verdict.sources,
        ...(others.length > 0
          ? { related: others.map(({ span: o }) => ({ span: o, message: `"${source.slice(o.start, o.end)}" again` })) }
          : {}),
      },
    ];
  });
}

/** Where a sentence uses a word in its own voice: outside of quotation marks, and not in a name. */
function placesIn(s: ReadSentence, any: readonly Pattern[], except: readonly Pattern[]): Place[] {
  const { tokens } = s.sentence;
  const search = (patterns: readonly Pattern[]) =>
    patterns.flatMap((p) => findPattern(p, s.sentence, 0, tokens.length));
  const hits = search(any);
  if (hits.length === 0) return [];
  const excepted = search(except);
  const free = hits.filter(
    (h) => !excepted.some((e) => e.from < h.to && h.from < e.to) && !isName(s, h.from, h.to) && !isQuoted(s, h.from),
  );
  const longest = free.filter(
    (h) => !free.some((o) => o !== h && o.from <= h.from && h.to <= o.to && o.to - o.from > h.to - h.from),
  );
  return longest.map((h) => ({
    s,
    part: h,
    span: { start: s.offset + tokens[h.from]!.start, end: s.offset + tokens[h.to - 1]!.end },
  }));
}

interface Place {
  readonly s: ReadSentence;
  /** Token range. */
  readonly part: { readonly from: number; readonly to: number };
  readonly span: Span;
}

/** Capitals within a sentence, or a word in a role's title ("consumer provider"). */
function isName(s: ReadSentence, from: number, to: number): boolean {
  const { tokens } = s.sentence;
  if (s.mentions.some((m) => (m.kind === 'peer' || m.kind === 'other') && m.from <= from && to <= m.to)) return true;
  const capital = (i: number): boolean => /^\p{Lu}/u.test(tokens[i]?.text ?? '');
  for (let i = from; i < to; i++) if (i > 0 && capital(i) && /\p{L}/u.test(tokens[i - 1]!.text)) return true;
  // "Patient Advocate of the Year": a title at the beginning goes on in capitals.
  return from === 0 && capital(0) && capital(to);
}

/** Within double quotes, or single ones around one word or phrase. */
function isQuoted(s: ReadSentence, at: number): boolean {
  const { tokens } = s.sentence;
  const marks = tokens.slice(0, at).filter((t) => t.lower === '"').length;
  return marks % 2 === 1 || /^["']$/.test(tokens[at - 1]?.lower ?? '');
}
