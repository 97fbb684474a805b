/**
 * Numbers as people type them: `12`, `1.2 cm`, `25/2`, `10 + 2*3`, `1/2 in`, `1 1/2"`, `5' 3"`.
 *
 * A unit belongs to the product before it, so that `1/2 in` is half an inch. Terms with units that
 * follow each other are added.
 */

/** Millimetres, or degrees, in one of each. */
const UNITS: Readonly<Record<string, number>> = {
  mm: 1,
  cm: 10,
  m: 1000,
  in: 25.4,
  inch: 25.4,
  '"': 25.4,
  "″": 25.4,
  ft: 304.8,
  "'": 304.8,
  "′": 304.8,
  deg: 1,
  "°": 1,
};

const TOKEN = /\s*((?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d+)?|[a-z]+|["'°″′+\-*/×()]|\S)/giy;

/**
 * What a text says, in millimetres or degrees; null where it says no number.
 *
 * @param bare What a number is in, where no unit stands in the text.
 */
export function readNumber(text: string, bare = 1): number | null {
  const tokens = tokensOf(withFractions(text));
  const reader = new Reader(tokens);
  const value = reader.sum();
  const factor = tokens.some((token) => UNITS[token] !== undefined) ? 1 : bare;
  return value !== null && reader.isAtEnd && Number.isFinite(value) ? value * factor : null;
}

/** Mixed numbers, such as `1 1/2`, as sums in brackets. */
function withFractions(text: string): string {
  return text.replace(/(?<![\d.,/])(\d+)\s+(\d+)\s*\/\s*(\d+)/g, "($1+$2/$3)");
}

function tokensOf(text: string): string[] {
  return Array.from(text.trim().matchAll(TOKEN), ([, token = ""]) => token.toLowerCase());
}

class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  get isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  /** Terms with signs between them, or right behind a unit. */
  sum(): number | null {
    let total = this.term(this.sign());
    while (total !== null && !this.isAtEnd && this.tokens[this.at] !== ")") {
      const isNext = /^[+-]$/.test(this.tokens[this.at] ?? "");
      const hasUnit = UNITS[this.tokens[this.at - 1] ?? ""] !== undefined;
      const next = isNext || hasUnit ? this.term(this.sign()) : null;
      total = next === null ? null : total + next;
    }
    return total;
  }

  private sign(): 1 | -1 {
    const token = this.tokens[this.at];
    this.at += token === "+" || token === "-" ? 1 : 0;
    return token === "-" ? -1 : 1;
  }

  /** A product, with the unit of what stands before it. */
  private term(sign: 1 | -1): number | null {
    let product = this.factor();
    let hasUnit = false;
    while (product !== null) {
      const token = this.tokens[this.at] ?? "";
      const unit = UNITS[token];
      if (unit !== undefined && !hasUnit) {
        hasUnit = true;
        this.at++;
        product *= unit;
      } else if (token === "*" || token === "×" || token === "/") {
        this.at++;
        const next = this.factor();
        product = next === null ? null : token === "/" ? product / next : product * next;
      } else {
        break;
      }
    }
    return product === null ? null : sign * product;
  }

  private factor(): number | null {
    const token = this.tokens[this.at++] ?? "";
    if (token === "(") {
      const inner = this.sum();
      return this.tokens[this.at++] === ")" ? inner : null;
    }
    return /^[\d.,]/.test(token) ? Number(token.replace(",", ".")) : null;
  }
}
