import type {
  CancellationToken,
  CompletionItem,
  CompletionList,
  CompletionParams,
  ServerCapabilities,
} from 'vscode-languageserver';
import { readFrontMatter } from '../engine/markdown/frontmatter';
import { parseDraft } from '../engine/markdown/parse';
import { LineIndex } from '../engine/text/lines';
import { frontMatterItems } from '../features/completion/front-matter';
import { principleItems } from '../features/completion/principles';
import { completionRequest } from '../features/completion/request';
import { wordsAround } from '../features/completion/words-around';
import { wordingItems } from '../features/completion/wordings';
import { toOffset } from '../features/convert';
import { rankByPlace, wordingsFor } from '../features/wordings';
import { optionsOf } from './draft-checker';
import { describe } from './log';
import type { Session } from './session';

/** What a client shows while somebody writes a citation, an entry of the front matter, or asks for wording. */
export function serveCompletion(session: Session): ServerCapabilities {
  const { connection, log } = session;
  connection.onCompletion(async (params, token): Promise<CompletionList | null> => {
    try {
      const items = await itemsFor(params, session, token);
      // Asked for anew with each letter: which words count, and what they are replaced by, is ours to say.
      return items.length === 0 ? null : { isIncomplete: true, items };
    } catch (error) {
      log.error(`No completions for ${params.textDocument.uri}\n${describe(error)}`);
      return null;
    }
  });
  // Markdown's quick suggestions are off in VS Code, so these characters have to ask.
  return { completionProvider: { triggerCharacters: ['#', ':', ' '] } };
}

async function itemsFor(
  { textDocument: { uri }, position }: CompletionParams,
  session: Session,
  token: CancellationToken,
): Promise<CompletionItem[]> {
  const { client, documents } = session;
  const settings = await session.settings.of(uri);
  const text = documents.get(uri)?.getText();
  if (text === undefined || !settings.enable || token.isCancellationRequested) return [];
  const lines = new LineIndex(text);
  const offset = toOffset(position, lines);
  const front = readFrontMatter(text)?.span;
  const asked = completionRequest(text, offset, front !== undefined && front.start < offset && offset <= front.end);
  if (asked === undefined) return [];
  const engine = session.engineOf(uri);
  const { knowledge } = engine;
  if (asked.kind === 'value') return frontMatterItems(asked, text, knowledge, lines);
  const draft = parseDraft(text);
  if (asked.kind === 'wording') {
    if (!client.offersWording) return [];
    const result = (await session.checked(uri, token))?.result;
    const offers = wordingsFor(knowledge, result?.profile ?? settings.profile, result?.checklist);
    return wordingItems(asked, rankByPlace(offers, draft, offset, knowledge), lines, client.snippets);
  }
  const found = engine.principles(draft, wordsAround(draft, asked.span), optionsOf(settings));
  if (found === undefined) return [];
  const { hoverFormat: format, snippets } = client;
  const { edition, ranked } = found;
  return principleItems(asked, ranked, {
    draft,
    lines,
    knowledge,
    edition,
    style: settings.citationStyle,
    format,
    snippets,
  });
}
