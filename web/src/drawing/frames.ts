/** Where sketches lie in the world, as docs/language.md says. */

import { operationOfOrigin } from "../program/describe";
import type { Plane, PlaneFrame, Point, Position, Program } from "../program/operation";
import type { Build, Frame, Mesh } from "../server/answers";

/** The three origin planes: sketch x, sketch y, normal. */
const ORIGIN_FRAMES: Readonly<Record<"XY" | "XZ" | "YZ", Frame>> = {
  XY: { origin: [0, 0, 0], x_axis: [1, 0, 0], y_axis: [0, 1, 0], normal: [0, 0, 1] },
  XZ: { origin: [0, 0, 0], x_axis: [1, 0, 0], y_axis: [0, 0, -1], normal: [0, 1, 0] },
  YZ: { origin: [0, 0, 0], x_axis: [0, 0, -1], y_axis: [0, 1, 0], normal: [1, 0, 0] },
};

/** Where the sketch at a place of the program lies; null where its face is not there now. */
export function frameOfSketch(program: Program, index: number, build: Build | null): Frame | null {
  const operation = program.operations[index];
  const placed = build?.sketches.find((sketch) => sketch.operation === index);
  if (operation?.op !== "add_sketch") {
    return null;
  }
  return placed?.frame ?? frameOfPlane(operation.plane, build?.mesh ?? null);
}

/** Where a plane lies, with the faces of the solid as it is. */
export function frameOfPlane(plane: Plane, mesh: Mesh | null): Frame | null {
  if (typeof plane === "string") {
    return ORIGIN_FRAMES[plane];
  }
  if ("frame" in plane) {
    return frameFrom(plane.frame);
  }
  if (mesh === null) {
    return null;
  }
  const named = "face" in plane ? null : nameOfPlane(plane);
  const face = mesh.faces.findIndex(({ origins }, at) =>
    named === null && "face" in plane
      ? isOnFace(mesh, at, plane.face)
      : origins.some((origin) => origin.replaceAll(" ", "") === named),
  );
  return face < 0 ? null : frameOfFace(mesh, face);
}

function nameOfPlane(plane: Exclude<Plane, string | { frame: PlaneFrame } | { face: Position }>) {
  if ("side" in plane) {
    return `side(${plane.side.sketch},${plane.side.curve})`;
  }
  return "start" in plane ? `start(${plane.start})` : `end(${plane.end})`;
}

/** The frame on a plane face of the solid; null on a round one. */
export function frameOfFace(mesh: Mesh, face: number): Frame | null {
  const triangle = largestTriangle(mesh, face);
  if (mesh.faces[face]?.surface !== "plane" || triangle === null) {
    return null;
  }
  const normal = unit(triangle.normal);
  const height = dot(normal, triangle.corner);
  return frameFrom({ origin: scaled(normal, height), normal, x_axis: upright(normal) });
}

/** The face in the words of the language; by a point on it where nothing is known to have made it. */
export function planeOfFace(program: Program, mesh: Mesh, face: number, at: Position): Plane {
  const origin = mesh.faces[face]?.origins.find((one) => operationOfOrigin(program, one) !== null);
  const [, word, first, second] = /^(\w+)\((\d+)(?:,\s*(\d+))?\)$/.exec(origin ?? "") ?? [];
  switch (word) {
    case "start":
      return { start: Number(first) };
    case "end":
      return { end: Number(first) };
    case "side":
      return { side: { sketch: Number(first), curve: Number(second) } };
    default:
      return { face: at };
  }
}

/** Sketch coordinates of a point of the world, and its height over the sketch. */
export function inSketch(frame: Frame, [x, y, z]: Position): readonly [Point, number] {
  const [ox, oy, oz] = frame.origin;
  const from: Position = [x - ox, y - oy, z - oz];
  return [[dot(from, frame.x_axis), dot(from, frame.y_axis)], dot(from, frame.normal)];
}

/** A point of a sketch, or at a height over it, in the world. */
export function inWorld([x, y]: Point, frame: Frame, height = 0): Position {
  const { origin, x_axis, y_axis, normal } = frame;
  const along = (axis: 0 | 1 | 2): number =>
    origin[axis] + x * x_axis[axis] + y * y_axis[axis] + height * normal[axis];
  return [along(0), along(1), along(2)];
}

/** A frame as the language writes it. */
export function planeFrame({ origin, normal, x_axis }: Frame): PlaneFrame {
  return { origin, normal, x_axis };
}

function frameFrom({ origin, normal, x_axis }: PlaneFrame): Frame {
  const [n, x] = [unit(normal), unit(x_axis)];
  return { origin, normal: n, x_axis: x, y_axis: cross(n, x) };
}

/** Z cross normal, and +X where the normal is upright. */
function upright([x, y]: Position): Position {
  return Math.hypot(x, y) < 1e-9 ? [1, 0, 0] : unit([-y, x, 0]);
}

function isOnFace(mesh: Mesh, face: number, point: Position): boolean {
  const frame = frameOfFace(mesh, face);
  return frame !== null && Math.abs(inSketch(frame, point)[1]) < 1e-5;
}

function largestTriangle(mesh: Mesh, face: number) {
  let found: { normal: Position; corner: Position } | null = null;
  let most = 0;
  mesh.triangle_faces.forEach((own, at) => {
    if (own !== face) {
      return;
    }
    const [a, b, c] = [0, 1, 2].map((corner) => cornerOf(mesh, 3 * at + corner));
    if (a === undefined || b === undefined || c === undefined) {
      return;
    }
    const normal = cross(minus(b, a), minus(c, a));
    const size = Math.hypot(...normal);
    if (size > most) {
      most = size;
      found = { normal, corner: a };
    }
  });
  return found as { normal: Position; corner: Position } | null;
}

/** A corner of a triangle of the mesh. */
export function cornerOf(mesh: Mesh, at: number): Position {
  return vertexOf(mesh, mesh.triangles[at] ?? 0);
}

/** A vertex of the mesh. */
export function vertexOf({ positions }: Mesh, index: number): Position {
  const from = 3 * index;
  return [positions[from] ?? 0, positions[from + 1] ?? 0, positions[from + 2] ?? 0];
}

export function minus(one: Position, other: Position): Position {
  return [one[0] - other[0], one[1] - other[1], one[2] - other[2]];
}

export function cross([a, b, c]: Position, [x, y, z]: Position): Position {
  return [b * z - c * y, c * x - a * z, a * y - b * x];
}

export function dot(one: Position, other: Position): number {
  return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
}

function scaled([x, y, z]: Position, factor: number): Position {
  return [x * factor + 0, y * factor + 0, z * factor + 0];
}

/** The direction alone; what is zero but for noise becomes so. */
export function unit(vector: Position): Position {
  const length = Math.hypot(...vector) || 1;
  const part = (axis: 0 | 1 | 2): number => {
    const value = vector[axis] / length;
    return Math.abs(value) < 1e-12 ? 0 : value;
  };
  return [part(0), part(1), part(2)];
}
