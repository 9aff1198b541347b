import type { Span } from '../../engine/text/span';
import { LineIndex } from '../../engine/text/lines';
import type { CheckedFile } from '../checked-file';
import { printable } from '../printable';
import type { Place } from './model';

/** Tells the places of one draft. */
export class Places {
  private readonly lines: LineIndex;

  constructor(readonly file: CheckedFile) {
    this.lines = new LineIndex(file.source);
  }

  at(span: Span): Place {
    const section = this.sectionOf(span.start);
    return {
      path: this.file.path,
      line: this.lines.positionAt(span.start).line + 1,
      endLine: this.lines.positionAt(Math.max(span.start, span.end)).line + 1,
      ...(section !== undefined && { section }),
    };
  }

  /** The draft's words on one line. */
  quote({ start, end }: Span): string {
    return printable(this.file.source.slice(start, end));
  }

  /** The nearest heading above; a heading is in its own section. */
  private sectionOf(offset: number): string | undefined {
    const title = this.file.sections.findLast(({ span }) => span.start <= offset)?.title;
    return title && printable(title);
  }
}
