/** Sketches of a program: which operations belong to one, and where its curves meet. */

import { arcBetween, endOf } from "./arc";
import { SAME_POINT } from "./crossings";
import type { AddSketch, Curve, Operation, Point, Program } from "./operation";
import { isCurve } from "./operation";

/** A curve with its place in the program. */
export interface PlacedCurve {
  readonly index: number;
  readonly curve: Curve;
}

/** A sketch with its curves and the extrudes that use it. */
export interface Sketch {
  readonly index: number;
  readonly sketch: AddSketch;
  readonly curves: readonly PlacedCurve[];
  readonly extrudes: readonly number[];
}

/** All sketches, in order. */
export function sketches(program: Program): Sketch[] {
  const found: { index: number; sketch: AddSketch; curves: PlacedCurve[]; extrudes: number[] }[] =
    [];
  program.operations.forEach((operation, index) => {
    const last = found.at(-1);
    if (operation.op === "add_sketch") {
      found.push({ index, sketch: operation, curves: [], extrudes: [] });
    } else if (isCurve(operation)) {
      last?.curves.push({ index, curve: operation });
    } else {
      last?.extrudes.push(index);
    }
  });
  return found;
}

/** The number, among all sketches, of the one that an operation belongs to. */
export function sketchNumberOf(program: Program, index: number): number {
  const before = program.operations.slice(0, index + 1);
  return before.filter((operation) => operation.op === "add_sketch").length - 1;
}

/** An end of a curve. */
export type EndName = "start" | "end";
export interface CurveEnd {
  readonly index: number;
  readonly end: EndName;
}

/** A point of a sketch with every end of a curve that lies there. */
export interface Vertex {
  readonly point: Point;
  readonly ends: readonly CurveEnd[];
}

/** The ends of a curve by name; a circle has none. */
export function pointAt(curve: Curve, end: EndName): Point | null {
  if (curve.op === "add_circle") {
    return null;
  }
  return end === "start" ? curve.start : endOf(curve);
}

/** All vertices of a sketch, in the order in which its curves first come to them. */
export function vertices(curves: readonly PlacedCurve[]): Vertex[] {
  const found: { point: Point; ends: CurveEnd[] }[] = [];
  for (const { index, curve } of curves) {
    for (const end of ["start", "end"] as const) {
      const point = pointAt(curve, end);
      if (point === null) {
        continue;
      }
      const known = found.find((vertex) => distance(vertex.point, point) < SAME_POINT);
      if (known === undefined) {
        found.push({ point, ends: [{ index, end }] });
      } else {
        known.ends.push({ index, end });
      }
    }
  }
  return found;
}

/**
 * Moves the vertex at one end of a curve, and with it every curve that ends there, so that what
 * was closed stays closed. Arcs keep their sweep; their centres follow. Where an arc would have
 * both ends in one point the program stays as it is.
 */
export function moveVertex(program: Program, at: CurveEnd, to: Point): Program {
  const sketch = sketches(program).find((one) =>
    one.curves.some(({ index }) => index === at.index),
  );
  const vertex =
    sketch && vertices(sketch.curves).find((one) => one.ends.some((end) => same(end, at)));
  if (vertex === undefined) {
    return program;
  }
  const operations: Operation[] = [...program.operations];
  const moved = new Set(vertex.ends.map((end) => end.index));
  for (const index of moved) {
    const curve = operations[index];
    const names = vertex.ends.filter((end) => end.index === index).map((end) => end.end);
    const next = isCurve(curve) ? withEnds(curve, names, to) : null;
    if (next === null) {
      return program;
    }
    operations[index] = next;
  }
  return { ...program, operations };
}

function withEnds(curve: Curve, names: readonly EndName[], to: Point): Curve | null {
  const start = names.includes("start") ? to : pointAt(curve, "start");
  const end = names.includes("end") ? to : pointAt(curve, "end");
  if (start === null || end === null) {
    return null;
  }
  switch (curve.op) {
    case "add_line":
      return { ...curve, start, end };
    case "add_arc":
      return names.length === 2 ? wholeTurn(curve, to) : arcBetween(start, end, curve.sweep_deg);
    case "add_circle":
      return null;
  }
}

/** An arc of 360 degrees, whose ends are one point, moves as it is. */
function wholeTurn(curve: Curve & { op: "add_arc" }, to: Point): Curve {
  const [x, y] = [to[0] - curve.start[0], to[1] - curve.start[1]];
  return { ...curve, start: to, center: [curve.center[0] + x, curve.center[1] + y] };
}

function same(one: CurveEnd, other: CurveEnd): boolean {
  return one.index === other.index && one.end === other.end;
}

/** Distance of two points of a sketch. */
export function distance(one: Point, other: Point): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}
