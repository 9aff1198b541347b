import { constructFromEvents, EVENT_ID, type Event, getScalarValue, parseEvents, YAMLException } from 'js-yaml';

/** Keys and list indexes (from 0) that lead from the top of a file to a value. */
export type YamlPath = readonly (string | number)[];

/** A mistake in the writing of a file. `line` counts from 1. */
export interface YamlProblem {
  readonly line: number;
  readonly message: string;
  /** The value it spoils; missing where it spoils the whole file. */
  readonly path?: YamlPath;
}

export interface YamlDocument {
  readonly value: unknown;
  /** The line, from 1, of the key or list item at `path`, or of the nearest thing above it that is written. */
  readonly lineOf: (path: YamlPath) => number;
  readonly duplicateKeys: readonly (YamlProblem & { readonly path: YamlPath })[];
}

/** Reads one YAML document and keeps where everything stands, which js-yaml's own `load` does not. */
export function parseYaml(source: string): YamlDocument | YamlProblem {
  // js-yaml strips a byte order mark but counts it; without it, offsets are offsets of the text that is read.
  const text = source.replace(/^\uFEFF/, '');
  let events: Event[];
  let documents: unknown[];
  try {
    events = parseEvents(text, {});
    // `json` lets repeated keys pass: they are reported below, all of them, with the rest of the mistakes. Aliases
    // are refused: nobody needs them here, and nested ones can blow a small file up to any size.
    documents = constructFromEvents(events, { source: text, json: true, maxAliases: 0 });
  } catch (error) {
    return syntaxProblem(text, error);
  }
  if (documents.length === 0) {
    return { line: 1, message: 'This file is empty. Fill it in, or delete it.' };
  }
  if (documents.length > 1) {
    return {
      line: secondDocumentLine(text, events),
      message: 'A line "---" splits this file in two. Take it out, or make two files.',
    };
  }
  return { value: documents[0], ...placesIn(text, events) };
}

export const isYamlProblem = (result: YamlDocument | YamlProblem): result is YamlProblem => 'message' in result;

function syntaxProblem(text: string, error: unknown): YamlProblem {
  const reason = error instanceof YAMLException ? error.reason : String(error);
  const line = error instanceof YAMLException && error.mark !== undefined ? error.mark.line + 1 : 1;
  const written = text.split(/\r\n|\r|\n/)[line - 1] ?? '';
  if (/alias/.test(reason)) {
    return {
      line,
      message: 'Words after "*" or "&" have a special meaning in YAML. Put quotes around the whole text.',
    };
  }
  if (/^\s*\t/.test(written)) {
    return { line, message: 'There is a tab at the start of this line. Use spaces instead.' };
  }
  const help =
    'Check the spaces at the start of the line and the one above, and put quotes around a text that contains ": " or ' +
    'begins with a sign such as { [ * & ! | > @ %.';
  return { line, message: `This cannot be read as YAML (${reason}). ${help}` };
}

function secondDocumentLine(text: string, events: readonly Event[]): number {
  const firstIsMarked = events.some(
    (event, index) => index === 0 && event.type === EVENT_ID.DOCUMENT && event.explicitStart,
  );
  const marks = [...text.matchAll(/^---/gm)];
  return lineAt(text, marks[firstIsMarked ? 1 : 0]?.index ?? 0);
}

interface Frame {
  readonly path: YamlPath;
  /** For a mapping: keys seen so far, and the key that waits for its value. For a list: the next index. */
  readonly keys?: Map<string, number>;
  key?: string | undefined;
  next: number;
}

function placesIn(text: string, events: readonly Event[]): Pick<YamlDocument, 'lineOf' | 'duplicateKeys'> {
  const offsets = new Map<string, number>();
  const duplicateKeys: (YamlProblem & { path: YamlPath })[] = [];
  const stack: Frame[] = [];

  /** Where the value that begins here belongs; `undefined` if it is no value but a key. */
  const place = (offset: number, scalar?: string): YamlPath | undefined => {
    const parent = stack.at(-1);
    if (parent === undefined) return [];
    if (parent.keys === undefined) {
      const path = [...parent.path, parent.next++];
      // An item that is left empty has no offset (-1): its line is then that of the list.
      if (offset >= 0) offsets.set(JSON.stringify(path), offset);
      return path;
    }
    if (parent.key !== undefined) {
      const path = [...parent.path, parent.key];
      parent.key = undefined;
      return path;
    }
    const key = scalar ?? '';
    const path = [...parent.path, key];
    const first = parent.keys.get(key);
    if (first === undefined) {
      parent.keys.set(key, offset);
      offsets.set(JSON.stringify(path), offset);
    } else {
      const message = `"${key}" is here twice (first in line ${lineAt(text, first)}). Keep one of them.`;
      duplicateKeys.push({ path, line: lineAt(text, offset), message });
    }
    parent.key = key;
    return undefined;
  };

  for (const event of events) {
    switch (event.type) {
      case EVENT_ID.SCALAR:
        place(event.valueStart, getScalarValue(text, event));
        break;
      case EVENT_ID.MAPPING:
        stack.push({ path: place(event.start) ?? [], keys: new Map(), next: 0 });
        break;
      case EVENT_ID.SEQUENCE:
        stack.push({ path: place(event.start) ?? [], next: 0 });
        break;
      case EVENT_ID.POP:
        stack.pop(); // also for the end of the document, when the stack is empty already
        break;
    }
  }
  const lineOf = (path: YamlPath): number => {
    for (let length = path.length; length > 0; length--) {
      const offset = offsets.get(JSON.stringify(path.slice(0, length)));
      if (offset !== undefined) return lineAt(text, offset);
    }
    return 1;
  };
  return { lineOf, duplicateKeys };
}

/** The line of an offset, from 1. Only asked for mistakes, so counting afresh each time is cheap enough. */
function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i !== -1 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}
