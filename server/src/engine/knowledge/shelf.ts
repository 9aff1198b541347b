import type { Read } from './reader';
import type { Known } from './references';

/** All things of one kind by id. The first of an id stays; a second one is reported at its own place. */
export class Shelf<T> {
  private readonly reads = new Map<string, Read<T>>();
  private readonly broken = new Set<string>();
  /** What an organization's own entry of the same id has taken the place of. */
  private readonly covered = new Map<string, Read<T>>();

  /** `what`: the kind of thing, for messages. */
  constructor(private readonly what: string) {}

  /**
   * Puts `read` on the shelf, or, where its own mistakes kept it from being read (`undefined`), remembers the ids
   * that it would have had.
   */
  add(read: Read<T> | undefined, idsIfBroken: readonly unknown[], idOf: (value: T) => string, idKey = 'id'): void {
    if (read === undefined) {
      for (const id of idsIfBroken) if (typeof id === 'string') this.broken.add(id);
      return;
    }
    const id = idOf(read.value);
    const first = this.reads.get(id);
    if (first === undefined) {
      this.reads.set(id, read);
      return;
    }
    if (read.file.own && !first.file.own) {
      this.covered.set(id, first);
      this.reads.set(id, read);
      return;
    }
    const where = first.file === read.file ? 'in this file' : `in ${first.file.path}`;
    const message = `There is a ${this.what} "${id}" already, ${where}. Give this one another ${idKey}, or take it out.`;
    read.file.complain({ path: [...read.at, idKey], message });
  }

  get known(): Known {
    return { ids: new Set(this.reads.keys()), broken: this.broken };
  }

  /** The entry `id` as `except` may build on it: the one that it covers, where it is itself the entry. */
  beneath(id: string, except: Read<T>): Read<T> | undefined {
    const read = this.reads.get(id);
    return read === except ? this.covered.get(id) : read;
  }

  get all(): readonly Read<T>[] {
    return [...this.reads.values()];
  }

  get values(): ReadonlyMap<string, T> {
    return this.map(({ value }) => value);
  }

  map<U>(change: (read: Read<T>) => U): ReadonlyMap<string, U> {
    return new Map([...this.reads].map(([id, read]) => [id, change(read)]));
  }

  filter(keep: (read: Read<T>) => boolean): ReadonlyMap<string, T> {
    const kept = [...this.reads].filter(([, read]) => keep(read));
    return new Map(kept.map(([id, read]) => [id, read.value]));
  }
}
