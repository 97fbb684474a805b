/** The numbers of an operation that a person sets, with their units, ranges and effect. */

import { arcBetween, endOf, radiusOf, sweepOfRadius } from "./arc";
import { decimal, MM_PER_UNIT } from "./length";
import type { Extent, Operation, Point, Program } from "./operation";
import { isCurve, withOperation } from "./operation";
import type { EndName } from "./sketch";
import { distance, moveVertex } from "./sketch";

const FINITE = "This wants a number.";

/** A number with a slider. Values are in the shown unit: millimetres or degrees, or a count. */
export interface Quantity {
  /** Unique in its operation. */
  readonly key: string;
  readonly label: string;
  readonly unit: "mm" | "°" | "";
  readonly value: number;
  /** Ends of the slider; the field takes any value. */
  readonly range: readonly [number, number];
  /** Which values there are, in words, for one who has given another. */
  readonly limits: string;
}

/** A number of an operation. */
export interface Parameter extends Quantity {
  /** The program with another value; null where the geometry has none. */
  set(program: Program, value: number): Program | null;
}

/** The parameters of an operation, in the order of its text. */
export function parameters(program: Program, index: number): Parameter[] {
  const operation = program.operations[index];
  if (operation === undefined) {
    return [];
  }
  const reach = reachOf(program);
  switch (operation.op) {
    case "add_sketch":
      return [];
    case "add_circle":
      return circle(index, operation, reach);
    case "add_extrude":
      return extrude(index, operation);
    case "add_line":
      return [...ends(index, operation, reach), lineLength(index, operation)];
    case "add_arc":
      return [
        ...ends(index, operation, reach),
        sweep(index, operation),
        arcRadius(index, operation),
      ];
  }
}

/** How far sliders of places go, in millimetres: a round number beyond the program's size. */
export function reachOf(program: Program): number {
  const sizes = program.operations.flatMap(sizesOf).map(Math.abs);
  return roundUp(1.5 * Math.max(2, ...sizes) * MM_PER_UNIT);
}

/** How far the slider of a length goes, in millimetres: about as far beyond it as it is long. */
export function reachOfLength(units: number): number {
  return roundUp(2 * Math.max(0.1, Math.abs(units)) * MM_PER_UNIT);
}

function roundUp(value: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 1.5, 2, 3, 5, 7.5, 10];
  return Number(
    ((steps.find((step) => step * magnitude >= value) ?? 10) * magnitude).toPrecision(3),
  );
}

function sizesOf(operation: Operation): number[] {
  switch (operation.op) {
    case "add_sketch":
      return [];
    case "add_circle":
      return [...operation.center, operation.radius];
    case "add_extrude":
      return heights(operation.extent).map(([, height]) => height);
    case "add_line":
    case "add_arc":
      return [...operation.start, ...(endOf(operation) ?? [])];
  }
}

function ends(index: number, curve: Operation, reach: number): Parameter[] {
  if (!isCurve(curve) || curve.op === "add_circle") {
    return [];
  }
  const end = endOf(curve) ?? curve.start;
  return [
    coordinate({ index, end: "start" }, curve.start, 0, reach),
    coordinate({ index, end: "start" }, curve.start, 1, reach),
    coordinate({ index, end: "end" }, end, 0, reach),
    coordinate({ index, end: "end" }, end, 1, reach),
  ];
}

function coordinate(
  at: { index: number; end: EndName },
  point: Point,
  axis: 0 | 1,
  reach: number,
): Parameter {
  return {
    key: `${at.end}-${axis}`,
    label: `${at.end === "start" ? "Start" : "End"} ${"xy"[axis]}`,
    unit: "mm",
    value: point[axis] * MM_PER_UNIT,
    range: [-reach, reach],
    limits: "The ends of a curve cannot be one point.",
    set: (program, value) => moveVertex(program, at, replaced(point, axis, value / MM_PER_UNIT)),
  };
}

function replaced(point: Point, axis: 0 | 1, value: number): Point {
  return axis === 0 ? [value, point[1]] : [point[0], value];
}

