/** What a person should know of programs read from a picture, and that their pictures do not say. */

import { lengthsOf } from "./lengths";
import type { Program } from "./operation";
import { isCurve } from "./operation";
import { distance, pointAt } from "./sketch";

/** Lengths that agree to this share are equal, as far as a picture says. */
const SAME = 0.01;

/** An edge shorter than this share of the part is one that the reading may have made up. */
const SHORT = 0.08;

/**
 * How much larger one program is than another of the same shape; null where they differ in more than
 * size and place.
 */
export function sizeRatio(one: Program, other: Program): number | null {
  if (one.operations.length !== other.operations.length) {
    return null;
  }
  const pairs = one.operations.map((operation, at) => {
    const counterpart = other.operations[at];
    return operation.op === counterpart?.op
      ? { from: lengthsOf(counterpart), to: lengthsOf(operation) }
      : null;
  });
  if (pairs.some((pair) => pair === null || pair.from.length !== pair.to.length)) {
    return null;
  }
  const ratios = pairs.flatMap((pair) =>
    (pair?.to ?? []).map((length, at) => length / (pair?.from[at] ?? Number.NaN)),
  );
  const ratio = ratios[0];
  const isOne = ratio !== undefined && ratios.every((each) => Math.abs(each / ratio - 1) < SAME);
  return isOne && Math.abs(ratio - 1) >= SAME ? ratio : null;
}

/** Lines and arcs, by their place in the program, that are short beside the whole sketch. */
export function shortEdges(program: Program): number[] {
  const points = program.operations.flatMap((operation) =>
    isCurve(operation)
      ? operation.op === "add_circle"
        ? [
            [operation.center[0] - operation.radius, operation.center[1]] as const,
            [operation.center[0] + operation.radius, operation.center[1]] as const,
          ]
        : [operation.start, pointAt(operation, "end") ?? operation.start]
      : [],
  );
  const size = Math.max(
    ...[0, 1].map((axis) => {
      const values = points.map((point) => point[axis] ?? 0);
      return Math.max(...values) - Math.min(...values);
    }),
  );
  return program.operations.flatMap((operation, index) => {
    if (operation.op !== "add_line" && operation.op !== "add_arc") {
      return [];
    }
    const end = pointAt(operation, "end") ?? operation.start;
    return distance(operation.start, end) < SHORT * size ? [index] : [];
  });
}
