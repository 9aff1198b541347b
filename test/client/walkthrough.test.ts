import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { COMMANDS, HIDDEN_COMMANDS, type CommandId } from '../../client/src/names';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly image: Readonly<Record<string, string>>; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const root = path.join(__dirname, '../..');
const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  contributes: { walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[] };
};
const [walkthrough, ...others] = contributes.walkthroughs;
const steps = walkthrough?.steps ?? [];

/** Commands of VS Code that the walkthrough relies on. */
const OF_VSCODE = [
  'closeMarkersNavigation',
  'editor.action.marker.next',
  'editor.action.quickFix',
  'editor.action.showHover',
  'runCommands',
];

const isCommand = (id: string): boolean =>
  OF_VSCODE.includes(id) ||
  (Object.values(COMMANDS).includes(id as CommandId) && !HIDDEN_COMMANDS.has(id as CommandId));

describe('the walkthrough', () => {
  it('is one, of five steps', () => {
    assert.deepEqual(others, []);
    assert.deepEqual(
      steps.map(({ id }) => id),
      ['open-example', 'see-finding', 'fix', 'insert-wording', 'review-folder'],
    );
  });

  for (const { id, title, description, media, completionEvents } of steps) {
    describe(`step "${title}"`, () => {
      it('has a picture for every kind of theme, and words for who does not see it', () => {
        assert.deepEqual(Object.keys(media.image).sort(), ['dark', 'hc', 'hcLight', 'light']);
        for (const place of Object.values(media.image)) assert.ok(existsSync(path.join(root, place)), place);
        assert.match(media.image['light']!, new RegExp(`/${id}-light\\.png$`));
        assert.match(media.image['hcLight']!, /-light\.png$/);
        assert.match(media.image['dark']!, new RegExp(`/${id}-dark\\.png$`));
        assert.match(media.image['hc']!, /-dark\.png$/);
        assert.ok(media.altText.length > 40);
      });

      it('has a button, and its links are commands that there are', () => {
        // A link that is alone on its line is shown as a button.
        assert.match(description, /^\[[^\]]+\]\(command:[^)]+\)$/m);
        const links = [...description.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!);
        for (const link of links) {
          const [, command, query] = /^command:(?:toSide:)?([^?]+)(?:\?(.*))?$/.exec(link) ?? [];
          assert.ok(command !== undefined && isCommand(command), link);
          const [first] = query === undefined ? [] : (JSON.parse(decodeURIComponent(query)) as unknown[]);
          if (command !== 'runCommands') continue;
          for (const inner of (first as { commands: string[] }).commands) assert.ok(isCommand(inner), inner);
        }
      });

      it('is done when its command has run', () => {
        assert.ok(completionEvents.length > 0);
        for (const event of completionEvents) {
          const [kind, command = ''] = event.split(':');
          assert.equal(kind, 'onCommand');
          assert.ok(isCommand(command), event);
        }
      });

      it('is plain text: VS Code shows no other marks than links here', () => {
        assert.doesNotMatch(description, /[`*_#]/);
      });
    });
  }
});
