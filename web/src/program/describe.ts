/** Operations in words, for the timeline. */

import { radiusOf } from "./arc";
import { decimal, type LengthUnit, lengthText } from "./length";
import type { Extent, Operation, Plane, Program } from "./operation";
import { distance } from "./sketch";

/** An operation's name and what tells it from its neighbours. */
export interface Description {
  readonly title: string;
  readonly detail: string;
}

/** Says what an operation is. */
export function describe(operation: Operation, unit: LengthUnit): Description {
  const length = (units: number): string => lengthText(units, unit, 1);
  switch (operation.op) {
    case "add_sketch":
      return { title: "Sketch", detail: `on ${describePlane(operation.plane)}` };
    case "add_line":
      return { title: "Line", detail: length(distance(operation.start, operation.end)) };
    case "add_arc":
      return {
        title: "Arc",
        detail: `${decimal(operation.sweep_deg, 1)}°, R ${length(radiusOf(operation))}`,
      };
    case "add_circle":
      return { title: "Circle", detail: `R ${length(operation.radius)}` };
    case "add_extrude":
      return {
        title: "Extrude",
        detail: `${extentWords(operation.extent, length)}, ${operation.operation}`,
      };
  }
}

/** A sketch's plane in words. */
export function describePlane(plane: Plane): string {
  if (typeof plane === "string") {
    return plane;
  }
  if ("frame" in plane) {
    return "a plane of its own";
  }
  if ("face" in plane) {
    return "the face at a point";
  }
  if ("side" in plane) {
    return `the side of sketch ${plane.side.sketch + 1}, curve ${plane.side.curve + 1}`;
  }
  return "start" in plane
    ? `the start of extrude ${plane.start + 1}`
    : `the end of extrude ${plane.end + 1}`;
}

function extentWords(extent: Extent, length: (units: number) => string): string {
  if ("one_side" in extent) {
    return length(extent.one_side);
  }
  if ("symmetric" in extent) {
    return `${length(extent.symmetric)} symmetric`;
  }
  return `${length(extent.two_sides.forward)} and ${length(extent.two_sides.backward)}`;
}

/**
 * The operation that made a face, from an origin in the words of the language: `start(0)` and
 * `end(0)` name an extrude, `side(0, 3)` a sketch and its curve.
 */
export function operationOfOrigin(program: Program, origin: string): number | null {
  const match = /^(start|end|side)\((\d+)(?:,\s*(\d+))?\)$/.exec(origin);
  if (match === null) {
    return null;
  }
  if (match[1] !== "side") {
    return nth(program, "add_extrude", Number(match[2]));
  }
  const sketch = nth(program, "add_sketch", Number(match[2]));
  return sketch === null ? null : sketch + 1 + Number(match[3]);
}

function nth(program: Program, op: Operation["op"], number: number): number | null {
  let seen = -1;
  const index = program.operations.findIndex((one) => one.op === op && ++seen === number);
  return index < 0 ? null : index;
}
