/** Comments behind operations: names, and of sketches what is kept. */

import {
  type Constraint,
  printComment,
  readComment,
  type SketchComment,
} from "./constraints/constraint";
import { type ReadText, readOrEmpty } from "./read";

/** The name of an operation; empty where it has none. */
export function nameOf(read: ReadText, index: number): string {
  return commentOf(read, index).name;
}

/** The constraints that are kept in a sketch. */
export function constraintsOf(read: ReadText, sketch: number): readonly Constraint[] {
  return commentOf(read, sketch).constraints;
}

/** The text with another name behind an operation, or none; a comment that is there keeps its place. */
export function renamed(read: ReadText, index: number, name: string): ReadText {
  const words = name.replace(/[\s#]+/g, " ").trim();
  return withComment(read, index, { ...commentOf(read, index), name: words });
}

/** The text with other constraints behind a sketch. */
export function constrained(
  read: ReadText,
  sketch: number,
  constraints: readonly Constraint[],
): ReadText {
  return withComment(read, sketch, { ...commentOf(read, sketch), constraints });
}

function commentOf({ text, statements }: ReadText, index: number): SketchComment {
  const statement = statements[index];
  const rest = statement === undefined ? "" : restOfLine(text, statement.to);
  return readComment(rest.replace(/^[ \t]*#[ \t]*/, ""));
}

function withComment(read: ReadText, index: number, comment: SketchComment): ReadText {
  const { text, statements } = read;
  const statement = statements[index];
  if (statement === undefined) {
    return read;
  }
  const rest = restOfLine(text, statement.to);
  const gap = /^[ \t]*(?=#)/.exec(rest)?.[0] || "  ";
  const words = printComment(comment);
  return readOrEmpty(
    text.slice(0, statement.to) +
      (words === "" ? "" : `${gap}# ${words}`) +
      text.slice(statement.to + rest.length),
  );
}

function restOfLine(text: string, from: number): string {
  return /^[^\r\n]*/.exec(text.slice(from))?.[0] ?? "";
}
