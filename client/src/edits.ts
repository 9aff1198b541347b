import { Range } from 'vscode';

/** A range as the protocol has it: lines and UTF-16 characters from 0. */
export interface LspRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface LspTextEdit {
  readonly range: LspRange;
  readonly newText: string;
}

export const toVsCodeRange = ({ start, end }: LspRange): Range =>
  new Range(start.line, start.character, end.line, end.character);
