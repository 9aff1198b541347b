import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

/* Markdown with our grammars injected, as an editor reads it: which words are marked, and as what. */

const root = path.join(import.meta.dirname, '../..');

interface Contributed {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  readonly contributes: { readonly grammars?: readonly Contributed[] };
};

/** The grammars that package.json contributes. */
export const contributed = manifest.contributes.grammars ?? [];

/** Files of other grammars, by scope name. The Markdown one is `text.html.markdown`. */
export type Bases = Readonly<Record<string, string>>;

const STAND_IN: Bases = { 'text.html.markdown': path.join(import.meta.dirname, 'stand-in-markdown.json') };

export interface Token {
  readonly text: string;
  /** From the outermost to the innermost. */
  readonly scopes: readonly string[];
}

/** Reads a draft into tokens, line by line. */
export type Tokenizer = (draft: string) => Token[][];

export async function markdownTokenizer(bases: Bases = STAND_IN): Promise<Tokenizer> {
  const wasm = readFileSync(path.join(root, 'node_modules/vscode-oniguruma/release/onig.wasm'));
  const onigLib = loadWASM(wasm).then(() => ({
    createOnigScanner: (patterns: string[]) => new OnigScanner(patterns),
    createOnigString: (text: string) => new OnigString(text),
  }));
  const files = new Map(Object.entries(bases));
  for (const grammar of contributed) files.set(grammar.scopeName, path.join(root, grammar.path));
  const registry = new Registry({
    onigLib,
    loadGrammar: (scope) => {
      const file = files.get(scope);
      return Promise.resolve(file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file));
    },
    getInjections: (scope) => contributed.filter((g) => g.injectTo?.includes(scope)).map((g) => g.scopeName),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error('There is no Markdown grammar.');
  return (draft) => tokens(grammar, draft);
}

function tokens(grammar: IGrammar, draft: string): Token[][] {
  let state = INITIAL;
  return draft.split('\n').map((line) => {
    const read = grammar.tokenizeLine(line, state);
    state = read.ruleStack;
    return read.tokens.map((t) => ({ text: line.slice(t.startIndex, t.endIndex), scopes: t.scopes }));
  });
}

const OURS =
  /^(?:[a-z]+\.)+?(peer-role|prohibition|citation|directive|action|because|reason|rule|key)\b.*\.peer-role-check$/;

/** What is marked in a line, as in "peer-role: peer specialist"; neighbours of one scope are one mark. */
export function marksIn(line: readonly Token[]): string[] {
  const marks: { scope: string; kind: string; text: string }[] = [];
  let open = false;
  for (const { text, scopes } of line) {
    const scope = scopes.findLast((s) => OURS.test(s));
    const kind = scope === undefined ? undefined : OURS.exec(scope)?.[1];
    const last = marks.at(-1);
    if (scope === undefined || kind === undefined) open = false;
    else if (open && last?.scope === scope) last.text += text;
    else {
      marks.push({ scope, kind, text });
      open = true;
    }
  }
  return marks.map(({ kind, text }) => `${kind}: ${text}`);
}
