import type * as z from 'zod';
import { complaintsOf, type Complaint } from './messages';
import type { KnowledgeError, KnowledgeFile } from './types';
import { isYamlProblem, parseYaml, type YamlDocument, type YamlPath } from './yaml';

/** Something that was read, and where: `at` leads to it from the top of its file. */
export interface Read<T> {
  readonly value: T;
  readonly file: FileReader;
  readonly at: YamlPath;
}

/** One knowledge file: parses it, checks its parts against schemas, and collects every mistake in it. */
export class FileReader {
  readonly errors: KnowledgeError[] = [];
  readonly path: string;
  private readonly document: YamlDocument | undefined;

  /** @param own whether the file is an organization's own, and may take the place of what is built in */
  constructor(
    file: KnowledgeFile,
    readonly own = false,
  ) {
    this.path = file.path;
    const parsed = parseYaml(file.text);
    if (isYamlProblem(parsed)) {
      this.errors.push({ path: this.path, line: parsed.line, message: parsed.message });
      return;
    }
    this.document = parsed;
    for (const { line, message } of parsed.duplicateKeys) this.errors.push({ path: this.path, line, message });
  }

  /** The value at `at`, unchecked; `undefined` where there is none. */
  raw(at: YamlPath = []): unknown {
    let value = this.document?.value;
    for (const step of at) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
      value = (value as Record<string | number, unknown>)[step];
    }
    return value;
  }

  complain(complaint: Complaint): void {
    const line = this.document?.lineOf(complaint.path) ?? 1;
    this.errors.push({ path: this.path, line, message: complaint.message });
  }

  /** Checks the value at `at`; reports everything that is wrong with it, and then returns nothing. */
  check<S extends z.ZodType>(schema: S, at: YamlPath = []): Read<z.output<S>> | undefined {
    if (this.document === undefined) return undefined;
    const value = this.raw(at);
    const result = schema.safeParse(value);
    if (!result.success) {
      for (const issue of result.error.issues) {
        for (const { path, message } of complaintsOf(issue, schema, value)) {
          this.complain({ path: [...at, ...path], message });
        }
      }
      return undefined;
    }
    // A repeated key was reported already; which of the two was meant is not ours to guess.
    if (this.document.duplicateKeys.some(({ path }) => at.every((step, i) => path[i] === step))) return undefined;
    return { value: result.data, file: this, at };
  }

  /** Checks each entry of the list under `key` by itself, so that a bad one does not take the others along. */
  checkList<S extends z.ZodType>(
    shell: z.ZodType,
    item: S,
    key: string,
  ): { readonly good: Read<z.output<S>>[]; readonly bad: YamlPath[] } {
    const good: Read<z.output<S>>[] = [];
    const bad: YamlPath[] = [];
    if (this.document === undefined) return { good, bad };
    const entries = this.raw([key]);
    const value = this.raw();
    // Only what is wrong around the list: complaints about its entries come from `item`, one entry at a time.
    for (const issue of shell.safeParse(value).error?.issues ?? []) {
      if (issue.path[0] === key && issue.path.length > 1) continue;
      for (const complaint of complaintsOf(issue, shell, value)) this.complain(complaint);
    }
    if (Array.isArray(entries)) {
      entries.forEach((_, index) => {
        const read = this.check(item, [key, index]);
        if (read === undefined) bad.push([key, index]);
        else good.push(read);
      });
    }
    return { good, bad };
  }
}
