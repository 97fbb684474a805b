/** Patterns: copies of a closed shape along a line or about a point, in its own sketch. */

import { rotated } from "../program/arc";
import { SAME_POINT } from "../program/crossings";
import {
  curvesIn,
  type Feature,
  featureOf,
  mapped,
  placeOfNextCurve,
  shifted,
} from "../program/features";
import type { AddExtrude, Curve, Point, Program } from "../program/operation";
import { successors } from "../program/profiles";
import { distance, pointAt } from "../program/sketch";
import { type Step, stepsOf } from "../program/steps";

export type PatternKind = "line" | "circle";

/** Places in the program of the curves that hang together with one of them. */
export function shapeAround(program: Program, index: number): number[] {
  const curves = curvesIn(program, featureOf(program, index));
  const found = new Set([index]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const [place, curve] of curves) {
      const isNear = curves.some(([other, next]) => found.has(other) && touches(curve, next));
      if (isNear) {
        found.add(place);
      }
    }
  }
  return [...found].sort((one, other) => one - other);
}

/** The other ones of `count` copies: each a step further, or spread over a whole turn about a point. */
export function copies(
  kind: PatternKind,
  curves: readonly Curve[],
  to: Point,
  count: number,
): Curve[][] {
  const middle = middleOf(curves);
  return Array.from({ length: Math.max(0, count - 1) }, (_, at) =>
    curves.map((curve) => {
      const number = at + 1;
      return kind === "line"
        ? shifted(curve, [(to[0] - middle[0]) * number, (to[1] - middle[1]) * number])
        : mapped(curve, (point) => rotated(point, to, (360 * number) / count));
    }),
  );
}

/** The steps with copies of these curves, extruded and cut as they are. */
export function withCopies(
  program: Program,
  originals: readonly number[],
  made: readonly (readonly Curve[])[],
): Step[] {
  const feature = featureOf(program, originals[0] ?? 0);
  const before = curvesIn(program, feature);
  const added = made.flat();
  const after = [...before.map(([, curve]) => curve), ...added];
  const now = (curve: number): number[] => {
    const place = originals.indexOf(before[curve]?.[0] ?? -1);
    const copied = made.map((_, at) => before.length + at * originals.length + place);
    return place < 0 ? [curve] : [curve, ...copied];
  };
  const steps = stepsOf(program).map((step, index): Step => {
    const { operation } = step;
    if (operation.op !== "add_extrude" || !isWithin(feature, index)) {
      return step;
    }
    const old = before.map(([, curve]) => curve);
    return {
      ...step,
      operation: withProfiles(operation, successors(old, operation.profiles, after, now)),
    };
  });
  const at = placeOfNextCurve(program, feature);
  const news = added.map((operation): Step => ({ from: null, operation }));
  return [...steps.slice(0, at), ...news, ...steps.slice(at)];
}

/** The middle of the box around the ends and centres of curves. */
export function middleOf(curves: readonly Curve[]): Point {
  const points = curves.flatMap((curve) =>
    curve.op === "add_circle"
      ? [curve.center]
      : [curve.start, pointAt(curve, "end") ?? curve.start],
  );
  const middle = (axis: 0 | 1): number => {
    const values = points.map((point) => point[axis]);
    return (Math.min(...values) + Math.max(...values)) / 2;
  };
  return [middle(0), middle(1)];
}

function withProfiles(extrude: AddExtrude, profiles: readonly number[]): AddExtrude {
  return profiles.length === 0 ? extrude : { ...extrude, profiles };
}

function isWithin({ from, to }: Feature, index: number): boolean {
  return index >= from && index < to;
}

function touches(one: Curve, other: Curve): boolean {
  const ends = (curve: Curve): Point[] =>
    (["start", "end"] as const).flatMap((end) => {
      const point = pointAt(curve, end);
      return point === null ? [] : [point];
    });
  return ends(one).some((point) => ends(other).some((end) => distance(point, end) <= SAME_POINT));
}
