/**
 * The text of an approved wording as it stands once every tab stop is left at its default: `${1:name}` becomes "name" (a
 * default may hold tab stops of its own), `${1|a,b|}` the first choice, `$0` and a tab stop without a default nothing. A tab stop
 * that is named again without a default repeats the first one. `\$`, `\}` and `\\` are the characters behind the backslash; in
 * choices `\,` and `\|` as well. No space at the end.
 *
 * Grammar: "Snippet syntax" of VS Code's documentation, without variables and transforms, which no wording has.
 */
export function plainWording(body: string): string {
  return new Body(body).text().trimEnd();
}

class Body {
  private at = 0;
  private readonly defaults = new Map<string, string>();

  constructor(private readonly body: string) {}

  /** Reads up to `close`, or to the end. */
  text(close = ''): string {
    let text = '';
    while (this.at < this.body.length) {
      const c = this.body.charAt(this.at);
      if (c === close) break;
      if (c === '\\' && /[\\$}]/.test(this.body.charAt(this.at + 1))) {
        text += this.body.charAt(this.at + 1);
        this.at += 2;
      } else text += c === '$' ? this.stop() : this.take(1);
    }
    return text;
  }

  private take(length: number): string {
    this.at += length;
    return this.body.slice(this.at - length, this.at);
  }

  /** A tab stop at the dollar sign, or the sign itself. */
  private stop(): string {
    const opened = /^\$\{(\d+)([:|}])|^\$(\d+)/.exec(this.body.slice(this.at));
    if (!opened) return this.take(1);
    this.at += opened[0].length;
    const [, braced, sign, bare] = opened;
    const number = braced ?? bare ?? '';
    if (sign !== ':' && sign !== '|') return this.defaults.get(number) ?? '';
    const text = sign === ':' ? this.text('}') : this.choice();
    this.at++;
    if (!this.defaults.has(number)) this.defaults.set(number, text);
    return text;
  }

  /** The first of the choices; ends before the closing brace. */
  private choice(): string {
    const rest = this.body.slice(this.at);
    const all = /^(?:\\[^]|[^\\|])*/.exec(rest)?.[0] ?? '';
    this.at += all.length + 1;
    const first = /^(?:\\[^]|[^\\,])*/.exec(all)?.[0] ?? '';
    return first.replace(/\\([\\,|$}])/g, '$1');
  }
}
