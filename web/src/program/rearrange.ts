/** Steps that come, go and change places, as an edit of the text: comments go with what they are about. */

import { withRenumbered } from "./constraints/renumbered";
import type { PlaneFrame } from "./operation";
import { type ReadText, readOrEmpty } from "./read";
import { rounded, statementChanged } from "./rewrite";
import { renumbered, type Step } from "./steps";
import type { Statement } from "./syntax";
import { printOperation } from "./text";

/** A text with other steps, and the sketches that had to be freed from a face that is gone. */
export interface Rearranged {
  readonly read: ReadText;
  readonly freed: readonly number[];
}

/** The lines of a statement. */
interface Lines {
  /** Blank lines and comments above it that end with a blank line. */
  readonly above: string;
  /** Comments that stand directly over it. */
  readonly attached: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The text with these steps.
 *
 * @throws {OrderError} As `renumbered`.
 */
export function rearranged(
  read: ReadText,
  wanted: readonly Step[],
  frameOf: (sketch: number) => PlaneFrame | null,
): Rearranged {
  const { steps, freed } = renumbered(read.program, wanted, frameOf);
  const { text, statements } = read;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = linesOf(text, statements);
  const last = lines.at(-1);
  const writer = new Writer(newline, lines[0]?.above ?? (last === undefined ? text : ""));
  const kept = new Set(steps.map(({ from }) => from));
  let passed = 0;
  for (const { from, operation, name } of steps) {
    const old = from === null ? undefined : lines[from];
    const statement = from === null ? undefined : statements[from];
    if (old === undefined || statement === undefined || from === null) {
      const comment = name === undefined ? "" : `  # ${name}`;
      writer.gap(operation.op === "add_sketch" ? newline : "");
      writer.line(printOperation(rounded(operation)) + comment);
      continue;
    }
    for (; passed < from; passed++) {
      writer.remark(kept.has(passed) || passed === 0 ? "" : (lines[passed]?.above ?? ""));
    }
    writer.gap(from > 0 ? old.above : operation.op === "add_sketch" ? newline : "");
    const isSame = operation === read.program.operations[from];
    const own = isSame
      ? text.slice(old.from, old.to)
      : statementChanged(text, statement, operation, old);
    writer.line(old.attached + own.replace(/\r?\n$/, ""));
  }
  const after = last === undefined ? "" : text.slice(last.to);
  return { read: withRenumbered(read, steps, readOrEmpty(writer.text + after)), freed };
}

class Writer {
  constructor(
    private readonly newline: string,
    public text: string,
  ) {}

  /** Blank lines and remarks; none at the top, and never two gaps on each other. */
  gap(lines: string): void {
    const isSeparate = this.text.trim() === "" || /\n[ \t]*\r?\n$/.test(this.text);
    this.text += isSeparate ? lines.replace(/^(?:[ \t]*\r?\n)+/, "") : lines;
  }

  /** Comments that stood over something that is gone. */
  remark(lines: string): void {
    if (lines.trim() !== "") {
      this.gap(lines);
    }
  }

  line(content: string): void {
    const isOpen = this.text !== "" && !this.text.endsWith("\n");
    this.text += (isOpen ? this.newline : "") + content + this.newline;
  }
}

function linesOf(text: string, statements: readonly Statement[]): Lines[] {
  let end = 0;
  return statements.map((statement) => {
    const from = text.lastIndexOf("\n", statement.from - 1) + 1;
    const next = text.indexOf("\n", statement.to);
    const before = text.slice(end, Math.max(end, from));
    const above = /^[\s\S]*\n[ \t]*\r?\n|^[ \t]*\r?\n/.exec(before)?.[0] ?? "";
    end = next < 0 ? text.length : next + 1;
    return { above, attached: before.slice(above.length), from, to: end };
  });
}
