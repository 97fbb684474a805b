/** Where the marks of relations stand: beside the curves that they are about, where there is room. */

import { polyline } from "../program/arc";
import type { Constraint } from "../program/constraints/constraint";
import type { Curve, Point } from "../program/operation";
import { type Sketch, vertices } from "../program/sketch";
import type { Sheet, SheetPoint } from "./sheet";

/** From a curve to the middle of its marks, and from one mark to the next, in pixels. */
const BESIDE_PX = 15;
const PITCH_PX = 18;

/** Marks that would come nearer to another one are left out. */
const APART_PX = 15;

export interface MarkPlace extends SheetPoint {
  readonly constraint: Constraint;
}

/** Where a row of marks has its middle, and how it runs. */
interface Row {
  readonly middle: SheetPoint;
  readonly along: SheetPoint;
  readonly constraints: Constraint[];
}

/** All marks: relations of two curves that meet stand at their corner, the others at each of their curves. */
export function markPlaces(
  sheet: Sheet,
  sketch: Sketch,
  constraints: readonly Constraint[],
): MarkPlace[] {
  const rows = new Map<string, Row>();
  const add = (key: string, row: () => Omit<Row, "constraints">, constraint: Constraint): void => {
    const known = rows.get(key) ?? { ...row(), constraints: [] };
    known.constraints.push(constraint);
    rows.set(key, known);
  };
  const center = middleOf(sheet, sketch);
  for (const constraint of constraints) {
    const corner = cornerOf(sketch, constraint);
    if (corner !== null) {
      add(corner.join(), () => besideCorner(sheet.place(corner), center), constraint);
      continue;
    }
    // A third curve of a symmetry is what the others are symmetric about.
    const own = constraint.kind === "symmetric" ? constraint.curves.slice(0, 2) : constraint.curves;
    for (const number of own) {
      const curve = sketch.curves[number]?.curve;
      if (curve !== undefined) {
        add(`curve ${number}`, () => besideCurve(sheet, curve, center), constraint);
      }
    }
  }
  const placed: MarkPlace[] = [];
  for (const place of [...rows.values()].flatMap(placesIn)) {
    if (placed.every((other) => Math.hypot(other.x - place.x, other.y - place.y) >= APART_PX)) {
      placed.push(place);
    }
  }
  return placed;
}

function placesIn({ middle, along, constraints }: Row): MarkPlace[] {
  return constraints.map((constraint, at) => {
    const offset = (at - (constraints.length - 1) / 2) * PITCH_PX;
    return { constraint, x: middle.x + along.x * offset, y: middle.y + along.y * offset };
  });
}

/** The corner that the two curves of a relation share, where it is about how they meet. */
function cornerOf({ curves }: Sketch, { kind, curves: own }: Constraint): Point | null {
  if (kind !== "tangent" && kind !== "perpendicular") {
    return null;
  }
  const indices = own.map((number) => curves[number]?.index);
  const corner = vertices(curves).find(({ ends }) =>
    indices.every((index) => ends.some((end) => end.index === index)),
  );
  return corner?.point ?? null;
}

function besideCorner(corner: SheetPoint, center: SheetPoint): Omit<Row, "constraints"> {
  const out = unit({ x: corner.x - center.x, y: corner.y - center.y });
  return { middle: moved(corner, out, BESIDE_PX + 3), along: { x: -out.y, y: out.x } };
}

/** Beside the middle of a line or arc, outside; to the upper right of a circle. */
function besideCurve(sheet: Sheet, curve: Curve, center: SheetPoint): Omit<Row, "constraints"> {
  if (curve.op === "add_circle") {
    const out = { x: Math.SQRT1_2, y: -Math.SQRT1_2 };
    const [x, y] = curve.center;
    const rim = curve.radius * Math.SQRT1_2;
    return {
      middle: moved(sheet.place([x + rim, y + rim]), out, BESIDE_PX),
      along: { x: -out.y, y: out.x },
    };
  }
  const points = polyline(curve).map((point) => sheet.place(point));
  const [first, last] = [points[0] ?? center, points.at(-1) ?? center];
  const middle = lineMiddle(points);
  const along = unit({ x: last.x - first.x, y: last.y - first.y });
  const side = { x: -along.y, y: along.x };
  const isOutside = side.x * (middle.x - center.x) + side.y * (middle.y - center.y) >= 0;
  const out = isOutside ? side : { x: -side.x, y: -side.y };
  // Rows run to the right, or down, whichever way the curve was drawn.
  const isBackward = along.x < -1e-9 || (Math.abs(along.x) <= 1e-9 && along.y < 0);
  return {
    middle: moved(middle, out, BESIDE_PX),
    along: isBackward ? { x: -along.x, y: -along.y } : along,
  };
}

function lineMiddle(points: readonly SheetPoint[]): SheetPoint {
  const half = (points.length - 1) / 2;
  const [one, other] = [points[Math.floor(half)], points[Math.ceil(half)]];
  return one === undefined || other === undefined
    ? { x: 0, y: 0 }
    : { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

/** The middle of all that the sketch has, on the sheet. */
function middleOf(sheet: Sheet, { curves }: Sketch): SheetPoint {
  const all = curves.flatMap(({ curve }) => polyline(curve).map((point) => sheet.place(point)));
  const between = (values: readonly number[]): number =>
    values.length === 0 ? 0 : (Math.min(...values) + Math.max(...values)) / 2;
  return { x: between(all.map(({ x }) => x)), y: between(all.map(({ y }) => y)) };
}

function moved({ x, y }: SheetPoint, by: SheetPoint, pixels: number): SheetPoint {
  return { x: x + by.x * pixels, y: y + by.y * pixels };
}

function unit({ x, y }: SheetPoint): SheetPoint {
  const length = Math.hypot(x, y);
  return length < 1e-9 ? { x: 0, y: -1 } : { x: x / length, y: y / length };
}
