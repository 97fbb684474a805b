/** What a person draws: points that are clicked, one after the other, become curves. */

import { arcBetween, middleOf, sweepThrough } from "../program/arc";
import type { Curve, Point } from "../program/operation";
import { distance } from "../program/sketch";

/** A number of a shape that is being drawn, which can be typed instead of pointed at. */
export interface Measure {
  readonly label: string;
  readonly unit: "mm" | "°";
  /** Value of the latest point, in model units or degrees. */
  of(points: readonly Point[]): number;
  /** The latest point where this has another value; the rest of it stays. */
  with(points: readonly Point[], value: number): Point;
}

export interface Shape {
  readonly title: string;
  readonly key: string;
  /** What each click says. */
  readonly hints: readonly string[];
  /** Curves of the points so far, the one under the pointer last; what is shown before all are there. */
  curves(points: readonly Point[], sides: number): Curve[];
  /** Numbers of the latest point. */
  measures(points: readonly Point[]): readonly Measure[];
  /** The latest point with a size in whole steps, where it is there for a size. */
  rounded?(points: readonly Point[], step: number): Point | null;
  /** Whether the next one begins where this one ends. */
  readonly isChained?: boolean;
}

const DEGREE = Math.PI / 180;

const LENGTH: Measure = {
  label: "Length",
  unit: "mm",
  of: (points) => distance(...ends(points)),
  with(points, value) {
    const [from, to] = ends(points);
    return polar(from, value, angleOf(from, to));
  },
};

const ANGLE: Measure = {
  label: "Angle",
  unit: "°",
  of: (points) => angleOf(...ends(points)) / DEGREE,
  with(points, value) {
    const [from, to] = ends(points);
    return polar(from, distance(from, to), value * DEGREE);
  },
};

const DIAMETER: Measure = {
  label: "Diameter",
  unit: "mm",
  of: (points) => 2 * LENGTH.of(points),
  with: (points, value) => LENGTH.with(points, value / 2),
};

function side(label: string, axis: 0 | 1): Measure {
  return {
    label,
    unit: "mm",
    of(points) {
      const [from, to] = ends(points);
      return Math.abs(to[axis] - from[axis]);
    },
    with(points, value) {
      const [from, to] = ends(points);
      const moved = from[axis] + (to[axis] < from[axis] ? -value : value);
      return axis === 0 ? [moved, to[1]] : [to[0], moved];
    },
  };
}

const SWEEP: Measure = {
  label: "Sweep",
  unit: "°",
  of: ([start, end, through]) =>
    start && end && through ? sweepThrough(start, end, through) : Number.NaN,
  with([start = [0, 0], end = start, through = end], value) {
    const turned = arcBetween(start, end, value);
    return turned === null ? through : middleOf(turned);
  },
};

const WIDTH: Measure = {
  label: "Width",
  unit: "mm",
  of: ([from = [0, 0], to = from, aside = to]) => 2 * Math.abs(away(from, to, aside)),
  with: ([from = [0, 0], to = from, aside = to], value) => beside(from, to, aside, value / 2),
};

function line(start: Point, end: Point): Curve {
  return { op: "add_line", start, end };
}

/** A closed run of lines. */
function loop(corners: readonly Point[]): Curve[] {
  return corners.map((corner, at) => line(corner, corners[(at + 1) % corners.length] ?? corner));
}

function arc(start: Point, end: Point, sweep_deg: number): Curve {
  return arcBetween(start, end, sweep_deg) ?? line(start, end);
}

