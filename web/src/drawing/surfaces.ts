/**
 * What is measured at faces: diameters, distances and angles. A mesh's vertices lie on the exact surface, so
 * that planes and cylinders are found from them without loss.
 */

import type { Point, Position } from "../program/operation";
import { distance } from "../program/sketch";
import type { Mesh } from "../server/answers";
import { centerThrough } from "./circle";
import { cornerOf, cross, dot, frameOfFace, inSketch, inWorld, minus, unit } from "./frames";

/** The surface of a face. */
export type Surface =
  | { readonly kind: "plane"; readonly normal: Position; readonly middle: Position }
  | {
      readonly kind: "cylinder";
      readonly axis: Position;
      /** A point of the axis. */
      readonly center: Position;
      readonly radius: number;
      readonly middle: Position;
    };

/** How two faces lie to each other. */
export type Relation =
  | { readonly kind: "distance"; readonly units: number; readonly of: "planes" | "axes" | "axis" }
  | { readonly kind: "angle"; readonly degrees: number };

/** Sine of the largest angle between directions that count as parallel. */
const PARALLEL = 1e-6;

/** The surface of a face; null where its triangles say too little. */
export function surfaceOf(mesh: Mesh, face: number): Surface | null {
  const corners = cornersOf(mesh, face);
  const middle = meanOf(corners);
  if (mesh.faces[face]?.surface !== "plane") {
    return cylinderThrough(corners, middle);
  }
  const frame = frameOfFace(mesh, face);
  return frame && { kind: "plane", normal: frame.normal, middle };
}

/** Distance of parallel faces and axes, else the angle: of flat faces the one inside a convex edge. */
export function relationOf(one: Surface, other: Surface): Relation {
  if (one.kind === "plane" && other.kind === "plane") {
    return isParallel(one.normal, other.normal)
      ? distant(dot(minus(other.middle, one.middle), one.normal), "planes")
      : { kind: "angle", degrees: 180 - degrees(Math.acos(dot(one.normal, other.normal))) };
  }
  if (one.kind === "cylinder" && other.kind === "cylinder") {
    const between = minus(other.center, one.center);
    return isParallel(one.axis, other.axis)
      ? distant(Math.hypot(...cross(between, one.axis)), "axes")
      : { kind: "angle", degrees: degrees(Math.acos(Math.abs(dot(one.axis, other.axis)))) };
  }
  const [plane, round] = one.kind === "plane" ? [one, other] : [other, one];
  return plane.kind === "plane" && round.kind === "cylinder"
    ? ofPlaneAndAxis(plane.normal, plane.middle, round.axis, round.center)
    : relationOf(other, one);
}

function ofPlaneAndAxis(
  normal: Position,
  point: Position,
  axis: Position,
  center: Position,
): Relation {
  const slant = Math.abs(dot(normal, axis));
  return slant < PARALLEL
    ? distant(dot(minus(center, point), normal), "axis")
    : { kind: "angle", degrees: degrees(Math.asin(Math.min(1, slant))) };
}

function distant(signed: number, of: "planes" | "axes" | "axis"): Relation {
  return { kind: "distance", units: Math.abs(signed), of };
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

function isParallel(one: Position, other: Position): boolean {
  return Math.hypot(...cross(one, other)) < PARALLEL;
}

/** All corners of a face's triangles, three in a row a triangle. */
function cornersOf(mesh: Mesh, face: number): Position[] {
  return mesh.triangle_faces.flatMap((own, triangle) =>
    own === face ? [0, 1, 2].map((corner) => cornerOf(mesh, 3 * triangle + corner)) : [],
  );
}

function meanOf(points: readonly Position[]): Position {
  const mean = (axis: 0 | 1 | 2): number =>
    points.reduce((sum, point) => sum + point[axis], 0) / Math.max(1, points.length);
  return [mean(0), mean(1), mean(2)];
}

/** The cylinder whose axis is square to all triangles of a face, through their corners. */
function cylinderThrough(corners: readonly Position[], middle: Position): Surface | null {
  const axis = axisOf(corners);
  if (axis === null) {
    return null;
  }
  const across: Position = Math.abs(axis[0]) < 0.9 ? [1, 0, 0] : [0, 1, 0];
  const x_axis = unit(cross(across, axis));
  const frame = { origin: middle, x_axis, y_axis: cross(axis, x_axis), normal: axis };
  const flat = corners.map((corner) => inSketch(frame, corner)[0]);
  const center = centerOf(flat);
  const [rim] = flat;
  return center === null || rim === undefined
    ? null
    : {
        kind: "cylinder",
        axis,
        center: inWorld(center, frame),
        radius: distance(rim, center),
        middle,
      };
}

/** The direction that is square to all triangles: of the two whose normals are the farthest from parallel. */
function axisOf(corners: readonly Position[]): Position | null {
  const normals: Position[] = [];
  for (let at = 0; at + 2 < corners.length; at += 3) {
    const [a, b, c] = corners.slice(at, at + 3);
    const normal = a && b && c ? cross(minus(b, a), minus(c, a)) : null;
    if (normal !== null && Math.hypot(...normal) > 0) {
      normals.push(unit(normal));
    }
  }
  const [first] = normals;
  const crossed = first === undefined ? [] : normals.map((normal) => cross(first, normal));
  const best = largest(crossed, (vector) => Math.hypot(...vector));
  return best === null || Math.hypot(...best) < PARALLEL ? null : unit(best);
}

/** The centre of the circle that points lie on, by three of them far from each other. */
function centerOf(points: readonly Point[]): Point | null {
  const [a] = points;
  const b = a && largest(points, (point) => distance(point, a));
  const c =
    a &&
    b &&
    largest(points, ([x, y]) => Math.abs((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])));
  return a && b && c ? centerThrough(a, b, c) : null;
}

function largest<Item>(items: readonly Item[], sizeOf: (item: Item) => number): Item | null {
  let [found, most]: [Item | null, number] = [null, Number.NEGATIVE_INFINITY];
  for (const item of items) {
    const size = sizeOf(item);
    if (size > most) {
      [found, most] = [item, size];
    }
  }
  return found;
}
