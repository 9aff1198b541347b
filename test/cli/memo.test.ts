import assert from 'node:assert/strict';
import { lexer, type Token, walkTokens } from 'marked';
import { memoHtml } from '../../server/src/reports/memo-html';
import { memoMarkdown } from '../../server/src/reports/memo-markdown';
import type { Review } from '../../server/src/reports/review';
import { file, finding, review } from './reviewed';

/* Words that would be markup, wherever a draft, a file name or an organization's own file can put words into a memo. */
const NASTY = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![x](https://x.example/x.png) [y](javascript:alert(1))',
  '| a | b |',
  '**bold** __bold__ *em* _em_ ~~gone~~ `code` $x$',
  '# heading',
  '- item',
  '1. item',
  '<!-- comment --> &lt;b&gt; &amp;',
  'https://x.example www.x.example a@x.example',
  '\\',
  '"quotes" and \'quotes\'',
  '</blockquote></main>',
  '```',
];
const SOURCE = NASTY.join('\n\n');

function nastyReview(): Review {
  const findings = NASTY.flatMap((words) => [
    finding(SOURCE, words, { suggestions: [{ kind: 'permitted', title: words, edits: [] }] }),
    finding(SOURCE, words, { certainty: 'open', message: words, evidence: { duty: [], by: '', notes: [words] } }),
    finding(SOURCE, words, { family: 'language', message: words }),
    finding(SOURCE, words, { family: 'document', message: words }),
  ]);
  const sections = NASTY.map((title) => ({
    title,
    level: 1,
    span: { start: SOURCE.indexOf(title), end: SOURCE.indexOf(title) + title.length },
  }));
  const suppressed = NASTY.map((reason) => ({ finding: finding(SOURCE, reason), reason, by: 'comment' as const }));
  const duties = NASTY.map((role, i) => ({
    rule: `rule-${String(i)}`,
    role,
    kind: 'peer' as const,
    span: { start: 0, end: 1 },
    text: role,
    open: false,
    crossed: true,
  }));
  const figures = NASTY.map((role) => ({
    kind: 'people' as const,
    value: 3,
    unit: 'people',
    text: role,
    role,
    span: { start: SOURCE.indexOf(role), end: SOURCE.indexOf(role) + role.length },
    comesTo: role,
  }));
  return review(
    [file('<b>|`a`*.md', SOURCE, { findings, sections, suppressed, duties, figures })],
    [{ path: '[x](y)', message: '<i>' }],
  );
}

describe('the memo: what drafts say in it', () => {
  it('is never markup in Markdown', () => {
    const seen = new Set<string>();
    const html: string[] = [];
    const widths: boolean[] = [];
    void walkTokens(lexer(memoMarkdown(nastyReview())), (token: Token) => {
      seen.add(token.type);
      if (token.type === 'html') html.push(token.raw.trim());
      if (token.type === 'table') {
        const { header, rows } = token as unknown as { header: unknown[]; rows: { text: string }[][] };
        widths.push(...rows.map((row) => row.length === header.length && (row[0]?.text.length ?? 0) > 0));
      }
    });
    for (const type of ['link', 'image', 'code', 'codespan', 'del', 'hr', 'def', 'br'])
      assert.ok(!seen.has(type), type);
    assert.deepEqual(html, ['<!-- peer-role-check: not a draft, but a memo about drafts -->']);
    assert.ok(widths.length > 50 && widths.every(Boolean));
  });

  it('can be read in it as it stands', () => {
    const shown: string[] = [];
    void walkTokens(lexer(memoMarkdown(nastyReview())), (token: Token) => {
      if (token.type === 'blockquote') shown.push(plain(token));
    });
    for (const words of NASTY) assert.ok(shown.includes(`“${words}”`), `${words} in ${shown.join(' / ')}`);
  });

  it('is never markup in HTML, and can be read in it as it stands', () => {
    const page = memoHtml(nastyReview());
    assert.deepEqual(problemsOf(page), []);
    const quotes = [...page.matchAll(/<blockquote><p>(.*?)<\/p><\/blockquote>/g)].map(([, text = '']) =>
      unescaped(text),
    );
    for (const words of NASTY) assert.ok(quotes.includes(`“${words}”`), words);
  });
});

describe('the memo as HTML', () => {
  const page = memoHtml(nastyReview());

  it('needs nothing from elsewhere, and runs nothing', () => {
    const tags = [...page.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag);
    const attributes = tags.flatMap((tag) => [...tag.matchAll(/\s([\w-]+)="([^"]*)"/g)]);
    const names = new Set(attributes.map(([, name]) => name));
    for (const name of ['src', 'srcset', 'style', 'action', 'data', 'background']) assert.ok(!names.has(name), name);
    for (const [, name, value] of attributes) if (name === 'href') assert.match(value ?? '', /^#part-\d+$/);
    assert.doesNotMatch(/<style>[^]*<\/style>/.exec(page)?.[0] ?? '', /url\(|@import|https?:/);
    assert.match(
      page,
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">/,
    );
  });

  it('has one title, headings in order, and a name for each part', () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    assert.equal(levels[0], 1);
    assert.equal(levels.filter((level) => level === 1).length, 1);
    assert.ok(levels.every((level, i) => i === 0 || level <= (levels[i - 1] ?? 0) + 1));
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, id] of page.matchAll(/href="#([^"]*)"/g)) assert.ok(ids.includes(id), id);
  });

  it('has tables whose every cell has a head', () => {
    for (const [table] of page.matchAll(/<table>[^]*?<\/table>/g)) {
      const heads = table.match(/<th scope="col">/g)?.length ?? 0;
      assert.match(table, /^<table>\n<caption>[^<]+<\/caption>\n<thead>/);
      for (const [row] of table.matchAll(/<tr><th scope="row">.*<\/tr>/g))
        assert.equal(row.match(/<t[dh][ >]/g)?.length, heads, row);
      assert.equal(table.match(/<tr>/g)?.length, (table.match(/<th scope="row">/g)?.length ?? 0) + 1);
    }
  });

  it('says in words what it shows in color or as a bar', () => {
    for (const [, text] of page.matchAll(/<td class="(?:crossed|open)">(.*?)<\/td>/g))
      assert.match(text ?? '', /crossed \d|check \d|Missing/);
    for (const [bar] of page.matchAll(/<span class="bar"[^>]*>/g)) assert.match(bar, /aria-hidden="true"/);
  });
});

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescaped = (html: string): string => html.replace(/&(\w+|#39);/g, (_, name: string) => ENTITIES[name] ?? '?');

/** The text of a token as a reader sees it. */
function plain(token: Token): string {
  const { tokens } = token as { tokens?: Token[] };
  if (tokens !== undefined && tokens.length > 0) return tokens.map(plain).join('');
  return (token as { text?: string }).text ?? '';
}

const ALLOWED =
  /^(?:html|head|meta|title|style|body|main|nav|h[1-3]|p|strong|cite|span|ul|li|a|blockquote|div|table|caption|thead|tbody|tr|th|td)$/;

/** What is not as it should be with the tags of a page: unknown ones, scripts, and ends that do not fit. */
function problemsOf(page: string): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  for (const [tag, end, name = '', rest = ''] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/gi)) {
    if (!ALLOWED.test(name)) problems.push(tag);
    if (/\son\w+=|javascript:/i.test(rest)) problems.push(tag);
    if (name === 'meta') continue;
    if (end === '') open.push(name);
    else if (open.pop() !== name) problems.push(`${tag} at the wrong place`);
  }
  return [...problems, ...open.map((name) => `<${name}> without an end`)];
}