function lineLength(index: number, { start, end }: { start: Point; end: Point }): Parameter {
  const length = distance(start, end);
  return {
    key: "length",
    label: "Length",
    unit: "mm",
    value: length * MM_PER_UNIT,
    range: [0.1, reachOfLength(length)],
    limits: "A length is above 0.",
    set: (program, value) => {
      const factor = value / MM_PER_UNIT / length;
      const to: Point = [
        start[0] + (end[0] - start[0]) * factor,
        start[1] + (end[1] - start[1]) * factor,
      ];
      return value > 0 && length > 0 ? moveVertex(program, { index, end: "end" }, to) : null;
    },
  };
}

function sweep(index: number, arc: Operation & { op: "add_arc" }): Parameter {
  return {
    key: "sweep",
    label: "Sweep",
    unit: "°",
    value: arc.sweep_deg,
    range: [-350, 350],
    limits: "A sweep is from -359.9° to 359.9° and not 0.",
    set: (program, value) => {
      const next = arcBetween(arc.start, endOf(arc) ?? arc.start, value);
      return next === null ? null : withOperation(program, index, next);
    },
  };
}

/** The radius of an arc whose ends stay; it turns less or more than half as it did before. */
function arcRadius(index: number, arc: Operation & { op: "add_arc" }): Parameter {
  const end = endOf(arc) ?? arc.start;
  const least = (distance(arc.start, end) / 2) * MM_PER_UNIT;
  return {
    key: "radius",
    label: "Radius",
    unit: "mm",
    value: radiusOf(arc) * MM_PER_UNIT,
    range: [least, reachOfLength(Math.max(radiusOf(arc), (2 * least) / MM_PER_UNIT))],
    limits: `Between these ends a radius is at least ${decimal(least)} mm.`,
    set: (program, value) => {
      const sweep = sweepOfRadius(arc.start, end, value / MM_PER_UNIT, arc.sweep_deg);
      const next = sweep === null ? null : arcBetween(arc.start, end, sweep);
      return next === null ? null : withOperation(program, index, next);
    },
  };
}

function circle(
  index: number,
  operation: Operation & { op: "add_circle" },
  reach: number,
): Parameter[] {
  const center = (axis: 0 | 1): Parameter => ({
    key: `center-${axis}`,
    label: `Centre ${"xy"[axis]}`,
    unit: "mm",
    value: operation.center[axis] * MM_PER_UNIT,
    range: [-reach, reach],
    limits: FINITE,
    set: (program, value) => {
      const moved = replaced(operation.center, axis, value / MM_PER_UNIT);
      return withOperation(program, index, { ...operation, center: moved });
    },
  });
  const size = (label: string, factor: 1 | 2): Parameter => ({
    key: label.toLowerCase(),
    label,
    unit: "mm",
    value: operation.radius * factor * MM_PER_UNIT,
    range: [0.1, reachOfLength(operation.radius * factor)],
    limits: `A ${label.toLowerCase()} is above 0.`,
    set(program, value) {
      const radius = value / factor / MM_PER_UNIT;
      return value > 0 ? withOperation(program, index, { ...operation, radius }) : null;
    },
  });
  return [center(0), center(1), size("Diameter", 2), size("Radius", 1)];
}

function extrude(index: number, operation: Operation & { op: "add_extrude" }): Parameter[] {
  return heights(operation.extent).map(([label, height, withHeight]) => ({
    key: label.toLowerCase(),
    label,
    unit: "mm",
    value: height * MM_PER_UNIT,
    range: height < 0 ? [-reachOfLength(height), -0.1] : [0.1, reachOfLength(height)],
    limits: FINITE,
    set: (program, value) => {
      const extent = withHeight(value / MM_PER_UNIT);
      return withOperation(program, index, { ...operation, extent });
    },
  }));
}

type Height = readonly [label: string, height: number, withHeight: (height: number) => Extent];

function heights(extent: Extent): Height[] {
  if ("one_side" in extent) {
    return [["Depth", extent.one_side, (one_side) => ({ one_side })]];
  }
  if ("symmetric" in extent) {
    return [["Depth", extent.symmetric, (symmetric) => ({ symmetric })]];
  }
  const { forward, backward } = extent.two_sides;
  return [
    ["Forward", forward, (next) => ({ two_sides: { forward: next, backward } })],
    ["Backward", backward, (next) => ({ two_sides: { forward, backward: next } })],
  ];
}
