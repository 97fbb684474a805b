/** A sketch as numbers that constraints are about: points that curves share, bulges of arcs, radii. */

import { arcBetween } from "../arc";
import type { Curve, Point } from "../operation";
import { distance, type PlacedCurve, vertices } from "../sketch";

/** A curve by the places of its numbers; a point is two of them. */
export type Shape =
  | { readonly kind: "line"; readonly start: number; readonly end: number }
  | {
      readonly kind: "arc";
      readonly start: number;
      readonly end: number;
      /** Tangent of a quarter of the sweep, as long as the chord was at first, so that it moves like a point. */
      readonly bulge: number;
      readonly chord: number;
    }
  | { readonly kind: "circle"; readonly center: number; readonly radius: number }
  /** An arc that turns all the way. */
  | { readonly kind: "free" };

const QUARTER = Math.PI / 720;

export class Layout {
  private constructor(
    readonly shapes: readonly Shape[],
    readonly values: readonly number[],
    private readonly curves: readonly Curve[],
  ) {}

  static of(curves: readonly Curve[]): Layout {
    const placed = curves.map((curve, index): PlacedCurve => ({ index, curve }));
    const values: number[] = [];
    const places = new Map<string, number>();
    for (const { point, ends } of vertices(placed)) {
      for (const { index, end } of ends) {
        places.set(`${index} ${end}`, values.length);
      }
      values.push(...point);
    }
    const shapes = placed.map(({ index, curve }): Shape => {
      const [start, end] = [places.get(`${index} start`), places.get(`${index} end`)];
      if (curve.op === "add_circle") {
        const center = values.push(...curve.center) - 2;
        return { kind: "circle", center, radius: values.push(curve.radius) - 1 };
      }
      if (start === undefined || end === undefined || start === end) {
        return { kind: "free" };
      }
      if (curve.op === "add_line") {
        return { kind: "line", start, end };
      }
      const chord = apart(values, start, end);
      const bulge = values.push(chord * Math.tan(curve.sweep_deg * QUARTER)) - 1;
      return { kind: "arc", start, end, bulge, chord };
    });
    return new Layout(shapes, values, curves);
  }

  /** The numbers of other curves in the same layout; null where they do not have it. */
  valuesOf(curves: readonly Curve[]): number[] | null {
    const other = Layout.of(curves);
    const isSame =
      other.shapes.length === this.shapes.length &&
      other.values.length === this.values.length &&
      other.shapes.every((shape, at) => isAlike(shape, this.shapes[at]));
    if (!isSame) {
      return null;
    }
    const values = [...other.values];
    for (const [at, shape] of this.shapes.entries()) {
      const now = other.shapes[at];
      if (shape.kind === "arc" && now?.kind === "arc") {
        values[shape.bulge] = ((values[shape.bulge] ?? 0) / now.chord) * shape.chord;
      }
    }
    return values;
  }

  /** The curves with these numbers; null where one of them is none. */
  curvesWith(values: readonly number[]): Curve[] | null {
    const made = this.shapes.map((shape, at) => curveOf(shape, values, this.curves[at]));
    return made.every((curve) => curve !== null) ? made : null;
  }
}

/** The places of the numbers that are set together with one: both of a point. */
export function togetherWith(shapes: readonly Shape[], place: number): readonly number[] {
  const point = shapes.flatMap(pointsOf).find((one) => one === place || one + 1 === place);
  return point === undefined ? [place] : [point, point + 1];
}

/** The places of all numbers of a curve. */
export function placesOf(shape: Shape): number[] {
  const points = pointsOf(shape).flatMap((point) => [point, point + 1]);
  switch (shape.kind) {
    case "arc":
      return [...points, shape.bulge];
    case "circle":
      return [...points, shape.radius];
    default:
      return points;
  }
}

function pointsOf(shape: Shape): number[] {
  switch (shape.kind) {
    case "line":
    case "arc":
      return [shape.start, shape.end];
    case "circle":
      return [shape.center];
    case "free":
      return [];
  }
}

export function pointIn(values: readonly number[], at: number): Point {
  return [values[at] ?? 0, values[at + 1] ?? 0];
}

/** Distance of two points. */
export function apart(values: readonly number[], one: number, other: number): number {
  return distance(pointIn(values, one), pointIn(values, other));
}

/** The angle of an arc in degrees. */
export function sweepIn(values: readonly number[], arc: Shape & { kind: "arc" }): number {
  return Math.atan((values[arc.bulge] ?? 0) / arc.chord) / QUARTER;
}

function curveOf(shape: Shape, values: readonly number[], old: Curve | undefined): Curve | null {
  switch (shape.kind) {
    case "line":
      return {
        op: "add_line",
        start: pointIn(values, shape.start),
        end: pointIn(values, shape.end),
      };
    case "arc": {
      const [start, end] = [pointIn(values, shape.start), pointIn(values, shape.end)];
      return arcBetween(start, end, sweepIn(values, shape));
    }
    case "circle": {
      const radius = values[shape.radius] ?? 0;
      return radius > 0
        ? { op: "add_circle", center: pointIn(values, shape.center), radius }
        : null;
    }
    case "free":
      return old ?? null;
  }
}

function isAlike(one: Shape, other: Shape | undefined): boolean {
  const without = (shape: Shape | undefined) => JSON.stringify({ ...shape, chord: 0 });
  return without(one) === without(other);
}
