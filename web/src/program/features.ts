/** Features: a sketch with its curves and extrudes; how they and their parts come, go and move. */

import type { AddExtrude, Curve, Operation, Point, Program } from "./operation";
import { isCurve } from "./operation";
import { outermost, profilesOf } from "./profiles";
import { type Step, stepsOf } from "./steps";

/** Places of a feature's operations: its sketch, and past its last extrude. */
export interface Feature {
  readonly from: number;
  readonly to: number;
}

/** The features of a program, in order. */
export function featuresOf({ operations }: Program): Feature[] {
  const starts = operations.flatMap(({ op }, index) => (op === "add_sketch" ? [index] : []));
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? operations.length }));
}

/** The feature to which an operation belongs. */
export function featureOf(program: Program, index: number): Feature {
  const found = featuresOf(program).findLast(({ from }) => from <= index);
  return found ?? { from: 0, to: program.operations.length };
}

/** The curves of a feature with their places. */
export function curvesIn(program: Program, { from, to }: Feature): readonly [number, Curve][] {
  return program.operations.flatMap((operation, index): [number, Curve][] =>
    index > from && index < to && isCurve(operation) ? [[index, operation]] : [],
  );
}

/** Whether a feature makes something: it has a curve and an extrude. */
function isFinished({ operations }: Program, { from, to }: Feature): boolean {
  const own = operations.slice(from, to);
  return own.some(isCurve) && own.some(({ op }) => op === "add_extrude");
}

/** The sketch of the first feature that makes nothing yet; null where all do. */
export function unfinishedSketch(program: Program): number | null {
  return featuresOf(program).find((feature) => !isFinished(program, feature))?.from ?? null;
}

/**
 * Steps without one operation: a curve or an extrude that is the last of its kind goes with its whole
 * feature, as a sketch does.
 */
export function without(program: Program, index: number): Step[] {
  const { from, to } = featureOf(program, index);
  const operation = program.operations[index];
  const isAlike = (other: Operation): boolean =>
    isCurve(operation) ? isCurve(other) : other.op === operation?.op;
  const alike = program.operations.slice(from, to).filter(isAlike).length;
  const goesWhole = operation?.op === "add_sketch" || alike === 1;
  return stepsOf(program).filter((_, at) => (goesWhole ? at < from || at >= to : at !== index));
}

/**
 * Steps with one operation a place earlier (-1) or later (1) among its like in its feature, or a sketch
 * with its feature among the features; null at the end of the way.
 */
export function moved(program: Program, index: number, by: -1 | 1): Step[] | null {
  const steps = stepsOf(program);
  const operation = program.operations[index];
  const own = featureOf(program, index);
  if (operation?.op !== "add_sketch") {
    const other = program.operations[index + by];
    const isWithin = index + by > own.from && index + by < own.to;
    const isAlike = isCurve(operation) ? isCurve(other) : other?.op === operation?.op;
    return isWithin && isAlike ? exchanged(steps, Math.min(index, index + by), 1, 1) : null;
  }
  const features = featuresOf(program);
  const at = features.findIndex(({ from }) => from === own.from);
  const [first, second] = by < 0 ? [features[at - 1], own] : [own, features[at + 1]];
  return first === undefined || second === undefined
    ? null
    : exchanged(steps, first.from, first.to - first.from, second.to - second.from);
}

/** Two neighbouring runs of steps, the one after the other. */
function exchanged(steps: readonly Step[], at: number, first: number, second: number): Step[] {
  return [
    ...steps.slice(0, at),
    ...steps.slice(at + first, at + first + second),
    ...steps.slice(at, at + first),
    ...steps.slice(at + first + second),
  ];
}

/** Steps with new ones before the operation at a place. */
export function inserted(program: Program, at: number, operations: readonly Operation[]): Step[] {
  const added = operations.map((operation): Step => ({ from: null, operation }));
  const steps = stepsOf(program);
  return [...steps.slice(0, at), ...added, ...steps.slice(at)];
}

/** Where the next curve of a feature goes: after its curves. */
export function placeOfNextCurve(program: Program, feature: Feature): number {
  return (curvesIn(program, feature).at(-1)?.[0] ?? feature.from) + 1;
}

/** The extrude that most people mean for curves: of the outermost profiles. */
export function extrudeOf(
  curves: readonly Curve[],
  depth: number,
  operation: AddExtrude["operation"],
): AddExtrude {
  const profiles = outermost(profilesOf(curves));
  return {
    op: "add_extrude",
    profiles: profiles.length === 0 ? [0] : profiles,
    extent: { one_side: depth },
    operation,
  };
}

/** A curve elsewhere. */
export function shifted<Kind extends Curve>(curve: Kind, [x, y]: Point): Kind {
  return mapped(curve, ([u, v]) => [u + x, v + y]);
}

/** A curve with its points elsewhere; radii and sweeps stay. */
export function mapped<Kind extends Curve>(curve: Kind, map: (point: Point) => Point): Kind {
  switch (curve.op) {
    case "add_line":
      return { ...curve, start: map(curve.start), end: map(curve.end) };
    case "add_arc":
      return { ...curve, start: map(curve.start), center: map(curve.center) };
    case "add_circle":
      return { ...curve, center: map(curve.center) };
  }
}
