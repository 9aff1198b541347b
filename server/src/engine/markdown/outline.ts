import type { Span } from '../text/span';
import { Company } from './company';
import type { BlockKind, Located, Table } from './draft';
import { Emitter, type Setting } from './emitter';
import type { Flow, FlowNode, HeadingNode, ListNode, NoteNode, TableNode, TextNode } from './flow';
import { listMarker, readMarker, type Marker } from './marker';
import type { Mask } from './mask';
import { leadsIn, Numbering } from './numbering';
import { readLines, type PastedLine } from './pasted-lines';
import { segmentsOf, type Segment } from './segments';

/** Level of a bold line that acts as a heading: below all real ones. */
export const BOLD_LEVEL = 7;

/** What a flow inherits from where it stands. */
interface Place extends Setting {
  readonly kind: BlockKind;
  /** Kind and label of the flow's first paragraph: the text of a list item, of a footnote. */
  readonly first?: {
    readonly kind: BlockKind;
    readonly label: string | undefined;
    /** Whether the texts of its neighbours begin with labels that make this one credible: "- a. Sits", "- b. Listens". */
    readonly hasCompany?: (marker: Marker) => boolean;
  };
  readonly leadIns: readonly Located[];
  /** At the top of the draft or of a quote, where bold lines act as headings. */
  readonly top: boolean;
}

/** What a flow has come to. */
interface State {
  readonly place: Place;
  readonly numbering: Numbering;
  readonly company: Company;
  readonly linesOf: (node: TextNode) => readonly PastedLine[];
  /** The paragraph directly before. */
  before: Located | undefined;
  /** The text of the list item that the flow belongs to, once read. */
  own: Located | undefined;
  started: boolean;
}

/** Turns flows into blocks and tables, in reading order. */
export class Outline {
  readonly tables: Table[] = [];
  readonly out: Emitter;

  constructor(private readonly mask: Mask) {
    this.out = new Emitter(mask.text);
  }

  read(flow: Flow): void {
    this.readFlow(flow, { kind: 'paragraph', leadIns: [], quoted: false, top: true });
  }

  /** Returns the text of the list item that the flow is, if any. `before` is a paragraph that leads into the flow. */
  private readFlow(flow: Flow, place: Place, before?: Located): Located | undefined {
    const known = new Map<TextNode, readonly PastedLine[]>();
    const linesOf = (node: TextNode): readonly PastedLine[] => {
      const lines = known.get(node) ?? readLines(this.mask, node, place.cell !== undefined);
      known.set(node, lines);
      return lines;
    };
    const company = new Company(flow, linesOf);
    const numbering = new Numbering(place.leadIns);
    const state: State = { place, numbering, company, linesOf, before, own: undefined, started: false };
    for (const node of flow) {
      if (node.type === 'text') this.readText(node, state);
      else {
        this.readOther(node, state);
        state.before = undefined;
      }
    }
    return state.own;
  }

  private readText(node: TextNode, state: State): void {
    const { place, numbering, company } = state;
    const segments = segmentsOf(state.linesOf(node), this.mask, {
      before: (numbering.top ?? state.before)?.text,
      hasCompany: (marker) =>
        company.bearsOut(marker, node) || (!state.started && place.first?.hasCompany?.(marker) === true),
      inCell: place.cell !== undefined,
      top: place.top,
    });
    segments.forEach((segment, i) => this.readSegment(segment, state, i > 0));
  }

  private readOther(node: Exclude<FlowNode, TextNode>, state: State): void {
    const { place, numbering, own } = state;
    const { quoted } = place;
    if (node.type === 'heading') {
      numbering.close();
      this.readHeading(node, place);
      return;
    }
    // Headings within a list item, a quote or a footnote end with it.
    const outer = this.out.headings;
    const leadIns = own ? [...place.leadIns, own] : place.leadIns;
    if (node.type === 'list') this.readList(node, state);
    else if (node.type === 'table') this.readTable(node, { kind: 'table-cell', leadIns, quoted, top: false });
    else if (node.type === 'quote') {
      const { before } = state;
      const inner = { kind: 'paragraph', leadIns, quoted: true, top: place.top } as const;
      this.readFlow(node.flow, inner, before && leadsIn(before.text) ? before : undefined);
    } else if (node.type === 'note') this.readNote(node, quoted);
    this.out.headings = outer;
  }

