import type { Page } from 'playwright-core';
import type { HostedVsCode } from './hosted.mjs';

export interface WindowOptions {
  folder: string;
  extension?: string;
  extensionHost?: 'node' | 'web';
  tests?: string;
  openFile?: string;
  viewport?: { width: number; height: number };
  deviceScaleFactor?: number;
  onLog?: (line: string) => void;
}

export interface Underlines {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly all: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function openWorkbench(server: HostedVsCode, options: WindowOptions): Promise<Workbench>;

export class Workbench {
  readonly page: Page;
  readonly finished: Promise<number | string>;
  close(): Promise<void>;
  seeText(words: string): Promise<void>;
  text(): Promise<string>;
  underlines(): Promise<Underlines>;
  seeUnderlines(what: string, wanted: (underlines: Underlines) => boolean, limit?: number): Promise<Underlines>;
  clickBehind(words: string): Promise<void>;
  retypeLine(words: string, line: string): Promise<void>;
  hoverOver(words: string): Promise<string>;
  placeOf(words: string): Promise<Box>;
  runCommand(name: string): Promise<void>;
  openFixes(): Promise<string[]>;
  takeFix(words: string): Promise<void>;
  seeList(words: string): Promise<string[]>;
  choose(words: string): Promise<void>;
  seePage(words: string): Promise<string>;
  pageImages(): Promise<number[]>;
  picture(file: string): Promise<void>;
}
