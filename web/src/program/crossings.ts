/** Where two curves meet, as places along each of them: 0 at its start, 1 at its end. */

import { radiusOf, rotated } from "./arc";
import type { Curve, Point } from "./operation";

/** Points nearer than this, in model units, are one; the kernel's own tolerance. */
export const SAME_POINT = 1e-5;

/** A place along each of two curves. */
export type Crossing = readonly [number, number];

/** A curve as a straight or a round one; a circle is a whole turn from its rightmost point. */
type Shape = Straight | Round;

interface Straight {
  readonly kind: "straight";
  readonly start: Point;
  readonly along: Point;
}

interface Round {
  readonly kind: "round";
  readonly center: Point;
  readonly radius: number;
  readonly from: number;
  /** Signed, in radians. */
  readonly sweep: number;
}

/** The point at a place along a curve. */
export function pointOn(curve: Curve, at: number): Point {
  switch (curve.op) {
    case "add_line":
      return [
        curve.start[0] + (curve.end[0] - curve.start[0]) * at,
        curve.start[1] + (curve.end[1] - curve.start[1]) * at,
      ];
    case "add_arc":
      return rotated(curve.start, curve.center, curve.sweep_deg * at);
    case "add_circle":
      return rotated([curve.center[0] + curve.radius, curve.center[1]], curve.center, 360 * at);
  }
}

/** Where two curves cross or touch; ends that lie on the other curve count. */
export function crossings(one: Curve, other: Curve): Crossing[] {
  const points = [...meetings(shapeOf(one), shapeOf(other)), ...endsOf(one), ...endsOf(other)];
  return points.flatMap((point): Crossing[] => {
    const [at, otherAt] = [placeOn(one, point), placeOn(other, point)];
    return at === null || otherAt === null ? [] : [[at, otherAt]];
  });
}

/** Where along a curve a point lies; null where it does not lie on it. */
export function placeOn(curve: Curve, point: Point): number | null {
  const shape = shapeOf(curve);
  const at = shape.kind === "straight" ? along(shape, point) : turned(shape, point);
  const place = Math.min(1, Math.max(0, at));
  const [x, y] = pointOn(curve, place);
  return Math.hypot(x - point[0], y - point[1]) <= SAME_POINT ? place : null;
}

function endsOf(curve: Curve): Point[] {
  return curve.op === "add_circle" ? [] : [pointOn(curve, 0), pointOn(curve, 1)];
}

function along({ start, along: [x, y] }: Straight, point: Point): number {
  return ((point[0] - start[0]) * x + (point[1] - start[1]) * y) / (x * x + y * y);
}

function turned({ center, radius, from, sweep }: Round, point: Point): number {
  const angle = Math.atan2(point[1] - center[1], point[0] - center[0]);
  const whole = 2 * Math.PI;
  const past = (((angle - from) * Math.sign(sweep)) % whole) + whole;
  const share = (past % whole) / Math.abs(sweep);
  // A hair before the start is the start, not the end of a whole turn.
  const isStart = whole / Math.abs(sweep) - share < SAME_POINT / radius;
  return isStart ? 0 : share;
}

function shapeOf(curve: Curve): Shape {
  switch (curve.op) {
    case "add_line": {
      const [start, end] = [curve.start, curve.end];
      return { kind: "straight", start, along: [end[0] - start[0], end[1] - start[1]] };
    }
    case "add_arc": {
      const { center, start, sweep_deg } = curve;
      const from = Math.atan2(start[1] - center[1], start[0] - center[0]);
      const sweep = (sweep_deg * Math.PI) / 180;
      return { kind: "round", center, radius: radiusOf(curve), from, sweep };
    }
    case "add_circle": {
      const { center, radius } = curve;
      return { kind: "round", center, radius, from: 0, sweep: 2 * Math.PI };
    }
  }
}

function meetings(one: Shape, other: Shape): Point[] {
  if (one.kind === "straight") {
    return other.kind === "straight" ? linesMeet(one, other) : lineMeetsCircle(one, other);
  }
  return other.kind === "straight" ? lineMeetsCircle(other, one) : circlesMeet(one, other);
}

function linesMeet(one: Straight, other: Straight): Point[] {
  const [[ax, ay], [bx, by]] = [one.along, other.along];
  const cross = ax * by - ay * bx;
  if (Math.abs(cross) < 1e-12 * Math.hypot(ax, ay) * Math.hypot(bx, by)) {
    return [];
  }
  const [x, y] = [other.start[0] - one.start[0], other.start[1] - one.start[1]];
  const at = (x * by - y * bx) / cross;
  return [[one.start[0] + ax * at, one.start[1] + ay * at]];
}

function lineMeetsCircle({ start, along: [x, y] }: Straight, { center, radius }: Round): Point[] {
  const length = Math.hypot(x, y);
  const [ux, uy] = [x / length, y / length];
  const foot = (center[0] - start[0]) * ux + (center[1] - start[1]) * uy;
  const near: Point = [start[0] + ux * foot, start[1] + uy * foot];
  const away = Math.hypot(near[0] - center[0], near[1] - center[1]);
  if (away > radius + SAME_POINT) {
    return [];
  }
  const half = Math.sqrt(Math.max(0, radius * radius - away * away));
  return [
    [near[0] + ux * half, near[1] + uy * half],
    [near[0] - ux * half, near[1] - uy * half],
  ];
}

function circlesMeet(one: Round, other: Round): Point[] {
  const [x, y] = [other.center[0] - one.center[0], other.center[1] - one.center[1]];
  const apart = Math.hypot(x, y);
  const isFar = apart > one.radius + other.radius + SAME_POINT;
  if (apart < SAME_POINT || isFar || apart < Math.abs(one.radius - other.radius) - SAME_POINT) {
    return [];
  }
  const foot = (apart ** 2 + one.radius ** 2 - other.radius ** 2) / (2 * apart);
  const half = Math.sqrt(Math.max(0, one.radius ** 2 - foot ** 2));
  const [ux, uy] = [x / apart, y / apart];
  const near: Point = [one.center[0] + ux * foot, one.center[1] + uy * foot];
  return [
    [near[0] - uy * half, near[1] + ux * half],
    [near[0] + uy * half, near[1] - ux * half],
  ];
}