  private readHeading(node: HeadingNode, place: Place): void {
    const at = this.out.trim(node);
    const marker = at.text === '' ? undefined : readMarker(this.mask.text, at.start, node.end);
    const named = marker?.label !== undefined ? this.out.trim({ start: marker.end, end: node.end }) : at;
    this.out.emitHeading(named, node.level, place, marker?.label);
  }

  private readSegment(segment: Segment, state: State, inner: boolean): void {
    const { place, numbering } = state;
    const at = this.out.trim(segment);
    const { marker } = segment;
    if (segment.kind === 'bold') {
      numbering.close();
      this.out.emitHeading(at, BOLD_LEVEL, place, marker?.label);
      state.before = at;
    } else if (marker) {
      this.readItem(at, marker, segment.indent, state, inner);
    } else {
      const continued = inner ? undefined : numbering.continued(segment.indent);
      if (!continued) numbering.close();
      this.readParagraph(at, state, continued ?? place.leadIns);
    }
    state.started = true;
  }

  private readParagraph(at: Located, state: State, leadIns: readonly Located[]): void {
    const { place } = state;
    const first = state.started ? undefined : place.first;
    this.out.emit(at, first?.kind ?? place.kind, place, leadIns, first?.label);
    if (first?.kind === 'list-item') {
      state.own = at;
      state.numbering.own(at);
    } else state.before = at;
  }

  private readItem(at: Located, marker: Marker, indent: number, state: State, inner: boolean): void {
    const { place, numbering, before } = state;
    const leadIns = numbering.place({ marker, indent, before, joined: inner || marker.kind === 'bullet' });
    const first = state.started ? undefined : place.first;
    const isClause = marker.kind === 'clause' && leadIns.length === place.leadIns.length;
    const kind = place.cell ? 'table-cell' : (first?.kind ?? (isClause ? 'paragraph' : 'list-item'));
    this.out.emit(at, kind, place, leadIns, joinLabels(first?.label, marker.label));
    numbering.say(at);
    if (first?.kind === 'list-item') state.own = at;
    state.before = undefined;
  }

  private readList(list: ListNode, state: State): void {
    const { place, numbering, before } = state;
    const indent = list.start - (this.mask.prepared.lastIndexOf('\n', list.start - 1) + 1);
    let leadIns: readonly Located[] | undefined;
    const texts = list.items.map(({ flow }) => flow[0]).filter((node) => node?.type === 'text');
    const company = new Company(texts, (node) => readLines(this.mask, node, place.cell !== undefined));
    for (const item of list.items) {
      const marker = listMarker(item.mark, item.start);
      // Items of one list share the lead-ins of the first, even if they are numbered out of order.
      const placed = numbering.place({ marker, indent, before, joined: true });
      leadIns ??= placed;
      const [text] = item.flow;
      const hasCompany = (own: Marker): boolean => text?.type === 'text' && company.bearsOut(own, text);
      const first = { kind: 'list-item', label: marker.label, hasCompany } as const;
      const own = this.readFlow(item.flow, { kind: 'paragraph', first, leadIns, quoted: place.quoted, top: false });
      if (own) numbering.say(own);
    }
    state.started = true;
  }

  private readNote({ label, flow }: NoteNode, quoted: boolean): void {
    const first = { kind: 'footnote', label } as const;
    this.readFlow(flow, { kind: 'footnote', first, leadIns: [], quoted, top: false });
  }

  private readTable(node: TableNode, place: Place): void {
    const table = this.tables.length;
    const [head = [], ...body] = node.rows;
    const read = (cells: readonly Span[], row: number): readonly Located[] =>
      cells.map((span, column) => this.readCell(span, { ...place, cell: { table, row, column } }));
    const rows = [read(head, -1), ...body.map(read)];
    this.tables.push({ head: rows[0] ?? [], rows: rows.slice(1), span: { start: node.start, end: node.end } });
  }

  private readCell(span: Span, place: Place): Located {
    const at = this.out.trim(span);
    const end = at.start + at.text.length;
    if (at.text === '') return at;
    // Few cells hold more than one entry, and tables can have very many cells.
    const mayHoldMore =
      this.mask.prepared.slice(at.start, end).includes('<') || readMarker(this.mask.text, at.start, end);
    if (mayHoldMore) this.readFlow([{ type: 'text', start: at.start, end }], place);
    else this.out.emit(at, place.kind, place, place.leadIns);
    return at;
  }
}

/** Of an item that begins with a label of its own, "1. (a) Sit": "1(a)". */
function joinLabels(outer: string | undefined, own: string | undefined): string | undefined {
  return outer !== undefined && own !== undefined ? `${outer}(${own})` : (own ?? outer);
}
