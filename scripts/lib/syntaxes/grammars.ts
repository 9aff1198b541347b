// The grammars in syntaxes/. They add colors to VS Code's own Markdown grammar, and decide nothing: what is a finding is
// the engine's work.
//
// The scopes. A color reaches every Markdown file, so it has to be quiet, and it must not look like a finding.
// - `support.type` (roles) and `keyword.other` (prohibitions) are a plain color in Dark+, Light+ and both high-contrast
//   themes. `entity.name.type` would be, too, but Monokai and Abyss underline it, and an underline is what findings have;
//   `keyword.operator` has no color in Dark+ and Light+, and `keyword.control` is a louder one.
// - `constant.numeric` (citations) has a color in every theme that comes with VS Code, `constant.other.reference` in
//   none of those four.
// - No scope for prose has "comment", "string", "regex" or "meta.embedded" in it: VS Code reads these words in a scope,
//   and would take the text for a comment or a string, without suggestions.
//
// The selectors. The grammar for prose is at work in paragraphs, headings and tables only, and has no "L:" before it: where
// blocks begin, it would win against the rules that open them, and the line would lose its emphasis and its links. Our
// keys in the front matter need the "L:", to win against YAML.
//
// Speed. No repetition can match the same text in two ways, so a search is linear in the length of the line. None uses
// \G, which would keep the tokenizer from remembering what it searched for. VS Code gives each line half a second, and
// for the first it compiles Markdown with all the languages of its code blocks; what is only in paragraphs is compiled
// later, and does not make that line fail.
import { EDITION_KEY } from '../../../server/src/engine/citations/edition';
import { PROFILE_KEY } from '../../../server/src/engine/findings/profile';
import { CITATIONS } from './citations';
import { PROHIBITIONS } from './prohibitions';
import { NO_ROLES, ROLES } from './roles';
import { rule, type Injection, type MatchRule } from './shape';

const GENERATED =
  'Made by `npm run syntaxes` from scripts/lib/syntaxes, where the reasons stand. Do not edit it by hand.';

const ADDRESSES: readonly MatchRule[] = [
  rule(
    'An address on the web, passed over.',
    undefined,
    String.raw`\b(?i)(?:(?:https?|ftp)://|www\.|mailto:)[^\s<>*|()\[\]${'`'}"]*`,
  ),
  rule('An address for mail, passed over.', undefined, String.raw`(?<!\w|[.+-])[\w.+-]{1,64}@[\w.-]{1,100}`),
];

const PROSE_IN = ['meta.paragraph.markdown', 'entity.name.section.markdown', 'markup.table.markdown'];
const NO_PROSE = ['comment', 'meta.embedded', 'meta.tag', 'markup.inline.raw', 'markup.underline.link'];

const PROSE: Injection = {
  information_for_contributors: [GENERATED],
  scopeName: 'markdown.peer-role-check.prose',
  injectionSelector: `text.html.markdown (${PROSE_IN.join(', ')}) - (${NO_PROSE.join(', ')})`,
  // Of two patterns that match at the same place, the first wins.
  patterns: ['addresses', 'code-of-ethics', 'contracts', 'no-roles', 'roles', 'prohibitions'].map((name) => ({
    include: `#${name}`,
  })),
  repository: {
    addresses: { patterns: ADDRESSES },
    'code-of-ethics': { patterns: CITATIONS.ofCode },
    contracts: { patterns: CITATIONS.ofContract },
    'no-roles': { patterns: NO_ROLES },
    roles: { patterns: ROLES },
    prohibitions: { patterns: PROHIBITIONS },
  },
};

/** `<!-- peer-role-check: allow routine-notes because … -->`, on one line or on several. */
const COMMENT: Injection = {
  information_for_contributors: [GENERATED],
  scopeName: 'markdown.peer-role-check.comment',
  injectionSelector: 'text.html.markdown comment.block.html',
  patterns: [
    {
      comment: 'The keyword, right at the beginning of the comment.',
      begin: String.raw`(?<=<!--)\s*(peer-role-check)\s*(:)`,
      beginCaptures: {
        '1': { name: 'keyword.control.directive.peer-role-check' },
        '2': { name: 'punctuation.separator.directive.peer-role-check' },
      },
      end: '(?=-->)',
      patterns: [
        {
          comment: 'What is asked for.',
          begin: String.raw`(?<=:)\s*(allow)(?!\w|-)`,
          beginCaptures: { '1': { name: 'keyword.control.action.peer-role-check' } },
          end: '(?=-->)',
          patterns: [
            {
              comment: 'The reason, to the end of the comment.',
              begin: String.raw`(?<!\w|-)(because)(?!\w|-)`,
              beginCaptures: { '1': { name: 'keyword.control.because.peer-role-check' } },
              end: '(?=-->)',
              contentName: 'string.unquoted.reason.peer-role-check',
            },
            {
              comment: 'Ids of rules. All have a hyphen, so that "and" is none.',
              name: 'support.type.rule.peer-role-check',
              match: String.raw`(?<!\w|-)[a-z]+(?:-[a-z]+)+(?!\w|-)`,
            },
          ],
        },
      ],
    },
  ],
};

const FRONT_MATTER: Injection = {
  information_for_contributors: [GENERATED],
  scopeName: 'markdown.peer-role-check.front-matter',
  injectionSelector: 'L:text.html.markdown meta.embedded.block.frontmatter - comment - string',
  patterns: [
    {
      comment:
        'The keys by which a draft names its contract and its edition of the Code of Ethics, with a plain value.',
      match: String.raw`^(${PROFILE_KEY}|${EDITION_KEY})[ \t]*(:)[ \t]+(?:("[^"]*"|'[^']*')|([\w.-]+))(?:[ \t]*$|[ \t]+(#.*))`,
      // The whole line, with YAML's names: were the first key of the front matter taken away, YAML would not see its value.
      captures: {
        '1': { name: 'keyword.control.key.peer-role-check' },
        '2': { name: 'punctuation.separator.map.value.yaml' },
        '3': { name: 'string.quoted.yaml' },
        '4': { name: 'string.unquoted.plain.out.yaml' },
        '5': { name: 'comment.line.number-sign.yaml' },
      },
    },
  ],
};

/** The grammars by the names of their files in syntaxes/. */
export const GRAMMARS: Readonly<Record<string, Injection>> = {
  'prose.injection.json': PROSE,
  'comment.injection.json': COMMENT,
  'front-matter.injection.json': FRONT_MATTER,
};
