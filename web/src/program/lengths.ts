/** Lengths of an operation that its place does not change. */

import { radiusOf } from "./arc";
import type { Extent, Operation } from "./operation";
import { distance } from "./sketch";

/** Lengths of curves and depths, positive. */
export function lengthsOf(operation: Operation): number[] {
  switch (operation.op) {
    case "add_sketch":
      return [];
    case "add_line":
      return [distance(operation.start, operation.end)];
    case "add_arc":
      return [radiusOf(operation)];
    case "add_circle":
      return [operation.radius];
    case "add_extrude":
      return [depthOf(operation.extent)];
  }
}

/** How long an extrude is, positive. */
export function depthOf(extent: Extent): number {
  if ("one_side" in extent) {
    return Math.abs(extent.one_side);
  }
  if ("symmetric" in extent) {
    return Math.abs(extent.symmetric);
  }
  return Math.abs(extent.two_sides.forward + extent.two_sides.backward);
}
