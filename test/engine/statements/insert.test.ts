import assert from 'node:assert/strict';
import type { CheckResult, Engine } from '../../../server/src/engine/engine';
import { createEngine } from '../../../server/src/engine/engine';
import type { Finding, Suggestion } from '../../../server/src/engine/findings/finding';
import type { Wording } from '../../../server/src/engine/knowledge/types';
import { parseDraft } from '../../../server/src/engine/markdown/parse';
import { insertion } from '../../../server/src/engine/statements/insert';
import { headingsOf } from '../../../server/src/engine/statements/sections';
import { plainWording } from '../../../server/src/engine/statements/wording-text';
import { engine as whole, knowledge } from '../real-pack';
import { BARE_POSTING, policy, POSTING, response } from './documents';
import { check, light } from './light';

const completeness = ({ findings }: CheckResult): Finding[] => findings.filter((f) => f.family === 'completeness');

function offers(draft: string, rule: string, profile?: string, by?: Engine): readonly Suggestion[] {
  const finding = completeness(check(draft, profile, by)).find((f) => f.rule === rule);
  assert.ok(finding, `${rule} is not found`);
  return finding.suggestions ?? [];
}

function applied(draft: string, { edits }: Suggestion): string {
  assert.equal(edits.length, 1);
  const [{ span, text }] = edits as [Suggestion['edits'][number]];
  return draft.slice(0, span.start) + text + draft.slice(span.end);
}

