import type { Span } from '../text/span';
import type { Block, BlockContext, BlockKind, Located } from './draft';

/** The parts of a block's context that do not change from one paragraph to the next. */
export interface Setting {
  readonly quoted: boolean;
  readonly cell?: NonNullable<BlockContext['cell']>;
}

/** Collects blocks, and keeps the headings that they stand under. */
export class Emitter {
  readonly blocks: Block[] = [];
  /** Outermost first. Never changed in place: blocks share it. */
  headings: BlockContext['headings'] = [];
  /** The masked text, with spaces for line feeds. */
  private readonly flat: string;

  constructor(prose: string) {
    this.flat = prose.replaceAll('\n', ' ');
  }

  /** The prose of a span, without the space around it. */
  trim({ start, end }: Span): Located {
    const whole = this.flat.slice(start, end);
    const text = whole.trim();
    return { text, start: text === '' ? start : start + whole.length - whole.trimStart().length };
  }

  /** Adds a block, unless it has no prose. */
  emit(at: Located, kind: BlockKind, { quoted, cell }: Setting, leadIns: readonly Located[], label?: string): void {
    if (at.text === '') return;
    const context: { -readonly [key in keyof BlockContext]: BlockContext[key] } = {
      headings: this.headings,
      leadIns,
      quoted,
    };
    if (cell) context.cell = cell;
    if (label !== undefined) context.label = label;
    this.blocks.push({ text: at.text, start: at.start, kind, context });
  }

  /** Adds a heading, and puts what follows under it. An empty one only ends those of its level and below. */
  emitHeading(at: Located, level: number, setting: Setting, label?: string): void {
    this.headings = this.headings.filter((heading) => heading.level < level);
    if (at.text === '') return;
    this.emit(at, 'heading', setting, [], label);
    this.headings = [...this.headings, { text: at.text, start: at.start, level }];
  }
}
