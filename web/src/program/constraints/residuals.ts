/** How far constraints are from holding: zeros where they hold; lengths, and sines of angles. */

import type { Point } from "../operation";
import { type Constraint, type ConstraintKind, leastCurves } from "./constraint";
import { apart, placesOf, pointIn, type Shape, sweepIn } from "./layout";
import { mirrored } from "./symmetry";

/** Some residuals, with the places of the numbers that they depend on. */
export interface Term {
  readonly places: readonly number[];
  of(values: readonly number[]): readonly number[];
}

/**
 * The terms of constraints, of a few curves each; what a curve has no part in is left out.
 *
 * @param before The numbers before an edit: their lengths are kept, and they say which ends mirror each other.
 */
export function termsOf(
  constraints: readonly Constraint[],
  shapes: readonly Shape[],
  before: readonly number[],
): Term[] {
  return constraints.flatMap(({ kind, curves }) => {
    const own = curves.flatMap((curve) => shapes[curve] ?? []);
    return together(kind, own).map(
      (some): Term => ({
        places: [...new Set(some.flatMap(placesOf))],
        of: (values) => residualsOf(kind, some, values, before),
      }),
    );
  });
}

/** All residuals of constraints. */
export function residuals(
  constraints: readonly Constraint[],
  shapes: readonly Shape[],
  values: readonly number[],
): number[] {
  return termsOf(constraints, shapes, values).flatMap((term) => term.of(values));
}

/** The curves that each residual of a constraint is about. */
function together(kind: ConstraintKind, shapes: readonly Shape[]): (readonly Shape[])[] {
  if (kind === "symmetric") {
    return [shapes];
  }
  return leastCurves(kind) === 1 ? shapes.map((shape) => [shape]) : pairs(shapes);
}

function residualsOf(
  kind: ConstraintKind,
  [one = NONE, other = NONE, about]: readonly Shape[],
  values: readonly number[],
  before: readonly number[],
): number[] {
  switch (kind) {
    case "horizontal":
      return along(one, values, 1);
    case "vertical":
      return along(one, values, 0);
    case "perpendicular":
      return [dot(chord(one, values), chord(other, values))];
    case "equal":
      return [sizeOf(one, values) - sizeOf(other, values)];
    case "length":
      return [sizeOf(one, values) - sizeOf(one, before)];
    case "tangent":
      return turns(one, other, values);
    case "concentric": {
      const [a, b] = [centerOf(one, values), centerOf(other, values)];
      return a && b ? [a[0] - b[0], a[1] - b[1]] : [];
    }
    case "symmetric": {
      const center = about === undefined ? ORIGIN : centerOf(about, values);
      return center === null ? [] : mirrored(one, other, center, values, before);
    }
  }
}

const NONE: Shape = { kind: "free" };
const ORIGIN: Point = [0, 0];

/** Length of a line, radius of an arc or circle. */
export function sizeOf(shape: Shape, values: readonly number[]): number {
  switch (shape.kind) {
    case "line":
      return apart(values, shape.start, shape.end);
    case "arc": {
      const half = (sweepIn(values, shape) * Math.PI) / 360;
      return apart(values, shape.start, shape.end) / 2 / Math.abs(Math.sin(half));
    }
    case "circle":
      return values[shape.radius] ?? 0;
    case "free":
      return 0;
  }
}

/** The centre of an arc or circle. */
export function centerOf(shape: Shape, values: readonly number[]): Point | null {
  if (shape.kind === "circle") {
    return pointIn(values, shape.center);
  }
  if (shape.kind !== "arc") {
    return null;
  }
  const [start, end] = [pointIn(values, shape.start), pointIn(values, shape.end)];
  const offset = 1 / (2 * Math.tan((sweepIn(values, shape) * Math.PI) / 360));
  const [x, y] = [end[0] - start[0], end[1] - start[1]];
  return [start[0] + x / 2 - y * offset, start[1] + y / 2 + x * offset];
}

/** Sines of the angles at which two curves meet where they do. */
export function turns(one: Shape, other: Shape, values: readonly number[]): number[] {
  return endsOf(one).flatMap(([place, isStart]) =>
    endsOf(other)
      .filter(([at]) => at === place)
      .map(([, isOtherStart]) => {
        const [a, b] = [tangentAt(one, isStart, values), tangentAt(other, isOtherStart, values)];
        return a[0] * b[1] - a[1] * b[0];
      }),
  );
}

function endsOf(shape: Shape): (readonly [place: number, isStart: boolean])[] {
  return shape.kind === "line" || shape.kind === "arc"
    ? [
        [shape.start, true],
        [shape.end, false],
      ]
    : [];
}

/** The direction of a curve at one of its ends: an arc turns away from its chord by half its sweep. */
function tangentAt(shape: Shape, isStart: boolean, values: readonly number[]): Point {
  const [x, y] = chord(shape, values);
  const half = shape.kind === "arc" ? (sweepIn(values, shape) * Math.PI) / 360 : 0;
  const angle = isStart ? -half : half;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  return [x * cosine - y * sine, x * sine + y * cosine];
}

/** From start to end, of length 1. */
function chord(shape: Shape, values: readonly number[]): Point {
  if (shape.kind !== "line" && shape.kind !== "arc") {
    return [0, 0];
  }
  const [start, end] = [pointIn(values, shape.start), pointIn(values, shape.end)];
  const [x, y] = [end[0] - start[0], end[1] - start[1]];
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
}

function along(shape: Shape, values: readonly number[], axis: 0 | 1): number[] {
  return shape.kind === "line"
    ? [pointIn(values, shape.end)[axis] - pointIn(values, shape.start)[axis]]
    : [];
}

function dot(one: Point, other: Point): number {
  return one[0] * other[0] + one[1] * other[1];
}

/** Each with its follower. */
function pairs<Item>(items: readonly Item[]): (readonly Item[])[] {
  return items.slice(1).map((_, at) => items.slice(at, at + 2));
}
