/** A feature that is put on a face by a click: a hole, or one that was copied. */

import {
  curvesIn,
  type Feature,
  featureOf,
  featuresOf,
  inserted,
  shifted,
} from "../program/features";
import type {
  AddExtrude,
  Curve,
  Operation,
  Plane,
  Point,
  Position,
  Program,
} from "../program/operation";
import type { Step } from "../program/steps";
import type { Frame, Mesh } from "../server/answers";
import { middleOf, withCopies } from "./copies";
import { cornerOf, cross, dot, inWorld, minus } from "./frames";

export interface Stamp {
  readonly curves: readonly Curve[];
  readonly extrudes: readonly AddExtrude[];
}

/** A round hole of a depth, below the face. */
export function holeStamp(diameter: number, depth: number): Stamp {
  const curve: Curve = { op: "add_circle", center: [0, 0], radius: diameter / 2 };
  const extent = { one_side: -depth };
  return {
    curves: [curve],
    extrudes: [{ op: "add_extrude", profiles: [0], extent, operation: "cut" }],
  };
}

/** A feature of a program, to be put elsewhere. */
export function stampOf(program: Program, index: number): Stamp {
  const feature = featureOf(program, index);
  const curves = curvesIn(program, feature).map(([, curve]) => curve);
  const own = program.operations.slice(feature.from, feature.to);
  const extrudes = own.filter((operation) => operation.op === "add_extrude");
  return { curves, extrudes };
}

/** The curves with their middle at a point. */
export function curvesAt({ curves }: Stamp, at: Point): Curve[] {
  const [x, y] = middleOf(curves);
  return curves.map((curve) => shifted(curve, [at[0] - x, at[1] - y]));
}

/** The steps with the stamp as a new feature at the end. */
export function stamped(program: Program, plane: Plane, at: Point, stamp: Stamp): Step[] {
  const operations: Operation[] = [
    { op: "add_sketch", plane },
    ...curvesAt(stamp, at),
    ...stamp.extrudes,
  ];
  return inserted(program, program.operations.length, operations);
}

/** The steps with one more of the same holes in the feature that begins at a place. */
export function stampedAgain(program: Program, sketch: number, at: Point, stamp: Stamp): Step[] {
  return withCopies(program, [sketch + 1], [curvesAt(stamp, at)]);
}

/** The place of the last feature. */
export function lastFeature(program: Program): Feature | null {
  return featuresOf(program).at(-1) ?? null;
}

/** How deep a disc on a face must go to come out of the solid everywhere; 0 where nothing is below. */
export function throughDepth(mesh: Mesh, frame: Frame, center: Point, radius: number): number {
  const rim = Array.from({ length: 8 }, (_, at): Point => {
    const angle = (at * Math.PI) / 4;
    return [
      center[0] + 0.999 * radius * Math.cos(angle),
      center[1] + 0.999 * radius * Math.sin(angle),
    ];
  });
  const depths = [center, ...rim].map((point) =>
    lastExit(mesh, inWorld(point, frame), frame.normal),
  );
  return Number(Math.max(0, ...depths).toFixed(6));
}

/** How far below a point, against the normal, the last triangle lies. */
function lastExit(mesh: Mesh, from: Position, normal: Position): number {
  let deepest = 0;
  const corner = (at: number): Position => minus(cornerOf(mesh, at), from);
  for (let at = 0; at < mesh.triangles.length; at += 3) {
    const [a, b, c] = [corner(at), corner(at + 1), corner(at + 2)];
    // Signed volumes over the three sides, seen along the normal: all alike where the ray goes through.
    const [u, v, w] = [
      dot(cross(a, b), normal),
      dot(cross(b, c), normal),
      dot(cross(c, a), normal),
    ];
    const sum = u + v + w;
    const isHit = Math.abs(sum) > 1e-12 && u / sum > -1e-9 && v / sum > -1e-9 && w / sum > -1e-9;
    if (isHit) {
      const height = (u * dot(c, normal) + v * dot(a, normal) + w * dot(b, normal)) / sum;
      deepest = Math.max(deepest, -height);
    }
  }
  return deepest;
}
