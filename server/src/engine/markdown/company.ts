import type { Flow, TextNode } from './flow';
import type { Marker } from './marker';
import type { PastedLine } from './pasted-lines';

/** This many neighbouring letters make a numbering even if its beginning is missing. */
const MIN_RUN = 3;

/**
 * Says whether a marker that might be running text ("A. Smith", "– and so on") is borne out by others in its section, from
 * heading to heading. Most markers need no such proof, so the sections are read only when first asked about.
 */
export class Company {
  private sections: Map<TextNode, Section> | undefined;

  constructor(
    private readonly flow: Flow,
    private readonly linesOf: (node: TextNode) => readonly PastedLine[],
  ) {}

  bearsOut(marker: Marker, node: TextNode): boolean {
    this.sections ??= this.readSections();
    return this.sections.get(node)?.bearsOut(marker) ?? false;
  }

  private readSections(): Map<TextNode, Section> {
    const sections = new Map<TextNode, Section>();
    let section = new Section();
    for (const node of this.flow) {
      if (node.type === 'heading') section = new Section();
      if (node.type !== 'text') continue;
      sections.set(node, section);
      for (const { marker } of this.linesOf(node)) if (marker) section.add(marker);
    }
    return sections;
  }
}

class Section {
  private readonly bullets = new Map<string, number>();
  private hasSureBullets = false;
  private readonly values = new Map<string, Set<number>>();
  private readonly runs = new Map<string, ReadonlySet<number>>();

  add(marker: Marker): void {
    this.hasSureBullets ||= marker.sure;
    for (const { style, value } of marker.readings) {
      const [number] = value;
      if (number === undefined) this.bullets.set(style, (this.bullets.get(style) ?? 0) + 1);
      else if (value.length === 1) this.valuesOf(style).add(number);
    }
  }

  bearsOut(marker: Marker): boolean {
    return marker.readings.some(({ style, value }) => {
      const [number] = value;
      if (number !== undefined) return this.runsOf(style).has(number);
      return this.hasSureBullets || (this.bullets.get(style) ?? 0) > 1;
    });
  }

  private valuesOf(style: string): Set<number> {
    const values = this.values.get(style) ?? new Set<number>();
    this.values.set(style, values);
    return values;
  }

  /** The values that stand in an unbroken run which begins with 1 or is long enough. */
  private runsOf(style: string): ReadonlySet<number> {
    const known = this.runs.get(style);
    if (known) return known;
    const credible = new Set<number>();
    let run: number[] = [];
    for (const value of [...this.valuesOf(style)].sort((a, b) => a - b)) {
      if (value !== (run[run.length - 1] ?? 0) + 1) run = [];
      run.push(value);
      if (run[0] === 1 ? run.length > 1 : run.length >= MIN_RUN) for (const each of run) credible.add(each);
    }
    this.runs.set(style, credible);
    return credible;
  }
}
