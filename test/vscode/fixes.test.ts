import * as vscode from 'vscode';
import { fixesAt, holds, marksOf, opened, rulesIn, setting, take, undo, until } from './editor';

const HEAD = '# Peer Specialist\n\nThe peer specialist will:\n\n';

/** A draft with one duty in each place where a writer may have put it. */
const PLACES: Readonly<Record<string, { readonly text: string; readonly rule: string }>> = {
  'a bullet': { text: `${HEAD}- Administer medication to residents.\n`, rule: 'medication-administration' },
  'a sentence': {
    text: '# Staffing\n\nThe peer specialist will write progress notes after each visit.\n',
    rule: 'routine-notes',
  },
  'a table cell': {
    text: '# Staffing\n\n| Role | Duties |\n| --- | --- |\n| Peer specialist | Serves as representative payee |\n| Nurse | Administers medication |\n',
    rule: 'representative-payee',
  },
  'a hard-wrapped line': {
    text: '# Staffing\n\nThe peer specialist will administer\nmedication to the residents of the\nhouse every evening.\n',
    rule: 'medication-administration',
  },
};

describe('quick fixes in VS Code', function () {
  this.timeout(120_000);
  afterEach(async () => {
    await setting('citationStyle', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const [place, { text, rule }] of Object.entries(PLACES)) {
    // In a cell under "Duties", a limit would read as one of them: there is none on offer.
    const kinds = place === 'a table cell' ? (['Replace'] as const) : (['Replace', 'prohibition'] as const);
    for (const kind of kinds) {
      it(`${kind === 'Replace' ? 'put the permitted form into' : 'make a limit of'} ${place}, and can be undone`, async () => {
        const { document, uri } = await opened(`fix-${place.replace(/\W/g, '-')}-${kind}.md`, text);
        const [mark] = await until('the mark', () => marksOf(uri, rule));
        const before = rulesIn(uri);
        const actions = await fixesAt(uri, mark!.range);
        const action = actions.find(({ title }) => (kind === 'Replace' ? /^Replace/ : /^Turn/).test(title));
        holds(action !== undefined, `no such fix among: ${actions.map(({ title }) => title).join(' | ')}`);
        await take(action);
        await until('the mark to go', () => (marksOf(uri, rule).length === 0 ? [true] : []));
        const fresh = rulesIn(uri).filter((id) => !before.includes(id));
        holds(fresh.length === 0, `the fix brought ${fresh.join(', ')}: ${document.getText()}`);
        await undo(document);
        holds(document.getText() === text, `not undone: ${document.getText()}`);
        await until('the mark to come back', () => marksOf(uri, rule));
      });
    }
  }

  it('move a duty to the role that may have it', async () => {
    const text = `# Staffing\n\n## Nurse\n\nThe nurse will:\n\n- Order supplies.\n\n## Peer specialist\n\nThe peer specialist will:\n\n- Sit with people who want company.\n- Administer medication to residents.\n`;
    const { document, uri } = await opened('move.md', text);
    const [mark] = await until('the mark', () => marksOf(uri, 'medication-administration'));
    const actions = await fixesAt(uri, mark!.range);
    const move = actions.find(({ title }) => /^Move/.test(title));
    holds(move !== undefined, `no move among: ${actions.map(({ title }) => title).join(' | ')}`);
    await take(move);
    holds(/Order supplies\.\n- Administer medication/.test(document.getText()), document.getText());
    await until('the mark to go', () => (marksOf(uri, 'medication-administration').length === 0 ? [true] : []));
    await undo(document);
    holds(document.getText() === text, 'not undone');
  });

  it('cite the principle beside a limit, as footnotes that are numbered in order', async () => {
    await setting('citationStyle', 'footnote');
    const text =
      '# Peer roles\n\nPeer specialists do not administer medication.\n\n## Privacy\n\nPeer specialists never write progress notes about people.\n';
    const { document, uri } = await opened('cite.md', text);
    for (const number of [1, 2]) {
      const [mark] = await until('a citation to be suggested', () => marksOf(uri, 'citation-suggested'));
      const actions = await fixesAt(uri, mark!.range);
      const cite = actions.find(({ title }) => /principle/i.test(title));
      holds(cite !== undefined, `no citation among: ${actions.map(({ title }) => title).join(' | ')}`);
      await take(cite);
      holds(document.getText().includes(`[^${number}]`), document.getText());
      const rest = 2 - number;
      await until('the suggestion to go', () => (marksOf(uri, 'citation-suggested').length === rest ? [true] : []));
    }
    holds(
      /\[\^1\]: CPS Code of Ethics \(2008\)[^\n]*\n\[\^2\]: CPS Code of Ethics \(2008\)[^\n]*\n*$/.test(
        document.getText(),
      ),
      document.getText(),
    );
  });

  it('correct a citation that names another principle than the sentence', async () => {
    const text = '# Peer roles\n\nWhat people say stays private (CPS Code of Ethics (2008), principle 17).\n';
    const { document, uri } = await opened('wrong.md', text);
    const [mark] = await until('the mark', () => marksOf(uri, 'citation-unknown'));
    await take((await fixesAt(uri, mark!.range)).find(({ edit }) => edit !== undefined));
    holds(/principle 8/.test(document.getText()), document.getText());
    await until('the mark to go', () => (marksOf(uri, 'citation-unknown').length === 0 ? [true] : []));
  });

  it('offer principles while somebody types, without quick suggestions', async () => {
    const { document, uri } = await opened('typing.md', '# Peer roles\n\nWhat people say stays private coe:\n');
    const end = document.lineAt(2).range.end;
    const [list] = await until('completions', async () => [
      await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        end,
        ':',
      ),
    ]);
    const labels = list!.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    const principles = labels.filter((label) => label.startsWith('Principle'));
    holds(principles[0] === 'Principle 8: Privacy and confidentiality', `offered: ${labels.slice(0, 5).join(' | ')}`);
  });
});
