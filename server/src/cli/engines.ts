import { dirname, join, relative, sep } from 'node:path';
import type { Engine } from '../engine/engine';
import type { KnowledgeError, KnowledgeFile } from '../engine/knowledge/types';
import { nearestOwnFiles, OWN_FOLDER, type OwnFiles } from '../host/own-files';

export interface LoadedEngine {
  readonly engine: Engine;
  readonly errors: readonly KnowledgeError[];
}

/** Makes an engine of the built-in knowledge and an organization's own files. */
export type CreateEngine = (own?: readonly KnowledgeFile[]) => LoadedEngine;

/** The engine for each draft: with the files of the nearest `.peer-role-check`, beside the draft or above it. */
export class Engines {
  private readonly byRoot = new Map<string, LoadedEngine>();
  private readonly byFolder = new Map<string, LoadedEngine>();

  /** @param builtin the engine without any files of an organization */
  constructor(
    private readonly builtin: LoadedEngine,
    private readonly create: CreateEngine,
    private readonly cwd: string,
  ) {}

  /** For a draft at this path (absolute). */
  ofFile(absolute: string): Engine {
    return this.ofFolder(dirname(absolute));
  }

  /** For text that is in no file, or for no draft at all: as in this folder (absolute). */
  ofFolder(folder: string): Engine {
    const known = this.byFolder.get(folder);
    const found = known ?? this.load(nearestOwnFiles(folder));
    this.byFolder.set(folder, found);
    return found.engine;
  }

  /** The mistakes in the files that were used, a line of text for each: `.peer-role-check/x.yml:3: …`. */
  get mistakes(): string[] {
    return [...this.byRoot].flatMap(([root, { errors }]) => {
      const folder = relative(this.cwd, join(root, OWN_FOLDER));
      return errors.map(({ path, line, message }) => `${slashed(join(folder, path))}:${String(line)}: ${message}`);
    });
  }

  private load(own: OwnFiles | undefined): LoadedEngine {
    if (own === undefined || own.files.length === 0) return this.builtin;
    const loaded = this.byRoot.get(own.root) ?? this.create(own.files);
    this.byRoot.set(own.root, loaded);
    return loaded;
  }
}

const slashed = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);
