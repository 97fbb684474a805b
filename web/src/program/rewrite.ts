/**
 * An edit of a program as an edit of its text: numbers change where they stand; comments, layout and
 * lines that are still being written stay.
 */

import type { Operation, Program } from "./operation";
import { type ReadText, readText } from "./read";
import { numberOf, type Statement, statementsOf, tokensOf } from "./syntax";
import { printOperation } from "./text";

/** Decimals that an edit writes: a hundredth of a micrometre. */
const DECIMALS = 6;

/** An arc's centre needs more, for its loop to stay closed. */
const CENTER_DECIMALS = 9;

/** The text with other operations in the places of those that are there. */
export function rewritten(read: ReadText, program: Program): ReadText {
  const changes = read.statements.flatMap((statement, index) => {
    const [old, next] = [read.program.operations[index], program.operations[index]];
    return next === undefined || isSame(old, next) ? [] : [change(read.text, statement, next)];
  });
  const text = applied(read.text, changes);
  return readText(text) ?? { text, program, statements: statementsOf(text) };
}

/**
 * The same edit in a text that has gone on from the one that was read, and is not right yet. Null
 * where a changed line is not there any more.
 */
export function carriedOver(draft: string, read: ReadText, program: Program): string | null {
  const drafted = statementsOf(draft);
  const place = places(draft, drafted, read);
  const changes: Change[] = [];
  for (const [index, next] of program.operations.entries()) {
    if (!isSame(read.program.operations[index], next)) {
      const statement = drafted[place(index) ?? -1];
      if (statement === undefined) {
        return null;
      }
      changes.push(change(draft, statement, next));
    }
  }
  return applied(draft, changes);
}

/** Where each statement of the text that was read is in the draft. */
function places(draft: string, drafted: readonly Statement[], read: ReadText) {
  const [old, now] = [words(read.text, read.statements), words(draft, drafted)];
  const longest = Math.min(old.length, now.length);
  let before = 0;
  while (before < longest && old[before] === now[before]) {
    before++;
  }
  let after = 0;
  while (after < longest - before && old.at(-1 - after) === now.at(-1 - after)) {
    after++;
  }
  const shift = now.length - old.length;
  return (index: number): number | null => {
    const isAfter = index >= old.length - after;
    return isAfter ? index + shift : index < before || shift === 0 ? index : null;
  };
}

function words(text: string, statements: readonly Statement[]): string[] {
  return statements.map(({ from, to }) => text.slice(from, to));
}

/** The lines from a place to another, in which the statement is another operation. */
export function statementChanged(
  text: string,
  statement: Statement,
  operation: Operation,
  lines: { readonly from: number; readonly to: number },
): string {
  const { from, to, text: written } = change(text, statement, operation);
  return text.slice(lines.from, from) + written + text.slice(to, lines.to);
}

interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Puts an operation in a statement's place, with a comment behind it where it was if there is room. */
function change(text: string, statement: Statement, operation: Operation): Change {
  const { from, to } = statement;
  const written = withNumbers(text, statement, operation) ?? printOperation(rounded(operation));
  const gap = /^[ ]{2,}(?=#)/.exec(text.slice(to))?.[0].length ?? 0;
  if (gap === 0) {
    return { from, to, text: written };
  }
  const room = gap - (written.length - (to - from));
  return { from, to: to + gap, text: written + " ".repeat(Math.max(1, room)) };
}

/** The statement with the operation's numbers, where nothing but numbers differs. */
function withNumbers(text: string, { tokens, from, to }: Statement, operation: Operation) {
  const printed = printOperation(rounded(operation));
  // The shorter ways to write an extrude.
  const ways = [
    printed,
    printed.replace(/, new\)$/, ")"),
    printed.replace(/\(0, ([^,]+), new\)$/, "($1)"),
  ];
  const same = ways
    .map((way) => tokensOf(way))
    .find(
      (way) =>
        way.length === tokens.length &&
        way.every((token, at) => {
          const old = tokens[at];
          const areNumbers = numberOf(token) !== null && numberOf(old) !== null;
          return areNumbers || token.text.toLowerCase() === old?.text.toLowerCase();
        }),
    );
  const changes = same?.flatMap(({ text }, at): Change[] => {
    const old = tokens[at];
    return old === undefined || Number(old.text) === Number(text) || numberOf(old) === null
      ? []
      : [{ from: old.from - from, to: old.to - from, text }];
  });
  return changes && applied(text.slice(from, to), changes);
}

/** Changes in the order of the text, which do not overlap. */
function applied(text: string, changes: readonly Change[]): string {
  let [done, at] = ["", 0];
  for (const { from, to, text: written } of changes) {
    done += text.slice(at, from) + written;
    at = to;
  }
  return done + text.slice(at);
}

/** The operation without the noise of arithmetic, and as closed as it was. */
export function rounded(operation: Operation): Operation {
  switch (operation.op) {
    case "add_sketch":
      return operation;
    case "add_arc": {
      const [x, y] = operation.center;
      const center = [round(x, CENTER_DECIMALS), round(y, CENTER_DECIMALS)] as const;
      return { ...roundedAll(operation), center };
    }
    default:
      return roundedAll(operation);
  }
}

function roundedAll<Kind extends Operation>(operation: Kind): Kind {
  return JSON.parse(JSON.stringify(operation), (_, value) =>
    typeof value === "number" ? round(value, DECIMALS) : value,
  );
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

function isSame(one: Operation | undefined, other: Operation): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
