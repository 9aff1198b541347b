import type { DocumentUri } from 'vscode-languageserver';
import type { Engine } from '../engine/engine';
import type { KnowledgeError, KnowledgeFile } from '../engine/knowledge/types';

/** An engine, and the mistakes in its knowledge; with any, it runs without what they are in. */
export interface LoadedEngine {
  readonly engine: Engine;
  readonly errors: readonly KnowledgeError[];
}

/** Makes an engine of the built-in knowledge and an organization's own files. Reads the built-in ones each time. */
export type LoadEngine = (own?: readonly KnowledgeFile[]) => LoadedEngine;

/** The folder of a workspace that an organization's own files are in. */
export const OWN_FOLDER = '.peer-role-check';

/** A workspace folder, and the files of its `.peer-role-check`: their paths are relative to that. */
export interface OwnPack {
  /** URI of the workspace folder. */
  readonly folder: DocumentUri;
  readonly files: readonly KnowledgeFile[];
}

/** The engines of a session: the built-in one, and one for each workspace folder with files of its own. */
export class Engines {
  private readonly builtin: LoadedEngine;
  private own = new Map<DocumentUri, LoadedEngine>();

  /** @throws what `load` throws for the built-in knowledge */
  constructor(private readonly load: LoadEngine) {
    this.builtin = load();
  }

  get errors(): readonly KnowledgeError[] {
    return this.builtin.errors;
  }

  /** Every engine, the built-in one first. */
  get all(): readonly Engine[] {
    return [this.builtin.engine, ...[...this.own.values()].map(({ engine }) => engine)];
  }

  /**
   * Takes these packs in place of all earlier ones.
   *
   * @returns the mistakes in each folder's own files, also where there are none
   */
  use(packs: readonly OwnPack[]): ReadonlyMap<DocumentUri, readonly KnowledgeError[]> {
    const filled = packs.filter(({ files }) => files.length > 0);
    this.own = new Map(filled.map(({ folder, files }) => [withSlash(folder), this.load(files)]));
    return new Map(filled.map(({ folder }) => [folder, this.own.get(withSlash(folder))?.errors ?? []]));
  }

  /** The engine that reads a draft. */
  of(uri: DocumentUri): Engine {
    let folder = '';
    // Of folders inside each other, the innermost.
    for (const candidate of this.own.keys())
      if (uri.startsWith(candidate) && candidate.length > folder.length) folder = candidate;
    return (this.own.get(folder) ?? this.builtin).engine;
  }
}

const withSlash = (uri: string): string => (uri.endsWith('/') ? uri : `${uri}/`);
