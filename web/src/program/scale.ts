/** The scale of a whole program: one length that is known says how large all of it is. */

import { radiusOf } from "./arc";
import { mapped } from "./features";
import { depthOf } from "./lengths";
import type { Extent, Operation, Plane, Point, Position, Program } from "./operation";
import { distance } from "./sketch";

/** A length of the program that a person can recognize on the part. */
export interface NamedLength {
  readonly name: string;
  /** In model units, positive. */
  readonly units: number;
}

/** The program with every length multiplied; angles and directions stay. */
export function scaled(program: Program, factor: number): Program {
  const operations = program.operations.map((operation) => scaledOperation(operation, factor));
  return { ...program, operations };
}

function scaledOperation(operation: Operation, factor: number): Operation {
  const point = ([x, y]: Point): Point => [x * factor, y * factor];
  switch (operation.op) {
    case "add_sketch":
      return { ...operation, plane: scaledPlane(operation.plane, factor) };
    case "add_line":
    case "add_arc":
      return mapped(operation, point);
    case "add_circle":
      return { ...mapped(operation, point), radius: operation.radius * factor };
    case "add_extrude":
      return { ...operation, extent: scaledExtent(operation.extent, factor) };
  }
}

function scaledPlane(plane: Plane, factor: number): Plane {
  const position = ([x, y, z]: Position): Position => [x * factor, y * factor, z * factor];
  if (typeof plane === "string") {
    return plane;
  }
  if ("frame" in plane) {
    return { frame: { ...plane.frame, origin: position(plane.frame.origin) } };
  }
  return "face" in plane ? { face: position(plane.face) } : plane;
}

function scaledExtent(extent: Extent, factor: number): Extent {
  if ("one_side" in extent) {
    return { one_side: extent.one_side * factor };
  }
  if ("symmetric" in extent) {
    return { symmetric: extent.symmetric * factor };
  }
  const { forward, backward } = extent.two_sides;
  return { two_sides: { forward: forward * factor, backward: backward * factor } };
}

/** Lengths by which the scale can be set: of lines, radii and depths. */
export function namedLengths(program: Program): NamedLength[] {
  return program.operations.flatMap((operation, index) => {
    const length = namedLength(operation, index + 1);
    return length.filter(({ units }) => units > 0);
  });
}

function namedLength(operation: Operation, number: number): NamedLength[] {
  switch (operation.op) {
    case "add_sketch":
      return [];
    case "add_line":
      return [{ name: `${number} Line: length`, units: distance(operation.start, operation.end) }];
    case "add_arc":
      return [{ name: `${number} Arc: radius`, units: radiusOf(operation) }];
    case "add_circle":
      return [{ name: `${number} Circle: diameter`, units: 2 * operation.radius }];
    case "add_extrude":
      return [{ name: `${number} Extrude: depth`, units: depthOf(operation.extent) }];
  }
}
