/** The point that a person means: a corner, a middle or a centre nearby, else a round one. */

import { middleOf, radiusOf } from "../program/arc";
import { placeOn, pointOn } from "../program/crossings";
import type { Curve, Point } from "../program/operation";
import { distance } from "../program/sketch";

/** How near, in pixels, a point takes the pointer. */
const POINT_REACH_PX = 7;

/** How near, in pixels, a curve or the line through a point takes it. */
const LINE_REACH_PX = 4;

/** Least distance of round values, in pixels. */
const STEP_PX = 5;

export type SnapName =
  | "corner"
  | "middle"
  | "centre"
  | "origin"
  | "curve"
  | "aligned"
  | "grid"
  | "free";

/** A point that others are set by. */
export interface Mark {
  readonly name: SnapName;
  readonly point: Point;
}

export interface Snapped extends Mark {
  /** Points with which it is in line. */
  readonly aligned: readonly Point[];
}

/** What there is to be taken. */
export interface Guides {
  readonly marks: readonly Mark[];
  readonly curves: readonly Curve[];
  readonly unitsPerPixel: number;
}

/** Corners, middles and centres of curves, and the origin. */
export function marksOf(curves: readonly Curve[]): Mark[] {
  return [...curves.flatMap(marksOfCurve), { name: "origin", point: [0, 0] }];
}

function marksOfCurve(curve: Curve): Mark[] {
  if (curve.op === "add_circle") {
    const [x, y] = curve.center;
    const { radius } = curve;
    const quarters: Point[] = [
      [x + radius, y],
      [x, y + radius],
      [x - radius, y],
      [x, y - radius],
    ];
    return [
      { name: "centre", point: curve.center },
      ...quarters.map((point): Mark => ({ name: "middle", point })),
    ];
  }
  const ends = [0, 1].map((at): Mark => ({ name: "corner", point: pointOn(curve, at) }));
  const middle = curve.op === "add_arc" ? middleOf(curve) : pointOn(curve, 0.5);
  const center: Mark[] = curve.op === "add_arc" ? [{ name: "centre", point: curve.center }] : [];
  return [...ends, { name: "middle", point: middle }, ...center];
}

/** The distance of round values on this scale, in model units: 1, 2 or 5 times a power of ten. */
export function stepOf(unitsPerPixel: number): number {
  const least = STEP_PX * unitsPerPixel;
  const power = Math.floor(Math.log10(least) + 1e-9);
  const factor = [1, 2, 5, 10].find((one) => one * 10 ** power >= least * (1 - 1e-9)) ?? 10;
  return Number((factor * 10 ** power).toPrecision(1));
}

/** The nearest multiple of a step, without the noise of arithmetic. */
export function onStep(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(9)) + 0;
}

/** What the pointer at a point takes. */
export function snapped(at: Point, { marks, curves, unitsPerPixel }: Guides): Snapped {
  const awayFrom = ({ point }: Mark): number => distance(point, at);
  const mark = nearest(marks, POINT_REACH_PX * unitsPerPixel, awayFrom);
  if (mark !== null) {
    return { ...mark, aligned: [] };
  }
  const step = stepOf(unitsPerPixel);
  const round: Point = [onStep(at[0], step), onStep(at[1], step)];
  const reach = LINE_REACH_PX * unitsPerPixel;
  const onCurves = curves
    .map((curve) => nearestOn(curve, at))
    .filter((point) => point !== null)
    .map((point): Mark => ({ name: "curve", point }));
  const curve = nearest(onCurves, reach, awayFrom);
  if (curve !== null && !curves.some((one) => placeOn(one, round) !== null)) {
    return { ...curve, aligned: [] };
  }
  const lines = marks.filter(({ name }) => name !== "middle");
  const [x, y] = ([0, 1] as const).map((axis) =>
    nearest(lines, reach, ({ point }) => Math.abs(point[axis] - at[axis])),
  );
  const point: Point = [x?.point[0] ?? round[0], y?.point[1] ?? round[1]];
  const aligned = [x, y].flatMap((one) => (one ? [one.point] : []));
  return { name: aligned.length > 0 ? "aligned" : "grid", point, aligned };
}

/** The nearest mark within reach. */
function nearest(
  marks: readonly Mark[],
  reach: number,
  awayFrom: (mark: Mark) => number,
): Mark | null {
  let [best, least]: [Mark | null, number] = [null, reach];
  for (const mark of marks) {
    const away = awayFrom(mark);
    if (away < least) {
      [best, least] = [mark, away];
    }
  }
  return best;
}

/** The point of a curve nearest to another one; null where it is an end or the centre is no help. */
function nearestOn(curve: Curve, at: Point): Point | null {
  if (curve.op === "add_line") {
    const [x, y] = [curve.end[0] - curve.start[0], curve.end[1] - curve.start[1]];
    const share = ((at[0] - curve.start[0]) * x + (at[1] - curve.start[1]) * y) / (x * x + y * y);
    return share >= 0 && share <= 1 ? pointOn(curve, share) : null;
  }
  const away = distance(curve.center, at);
  if (away === 0) {
    return null;
  }
  const radius = curve.op === "add_circle" ? curve.radius : radiusOf(curve);
  const point: Point = [
    curve.center[0] + ((at[0] - curve.center[0]) * radius) / away,
    curve.center[1] + ((at[1] - curve.center[1]) * radius) / away,
  ];
  return placeOn(curve, point) === null ? null : point;
}