describe('the wording that is offered for a missing statement', function () {
  this.timeout(60_000);

  const titles = (draft: string, rule: string, profile?: string): string[] =>
    offers(draft, rule, profile).map(({ title }) => title);

  it('is named, has its sources, and is at most three', () => {
    for (const { suggestions = [] } of completeness(check(response()))) {
      assert.ok(suggestions.length > 0 && suggestions.length <= 3);
      for (const { kind, title, sources } of suggestions) {
        assert.equal(kind, 'insert');
        assert.match(title, /^Insert: \S/);
        assert.ok(sources && sources.length > 0);
      }
    }
  });

  it('begins with what says this and little else', () => {
    assert.equal(
      titles(response(), 'missing-staff-orientation')[0],
      'Insert: Introduction to peer roles for all employees',
    );
    assert.equal(titles(response(), 'missing-outside-training')[0], 'Insert: Paid outside training and networking');
  });

  it('suits the contract', () => {
    for (const profile of knowledge.profiles.keys())
      for (const { suggestions = [] } of completeness(check(response(), profile)))
        for (const { title } of suggestions) {
          const wording = [...knowledge.wordings.values()].find((w) => `Insert: ${w.title}` === title);
          assert.ok(wording?.profiles.includes(profile), `${title} under ${profile}`);
        }
    assert.match(titles(response(), 'missing-peer-supervision', 'cbhc')[0] ?? '', /CBHC/);
  });

  it('suits the kind of document', () => {
    assert.deepEqual(titles(POSTING, 'missing-role-limits'), ['Insert: Role limits (section of a job description)']);
    assert.ok(
      !titles(response(), 'missing-role-limits').includes('Insert: Role limits (section of a job description)'),
    );
  });

  it('is never a whole document', () => {
    const all = [response(), policy(), POSTING].flatMap((draft) =>
      [...knowledge.profiles.keys()].flatMap((profile) => completeness(check(draft, profile))),
    );
    const titled = all.flatMap((f) => f.suggestions ?? []).map(({ title }) => title);
    const offered = [...knowledge.wordings.values()].filter((w) => titled.includes(`Insert: ${w.title}`));
    assert.ok(offered.length > 10);
    assert.deepEqual(
      offered.filter(({ body }) => /^## /m.test(body)).map(({ id }) => id),
      [],
    );
  });

  it('repeats as little as it can of what the draft says already', () => {
    const draft = response(
      'Job functions are consistent with the CPS Code of Ethics. Peer Staff do not give medication.',
    );
    assert.match(titles(draft, 'missing-peer-supervision')[0] ?? '', /Supervision|supervision/);
    assert.ok(!titles(draft, 'missing-peer-supervision').some((t) => /Subcontract|short form/.test(t)));
  });

  it('can speak of the Code alone, under every contract and in every kind of draft', () => {
    const limits = 'Peer Staff do not give medication.';
    for (const profile of knowledge.profiles.keys())
      for (const draft of [response(limits), policy(limits), `${POSTING}\n${limits}\n`])
        assert.equal(
          titles(draft, 'missing-code-of-ethics', profile)[0],
          'Insert: Code of Ethics commitment (any code)',
          profile,
        );
  });

  it('is none where there is no wording', () => {
    const own = createEngine({ ...light(knowledge), wordings: new Map() });
    const [finding] = completeness(check(response(), 'accs', own));
    assert.equal(finding?.suggestions, undefined);
  });
});

describe('the place of an insertion', () => {
  const wording: Wording = {
    id: 'one',
    title: 'One',
    description: 'One.',
    group: 'Ours',
    profiles: ['accs'],
    statements: ['missing-peer-supervision'],
    sources: [{ key: 'rfi-2017' }],
    body: 'A peer supervisor,\nfirst of all.\n$0\n',
  };
  const statement = knowledge.statements.get('missing-peer-supervision')!;
  /** The draft with the wording put behind the section of the heading `host`, or at its end. */
  const put = (source: string, host: string | undefined, body = wording.body): string => {
    const draft = parseDraft(source);
    const heading = headingsOf(draft).find(({ text }) => text === host);
    assert.equal(heading?.text, host);
    return applied(source, insertion({ ...wording, body }, statement, heading, draft));
  };
  const TEXT = 'A peer supervisor,\nfirst of all.';
  const TITLE = statement.title;

  it('is the end of the section, with a blank line on both sides', () => {
    const draft = response('### Supervision\n\nEvery week.\n\n### Rooms\n\nThree.');
    const after = `### Supervision\n\nEvery week.\n\n${TEXT}\n\n### Rooms\n\nThree.`;
    assert.ok(put(draft, 'Supervision').includes(after));
    assert.ok(put(draft.replace('week.\n\n###', 'week.\n###'), 'Supervision').includes(after));
    assert.ok(
      put(draft.replace('Every week.\n\n', ''), 'Supervision').includes(`### Supervision\n\n${TEXT}\n\n### Rooms`),
    );
  });

  it('is beside the parts of the section, under a heading like theirs', () => {
    const draft = `${response('### Rooms\n\nThree.').trimEnd()}\n\n## 9. Housing\n\nTen homes.\n`;
    const after = put(draft, 'Peer roles');
    assert.ok(after.includes(`### Rooms\n\nThree.\n\n### ${TITLE}\n\n${TEXT}\n\n## 9. Housing`));
    const bold = put(draft.replace('### Rooms', '**Rooms**'), 'Peer roles');
    assert.ok(bold.includes(`**Rooms**\n\nThree.\n\n**${TITLE}**\n\n${TEXT}\n\n## 9. Housing`));
  });

  it('needs no heading where the section has no parts', () => {
    assert.ok(put(response(), 'Peer roles').trimEnd().endsWith(`the door open.\n\n${TEXT}`));
  });

  it('is before code that is left open at the end of the draft', () => {
    const draft = `${response().trimEnd()}\n\n\`\`\`\ncode\n`;
    assert.ok(put(draft, 'Peer roles').endsWith(`the door open.\n\n${TEXT}\n\n\`\`\`\ncode\n`));
    assert.ok(put(draft, undefined).includes(`${TEXT}\n\n\`\`\`\ncode\n`));
  });

  it('is before a line that only separates the section from the next', () => {
    const draft = `${response().trimEnd()}\n\n---\n\n## 9. Housing\n\nTen homes.\n`;
    assert.ok(put(draft, 'Peer roles').includes(`the door open.\n\n${TEXT}\n\n---\n\n## 9. Housing`));
    // A line under text is no separator: it makes the text a heading.
    const underlined = 'Rooms\n---\n\nSize\n---\n\nThree.\n';
    assert.equal(put(underlined, 'Rooms'), `Rooms\n---\n\n${TEXT}\n\nSize\n---\n\nThree.\n`);
  });

  it('gives its own headings the level that suits', () => {
    const body = '### How\n\nText.\n\n#### Who\n\n```text\n# no heading\n```\n\nA peer supervisor.\n';
    const weekly = (mark: string): string => response(`${mark} Supervision\n\nWeekly.`);
    assert.match(put(response(), 'Peer roles', body), /\n### How\n\nText\.\n\n#### Who\n\n```text\n# no heading\n/);
    assert.match(put(weekly('###'), 'Supervision', body), /\n#### How\n\nText\.\n\n##### Who\n/);
    assert.match(put(weekly('######'), 'Supervision', body), /\n\*\*How\*\*\n\nText\.\n\n\*\*Who\*\*\n/);
    assert.match(put(policy(), 'Policy 12: Peer roles', body), /\n## How\n\nText\.\n\n### Who\n/);
  });

  it('is the end of the draft where there is no heading', () => {
    assert.equal(put(BARE_POSTING, undefined), `${BARE_POSTING}\n\n${TEXT}`);
    assert.equal(put(`${BARE_POSTING}\n`, undefined), `${BARE_POSTING}\n\n${TEXT}\n`);
  });

  it('keeps the line ends of the draft', () => {
    const draft = response('### Supervision\n\nEvery week.\n\n### Rooms\n\nThree.').replaceAll('\n', '\r\n');
    const after = put(draft, 'Supervision');
    assert.ok(after.includes(`Every week.\r\n\r\n${TEXT.replace('\n', '\r\n')}\r\n\r\n### Rooms`));
    assert.equal(/[^\r]\n/.test(after), false);
  });
});

describe('a draft with the wording that was offered', function () {
  this.timeout(600_000);

  /** What the wording alone is found to have; whether a wording is sound is tested where wordings are. */
  const ownFindings = new Map<string, ReadonlySet<string>>();
  const foundIn = (text: string, profile: string): ReadonlySet<string> => {
    const key = `${profile}\n${text}`;
    let rules = ownFindings.get(key);
    if (!rules) {
      const { findings } = whole.check(text, { profileOverride: profile, suggestions: false });
      ownFindings.set(key, (rules = new Set(findings.map(({ rule }) => rule))));
    }
    return rules;
  };
  const weighty = ({ family, severity }: Finding): boolean =>
    family === 'completeness' || severity === 'error' || severity === 'warning';

  const drafts: Readonly<Record<string, string>> = {
    'a response': response(),
    'a response in parts': response('### What they do\n\n- host groups\n- tell stories\n\n### Rooms\n\nThree.'),
    'a policy': policy(),
    'a posting': POSTING,
    'a posting without headings': BARE_POSTING,
    ...Object.fromEntries(
      [...knowledge.rules.values()]
        .filter(({ family }) => family === 'completeness')
        .map(({ id, flags }) => [`the first example of ${id}`, flags[0]!] as const),
    ),
  };

  for (const profile of knowledge.profiles.keys())
    it(`says what was missing, and nothing that is wrong: ${profile}`, () => {
      const bad: string[] = [];
      for (const [name, draft] of Object.entries(drafts)) {
        const before = whole.check(draft, { profileOverride: profile, suggestions: false }).findings;
        const had = new Set(before.filter(weighty).map(({ rule }) => rule));
        for (const { rule, suggestions = [] } of before.filter(({ family }) => family === 'completeness')) {
          if (suggestions.length === 0) bad.push(`${name}: nothing is offered for ${rule}`);
          for (const suggestion of suggestions) {
            const after = whole.check(applied(draft, suggestion), { profileOverride: profile, suggestions: false });
            const wording = [...knowledge.wordings.values()].find((w) => `Insert: ${w.title}` === suggestion.title)!;
            const own = foundIn(plainWording(wording.body), profile);
            const wrong = after.findings.filter(
              (f) => weighty(f) && (f.rule === rule || !(had.has(f.rule) || own.has(f.rule))),
            );
            bad.push(...wrong.map((f) => `${name}, ${rule}, ${suggestion.title}: ${f.rule} at "${f.text}"`));
          }
        }
      }
      assert.deepEqual(bad, []);
    });
});
