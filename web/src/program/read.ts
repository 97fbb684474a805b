/**
 * Reads the text form as far as the page needs it: to show its steps, and to change numbers where they
 * stand. Whether a program is right is the server's to say.
 */

import {
  type AddExtrude,
  BODY_OPERATIONS,
  type Extent,
  type Operation,
  ORIGIN_PLANES,
  type Plane,
  type Position,
  type Program,
} from "./operation";
import { type Argument, type Call, callOf, type Statement, statementsOf } from "./syntax";

/** A text with the program that it spells: an operation a statement. */
export interface ReadText {
  readonly text: string;
  readonly program: Program;
  readonly statements: readonly Statement[];
}

/** The program of a text; null where a line is none, or there is none at all. */
export function readText(text: string): ReadText | null {
  const statements = statementsOf(text);
  const operations = statements.map(readOperation);
  const isWhole = operations.every((operation) => operation !== null);
  return isWhole && operations.length > 0
    ? { text, program: { schema: "cadseq-program/1", operations }, statements }
    : null;
}

/** The same, where a text without any statement is a program without operations. */
export function readOrEmpty(text: string): ReadText {
  return (
    readText(text) ?? {
      text,
      program: { schema: "cadseq-program/1", operations: [] },
      statements: [],
    }
  );
}

/** The program of a part's text: one without any statement is a part of which nothing is made yet. */
export function readPart(text: string): ReadText | null {
  return readText(text) ?? (statementsOf(text).length === 0 ? readOrEmpty(text) : null);
}

/** The operation of a statement, or null. */
export function readOperation({ tokens }: Statement): Operation | null {
  const call = callOf(tokens);
  if (call?.word === "add_sketch") {
    const plane = call.parameters.length === 1 ? readPlane(call.parameters[0]) : null;
    return plane && { op: "add_sketch", plane };
  }
  return call?.word === "add_extrude" ? readExtrude(call.parameters) : call && readCurve(call);
}

function readCurve({ word, parameters }: Call): Operation | null {
  const values = numbers(parameters) ?? [];
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = values;
  switch (`${word} ${values.length}`) {
    case "add_line 4":
      return { op: "add_line", start: [a, b], end: [c, d] };
    case "add_arc 5":
      return { op: "add_arc", start: [a, b], center: [c, d], sweep_deg: e };
    case "add_circle 3":
      return { op: "add_circle", center: [a, b], radius: c };
    default:
      return null;
  }
}

/** `(depth)`, `(profiles, depth)`, `(profiles, depth, op)`, `(profiles, depth, op, other side)`. */
function readExtrude(parameters: readonly Argument[]): AddExtrude | null {
  const [first, second, result, other] = parameters;
  const depth = numberIn(second ?? first);
  const profiles = second === undefined ? [0] : profilesIn(first);
  const word = result === undefined ? "new" : wordIn(result);
  const operation = BODY_OPERATIONS.find((one) => one === word);
  const extent = depth === null ? null : readExtent(depth, other);
  return parameters.length > 4 || profiles === null || operation === undefined || extent === null
    ? null
    : { op: "add_extrude", profiles, extent, operation };
}

function readExtent(depth: number, other: Argument | undefined): Extent | null {
  if (other === undefined) {
    return { one_side: depth };
  }
  const backward = numberIn(other);
  if (backward !== null) {
    return { two_sides: { forward: depth, backward } };
  }
  return wordIn(other) === "symmetric" ? { symmetric: depth } : null;
}

function profilesIn(argument: Argument | undefined): number[] | null {
  const one = numberIn(argument);
  if (one !== null) {
    return [one];
  }
  return argument !== undefined && "list" in argument ? numbers(argument.list) : null;
}

function readPlane(argument: Argument | undefined): Plane | null {
  if (argument === undefined || !("word" in argument)) {
    return null;
  }
  const word = argument.word.toLowerCase();
  const values = numbers(argument.parameters) ?? [];
  const [a = 0, b = 0, c = 0] = values;
  switch (`${word} ${argument.parameters.length}`) {
    case "plane 6":
    case "plane 9":
      return values.length < 6 ? null : frame(values);
    case "face 3":
      return values.length === 3 ? { face: [a, b, c] } : null;
    case "start 1":
      return values.length === 1 ? { start: a } : null;
    case "end 1":
      return values.length === 1 ? { end: a } : null;
    case "side 2":
      return values.length === 2 ? { side: { sketch: a, curve: b } } : null;
    default:
      return ORIGIN_PLANES.find((name) => `${name.toLowerCase()} 0` === `${word} 0`) ?? null;
  }
}

function frame(values: readonly number[]): Plane {
  const [ox = 0, oy = 0, oz = 0, nx = 0, ny = 0, nz = 0, ...x] = values;
  const normal: Position = [nx, ny, nz];
  const [xx = 0, xy = 0, xz = 0] = x.length === 3 ? x : upright(normal);
  return { frame: { origin: [ox, oy, oz], normal, x_axis: [xx, xy, xz] } };
}

/** The horizontal x axis of docs/language.md: Z cross normal, and +X where the normal is upright. */
function upright([x, y]: Position): Position {
  const length = Math.hypot(x, y);
  return length < 1e-9 ? [1, 0, 0] : [-y / length, x / length, 0];
}

function numbers(parameters: readonly Argument[]): number[] | null {
  const values = parameters.map(numberIn);
  return values.every((value) => value !== null) ? values : null;
}

function numberIn(argument: Argument | undefined): number | null {
  return argument !== undefined && "number" in argument ? argument.number : null;
}

function wordIn(argument: Argument): string | null {
  return "word" in argument && argument.parameters.length === 0
    ? argument.word.toLowerCase()
    : null;
}