export const SHAPES = {
  line: {
    title: "Line",
    key: "L",
    hints: [
      "Click where the line starts.",
      "Click where it ends; the next one goes on from there.",
    ],
    isChained: true,
    curves: ([start, end]) => (start && end ? [line(start, end)] : []),
    measures: () => [LENGTH, ANGLE],
  },
  arc: {
    title: "Arc",
    key: "A",
    hints: ["Click where the arc starts.", "Click where it ends.", "Click a point on the arc."],
    curves([start, end, through]) {
      if (!start || !end) {
        return [];
      }
      return [through ? arc(start, end, sweepThrough(start, end, through)) : line(start, end)];
    },
    measures: ({ length }) => (length < 3 ? [LENGTH, ANGLE] : [SWEEP]),
    rounded(points) {
      const sweep = Math.round(SWEEP.of(points) / 15) * 15;
      return points.length < 3 ? null : SWEEP.with(points, sweep);
    },
  },
  circle: {
    title: "Circle",
    key: "C",
    hints: ["Click the centre.", "Click a point of the rim."],
    curves([center, rim]) {
      const radius = center && rim ? distance(center, rim) : 0;
      return center && radius > 0 ? [{ op: "add_circle", center, radius }] : [];
    },
    measures: () => [DIAMETER],
    rounded: diameterRounded,
  },
  rectangle: {
    title: "Rectangle",
    key: "R",
    hints: ["Click a corner.", "Click the corner across."],
    curves([[x, y] = [0, 0], across]) {
      const isFlat = across === undefined || across[0] === x || across[1] === y;
      return isFlat ? [] : loop([[x, y], [across[0], y], across, [x, across[1]]]);
    },
    measures: () => [side("Width", 0), side("Height", 1)],
  },
  slot: {
    title: "Slot",
    key: "S",
    hints: [
      "Click the middle of one end.",
      "Click the middle of the other end.",
      "Click how wide the slot is.",
    ],
    curves([from, to, aside]) {
      if (!from || !to || distance(from, to) === 0) {
        return [];
      }
      const half = aside ? Math.abs(away(from, to, aside)) : 0;
      if (half === 0) {
        return [line(from, to)];
      }
      const [a, b] = [beside(from, to, null, -half), beside(to, from, null, half)];
      const [c, d] = [beside(to, from, null, -half), beside(from, to, null, half)];
      return [line(a, b), arc(b, c, 180), line(c, d), arc(d, a, 180)];
    },
    measures: ({ length }) => (length < 3 ? [LENGTH, ANGLE] : [WIDTH]),
    rounded(points, step) {
      const width = Math.max(step, Math.round(WIDTH.of(points) / step) * step);
      return points.length < 3 ? null : WIDTH.with(points, width);
    },
  },
  polygon: {
    title: "Polygon",
    key: "G",
    hints: ["Click the centre.", "Click a corner; the wheel changes the number of sides."],
    curves([center, corner], sides) {
      if (!center || !corner || distance(center, corner) === 0) {
        return [];
      }
      const [radius, first] = [distance(center, corner), angleOf(center, corner)];
      return loop(
        Array.from({ length: sides }, (_, at) =>
          at === 0 ? corner : polar(center, radius, first + (2 * Math.PI * at) / sides),
        ),
      );
    },
    measures: () => [DIAMETER, ANGLE],
  },
} as const satisfies Readonly<Record<string, Shape>>;

export type ShapeName = keyof typeof SHAPES;

export const SHAPE_NAMES = Object.keys(SHAPES) as readonly ShapeName[];

/** A shape by its name. */
export function shapeOf(name: ShapeName): Shape {
  return SHAPES[name];
}

function diameterRounded(points: readonly Point[], step: number): Point | null {
  const diameter = Math.max(step, Math.round(DIAMETER.of(points) / step) * step);
  return points.length < 2 ? null : DIAMETER.with(points, diameter);
}

function latest(points: readonly Point[]): Point {
  return points.at(-1) ?? [0, 0];
}

/** The latest two points. */
function ends(points: readonly Point[]): [Point, Point] {
  const to = latest(points);
  return [points.at(-2) ?? to, to];
}

function angleOf(from: Point, to: Point): number {
  return Math.atan2(to[1] - from[1], to[0] - from[0]);
}

function polar([x, y]: Point, length: number, angle: number): Point {
  return [x + length * Math.cos(angle), y + length * Math.sin(angle)];
}

/** Signed distance of a point from the line from one point to another, positive on its left. */
function away(from: Point, to: Point, [x, y]: Point): number {
  const length = distance(from, to) || 1;
  return ((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0])) / length;
}

/** A point so far left of `from`, seen towards `to`; on the side of a point where one is given. */
function beside(from: Point, to: Point, like: Point | null, left: number): Point {
  const sign = like !== null && away(from, to, like) < 0 ? -1 : 1;
  return polar(from, sign * left, angleOf(from, to) + Math.PI / 2);
}
