/** Curves that mirror each other about a level or an upright line. */

import type { Point } from "../operation";
import { apart, pointIn, type Shape } from "./layout";

type Values = readonly number[];
type Ended = Shape & { kind: "line" | "arc" };

/**
 * How far two curves are from mirroring each other about the line through a centre; none where they cannot.
 *
 * @param before The numbers that say whether the line is level or upright, and which ends belong together.
 */
export function mirrored(
  one: Shape,
  other: Shape,
  center: Point,
  values: Values,
  before: Values,
): number[] {
  const across = acrossOf(middleOf(one, before), middleOf(other, before));
  if (one.kind === "circle" && other.kind === "circle") {
    const radii = (values[one.radius] ?? 0) - (values[other.radius] ?? 0);
    return [...mirroredPoints(one.center, other.center, center, across, values), radii];
  }
  if (!isEnded(one) || one.kind !== other.kind || !isEnded(other)) {
    return [];
  }
  const pairs = pairsOfEnds(one, other, center, across, before);
  const ends = pairs.flatMap(([a, b]) => mirroredPoints(a, b, center, across, values));
  return one.kind === "arc" && other.kind === "arc"
    ? [...ends, bulgeOf(one, values) - bulgeOf(other, values)]
    : ends;
}

/** The axis along which the middles of two curves are farther apart: the line of their symmetry is square to it. */
export function acrossOf(a: Point, b: Point): 0 | 1 {
  return Math.abs(a[0] - b[0]) >= Math.abs(a[1] - b[1]) ? 0 : 1;
}

/** Half-way between the ends of a curve, or its centre. */
export function middleOf(shape: Shape, values: Values): Point {
  if (shape.kind === "circle") {
    return pointIn(values, shape.center);
  }
  if (!isEnded(shape)) {
    return [0, 0];
  }
  const [start, end] = [pointIn(values, shape.start), pointIn(values, shape.end)];
  return [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
}

/** Loops that go on around mirror a start by an end; copies, a start by a start. */
function pairsOfEnds(
  one: Ended,
  other: Ended,
  center: Point,
  across: 0 | 1,
  before: Values,
): (readonly [number, number])[] {
  const ways = [
    [
      [one.start, other.end],
      [one.end, other.start],
    ],
    [
      [one.start, other.start],
      [one.end, other.end],
    ],
  ] as const;
  const off = (way: (typeof ways)[number]): number =>
    Math.hypot(...way.flatMap(([a, b]) => mirroredPoints(a, b, center, across, before)));
  return [...(off(ways[0]) <= off(ways[1]) ? ways[0] : ways[1])];
}

function mirroredPoints(
  one: number,
  other: number,
  center: Point,
  across: 0 | 1,
  values: Values,
): number[] {
  const [a, b] = [pointIn(values, one), pointIn(values, other)];
  const along = across === 0 ? 1 : 0;
  return [a[across] + b[across] - 2 * center[across], a[along] - b[along]];
}

/** How far an arc rises over its chord, to either side. */
function bulgeOf(arc: Shape & { kind: "arc" }, values: Values): number {
  const share = (values[arc.bulge] ?? 0) / arc.chord;
  return (Math.abs(share) * apart(values, arc.start, arc.end)) / 2;
}

function isEnded(shape: Shape): shape is Ended {
  return shape.kind === "line" || shape.kind === "arc";
}
