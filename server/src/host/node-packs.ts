import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeFile } from '../engine/knowledge/types';

/**
 * Every YAML file under `dir`, with paths relative to it, `/` between folders, in an order that does not depend on the
 * machine. Files that end in `.yaml` come along so that the loader can say that they need another name.
 */
export function readPackFolder(dir: string): KnowledgeFile[] {
  return pathsUnder(dir, '')
    .sort(byCodeUnit)
    .map((path) => ({ path, text: readFileSync(join(dir, path), 'utf8') }));
}

function pathsUnder(dir: string, prefix: string): string[] {
  return readdirSync(join(dir, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return pathsUnder(dir, `${path}/`);
    return entry.isFile() && /\.ya?ml$/.test(entry.name) ? [path] : [];
  });
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
