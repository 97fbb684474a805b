/**
 * A program whose operations come, go and change places. What refers to others, planes on faces and
 * numbers of profiles, goes on to mean the same.
 */

import type { AddExtrude, Curve, Operation, Plane, PlaneFrame, Program } from "./operation";
import { isCurve } from "./operation";
import { successors } from "./profiles";

/** An operation that was there, as it is or changed, or a new one. */
export interface Step {
  /** Its place before; null for a new one. */
  readonly from: number | null;
  /** Planes refer to operations as they were numbered before. */
  readonly operation: Operation;
  /** The comment of a new one. */
  readonly name?: string;
}

/** Steps with references as they are numbered now, and what had to be said of it. */
export interface Renumbered {
  readonly steps: readonly Step[];
  /** Sketches, by their place now, whose face is gone: they stay where they were. */
  readonly freed: readonly number[];
}

/** Why steps cannot stand in this order. */
export class OrderError extends Error {}

/** The operations of a program as steps. */
export function stepsOf({ operations }: Program): Step[] {
  return operations.map((operation, from) => ({ from, operation }));
}

/**
 * Numbers references anew.
 *
 * @param frameOf Where the sketch at a place of the old program lies, for one whose face is gone.
 * @throws {OrderError} Where a sketch would come before what it lies on.
 */
export function renumbered(
  before: Program,
  steps: readonly Step[],
  frameOf: (sketch: number) => PlaneFrame | null,
): Renumbered {
  const freed: number[] = [];
  const made = steps.map((step, at): Step => {
    const { operation } = step;
    if (operation.op === "add_sketch") {
      const plane = planeNow(before, steps, at, operation.plane);
      if (plane !== null) {
        return { ...step, operation: { ...operation, plane } };
      }
      freed.push(at);
      const frame = step.from === null ? null : frameOf(step.from);
      if (frame === null) {
        throw new OrderError(`Step ${(step.from ?? at) + 1} lies on what would be gone.`);
      }
      return { ...step, operation: { ...operation, plane: { frame } } };
    }
    return operation.op === "add_extrude"
      ? { ...step, operation: extrudeNow(before, steps, at, operation) }
      : step;
  });
  return { steps: made, freed };
}

/** The plane in the numbers of now; null where what it refers to is gone. */
function planeNow(before: Program, steps: readonly Step[], at: number, plane: Plane): Plane | null {
  const old = targetOf(before, plane);
  if (old === null) {
    return plane;
  }
  const place = steps.findIndex(({ from }) => from === old);
  if (place < 0) {
    return null;
  }
  if (place > at) {
    const [own, other] = [(steps[at]?.from ?? at) + 1, old + 1];
    throw new OrderError(`Step ${own} lies on what step ${other} makes, and must come after it.`);
  }
  const count = (op: Operation["op"]): number =>
    steps.slice(0, place).filter(({ operation }) => operation.op === op).length;
  if (typeof plane === "object" && "side" in plane) {
    const sketch = sketchAt(steps, place);
    return { side: { sketch: count("add_sketch") - 1, curve: place - sketch - 1 } };
  }
  const extrude = count("add_extrude");
  return typeof plane === "object" && "start" in plane ? { start: extrude } : { end: extrude };
}

/** The operation that a plane refers to, or null. */
function targetOf({ operations }: Program, plane: Plane): number | null {
  if (typeof plane === "string" || "frame" in plane || "face" in plane) {
    return null;
  }
  const nth = (op: Operation["op"], number: number): number => {
    const all = operations.flatMap((one, index) => (one.op === op ? [index] : []));
    return all[number] ?? -1;
  };
  if ("side" in plane) {
    return nth("add_sketch", plane.side.sketch) + 1 + plane.side.curve;
  }
  return nth("add_extrude", "start" in plane ? plane.start : plane.end);
}

/** The place of the sketch to which the step at a place belongs. */
function sketchAt(steps: readonly Step[], place: number): number {
  return steps.findLastIndex(({ operation }, at) => at <= place && operation.op === "add_sketch");
}

/** The extrude with the profiles that it had, where its sketch has other curves than before. */
function extrudeNow(
  before: Program,
  steps: readonly Step[],
  at: number,
  operation: AddExtrude,
): AddExtrude {
  const from = steps[at]?.from ?? null;
  const old = from === null ? undefined : before.operations[from];
  const sketch = sketchAt(steps, at);
  const oldSketch = steps[sketch]?.from ?? null;
  if (old?.op !== "add_extrude" || old.profiles !== operation.profiles || oldSketch === null) {
    return operation;
  }
  const was = curvesAfter(stepsOf(before), oldSketch);
  const is = curvesAfter(steps, sketch);
  if (was.length === is.length && was.every((step, curve) => step.from === is[curve]?.from)) {
    return operation;
  }
  const now = (curve: number): number[] => {
    const place = is.findIndex(({ from }) => from === was[curve]?.from);
    return place < 0 ? [] : [place];
  };
  const profiles = successors(was.map(curveOf), operation.profiles, is.map(curveOf), now);
  return profiles.length === 0 ? operation : { ...operation, profiles };
}

interface CurveStep extends Step {
  readonly operation: Curve;
}

function curveOf({ operation }: CurveStep): Curve {
  return operation;
}

/** The curves of the sketch at a place. */
function curvesAfter(steps: readonly Step[], sketch: number): CurveStep[] {
  const rest = steps.slice(sketch + 1);
  const end = rest.findIndex(({ operation }) => !isCurve(operation));
  return rest.slice(0, end < 0 ? rest.length : end).filter(isCurveStep);
}

function isCurveStep(step: Step): step is CurveStep {
  return isCurve(step.operation);
}
