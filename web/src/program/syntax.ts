/** The text form as tokens with their places, so that edits can change a number where it stands. */

/** A number, a word or a mark, with its place in the text. */
export interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A line that says something, without its comment. */
export interface Statement {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
}

/** Words, numbers, marks, and in the end whatever else stands there. */
const TOKEN = /[a-z_][a-z_0-9]*|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[()[\],]|[^\s()[\],]+/gi;

/** The statements of a text, in order. */
export function statementsOf(text: string): Statement[] {
  const found: Statement[] = [];
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    const tokens = tokensOf(line[0].replace(/#.*/, "").replace("\uFEFF", " "), line.index);
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (first !== undefined && last !== undefined) {
      found.push({ tokens, from: first.from, to: last.to });
    }
  }
  return found;
}

/** The tokens of a line without comments that begins at a place of the text. */
export function tokensOf(line: string, from = 0): Token[] {
  return Array.from(line.matchAll(TOKEN), ({ 0: text, index }) => ({
    text,
    from: from + index,
    to: from + index + text.length,
  }));
}

/** The number that a token is, or null. */
export function numberOf(token: Token | undefined): number | null {
  const value = /^[+-]?[\d.]/.test(token?.text ?? "") ? Number(token?.text) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** What stands between the brackets of a call. */
export type Argument =
  | { readonly number: number }
  | { readonly word: string; readonly parameters: readonly Argument[] }
  | { readonly list: readonly Argument[] };

/** A name with its parameters; names of planes and results may be written in any case. */
export interface Call {
  readonly word: string;
  readonly parameters: readonly Argument[];
}

/** The call that these tokens spell, or null. */
export function callOf(tokens: readonly Token[]): Call | null {
  const reader = new Reader(tokens);
  const call = reader.argument();
  return reader.isAtEnd && call !== null && "word" in call && reader.hasBrackets ? call : null;
}

class Reader {
  hasBrackets = false;
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  argument(): Argument | null {
    const token = this.tokens[this.at++];
    const number = numberOf(token);
    if (token === undefined || number !== null) {
      return number === null ? null : { number };
    }
    if (token.text === "[") {
      const list = this.until("]");
      return list && { list };
    }
    if (!/^[a-z_]/i.test(token.text)) {
      return null;
    }
    const parameters = this.takes("(") ? this.until(")") : [];
    return parameters && { word: token.text, parameters };
  }

  /** Arguments up to a closing bracket. */
  private until(end: string): Argument[] | null {
    this.hasBrackets = true;
    const found: Argument[] = [];
    if (this.takes(end)) {
      return found;
    }
    for (;;) {
      const argument = this.argument();
      if (argument === null) {
        return null;
      }
      found.push(argument);
      if (this.takes(end)) {
        return found;
      }
      if (!this.takes(",")) {
        return null;
      }
    }
  }

  private takes(text: string): boolean {
    const isNext = this.tokens[this.at]?.text === text;
    this.at += isNext ? 1 : 0;
    return isNext;
  }
}
