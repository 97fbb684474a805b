/** Names of operations: the comments behind them. */

import { type ReadText, readOrEmpty } from "./read";

/** The name of an operation; empty where it has none. */
export function nameOf({ text, statements }: ReadText, index: number): string {
  const statement = statements[index];
  const rest = statement === undefined ? "" : restOfLine(text, statement.to);
  return rest.replace(/^[ \t]*#[ \t]*/, "").trim();
}

/** The text with another name behind an operation, or none; a comment that is there keeps its place. */
export function renamed(read: ReadText, index: number, name: string): ReadText {
  const { text, statements } = read;
  const statement = statements[index];
  if (statement === undefined) {
    return read;
  }
  const rest = restOfLine(text, statement.to);
  const gap = /^[ \t]*(?=#)/.exec(rest)?.[0] || "  ";
  const words = name.replace(/[\s#]+/g, " ").trim();
  const comment = words === "" ? "" : `${gap}# ${words}`;
  return readOrEmpty(
    text.slice(0, statement.to) + comment + text.slice(statement.to + rest.length),
  );
}

function restOfLine(text: string, from: number): string {
  return /^[^\r\n]*/.exec(text.slice(from))?.[0] ?? "";
}
