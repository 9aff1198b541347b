// Style is prettier's. This file keeps the types strict and the layers in order: a draft walks through the engine in
// one direction, and nothing in the engine, the features or the reports knows what it runs in.
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

// As expressions, not as globs: a glob `path` would also catch the project's own './path'.
const NODE = `node:|(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})(/|$)`;
const CLIENT = '(vscode|vscode-languageclient)(/|$)';
const EDITOR = 'vscode-languageserver|' + CLIENT;
const YAML_READERS = '(js-yaml|zod)(/|$)';
const MARKDOWN_READERS = '@lezer/';

/** Rooms of the engine in the order of the walk; each may use the ones before it. `knowledge` stands aside. */
const WALK = [
  'text',
  'markdown',
  'prose',
  'reading',
  'duties',
  'checks',
  'citations',
  'statements',
  'rewording',
  'suppression',
  'findings',
];

/** What may not be imported, as patterns with the reason that people are shown. */
const forbid = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns: patterns.filter(Boolean) }] });
const outside = (names, message) => ({ regex: `^(${[names].flat().join('|')})`, message });

/** Imports of a folder beside one above the file; `except` are files of it that may be imported all the same. */
const rooms = (names, message, except = []) => ({
  regex: `^(\\.\\./)+(${names.join('|')})(/${except.map((name) => `(?!${name}$)`).join('')}|$)`,
  message,
});

const PURE = outside([NODE, EDITOR], 'The engine is pure: text and knowledge in, findings out.');
const NO_HOUSE = rooms(
  ['features', 'host', 'reports', 'protocol', 'cli'],
  'The engine imports nothing of what is built on it.',
);
const NO_YAML = outside(YAML_READERS, 'Only engine/knowledge reads YAML.');
const NO_LEZER = outside(MARKDOWN_READERS, 'Only engine/markdown reads Markdown.');

const engineRooms = WALK.map((room, index) => ({
  files: [`server/src/engine/${room}/**/*.ts`],
  rules: forbid(
    PURE,
    NO_HOUSE,
    NO_YAML,
    room === 'markdown' ? undefined : NO_LEZER,
    // The type of a finding is what everything speaks of; it may be named anywhere.
    index + 1 < WALK.length &&
      rooms(WALK.slice(index + 1), `engine/${room} comes before this in the walk.`, ['finding', 'citation']),
  ),
}));

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'dist-test/**',
      'coverage/**',
      '.cache/**',
      'node_modules/**',
      '**/*.generated.ts',
      'test/drafts/**',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', { max: 400 }],
      // With noUncheckedIndexedAccess, `tokens[i]!` in a loop over indices is the honest way to say that it is there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: 'error',
    },
  },
  { files: ['server/src/engine/*.ts'], rules: forbid(PURE, NO_HOUSE, NO_YAML, NO_LEZER) },
  ...engineRooms,
  {
    // Patterns are checked with the reader of patterns in prose/; nothing else of the walk is needed.
    files: ['server/src/engine/knowledge/**/*.ts'],
    rules: forbid(
      PURE,
      NO_HOUSE,
      NO_LEZER,
      rooms(
        ['markdown', 'reading', 'duties', 'checks', 'findings'],
        'Knowledge is data: it does not know how it is used.',
        ['finding'],
      ),
    ),
  },
  {
    files: ['server/src/features/**/*.ts'],
    rules: forbid(
      outside([NODE, CLIENT], 'Features run in node and in the browser.'),
      NO_YAML,
      NO_LEZER,
      rooms(['host', 'protocol', 'cli'], 'Features are pure functions: what they need is handed to them.'),
    ),
  },
  {
    files: ['server/src/reports/**/*.ts'],
    rules: forbid(
      outside([NODE, EDITOR], 'Reports are pure: findings in, a string out.'),
      NO_YAML,
      NO_LEZER,
      rooms(['features', 'host', 'protocol', 'cli'], 'Reports are pure: what they need is handed to them.'),
    ),
  },
  {
    files: ['scripts/**/*.mjs', '*.mjs'],
    rules: { 'max-lines': ['error', { max: 400 }], eqeqeq: 'error' },
  },
  {
    // Classes without members stand in for an editor's own in tests.
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-extraneous-class': 'off' },
  },
);
