/**
 * Where the points of a picture lie in a plane that its camera sees: a homography, so that the picture can be
 * laid under a flat sketch.
 */

import type { Point, Position } from "../program/operation";
import type { Frame, PictureCamera } from "../server/answers";
import { cross, dot, inWorld, minus, unit } from "./frames";

/** Three rows of a matrix that takes homogeneous points of the plane. */
export type Matrix3 = readonly [Position, Position, Position];

/** From pixels of the picture to what `place` says of the plane's points; null where the eye lies in the plane. */
export function fromPicture(
  camera: PictureCamera,
  frame: Frame,
  height: number,
  place: (point: Point) => { readonly x: number; readonly y: number },
): Matrix3 | null {
  const toPicture = inverse(linear((point) => project(camera, inWorld(point, frame, height))));
  const [origin, right, up] = [place([0, 0]), place([1, 0]), place([0, 1])];
  const toSheet: Matrix3 = [
    [right.x - origin.x, up.x - origin.x, origin.x],
    [right.y - origin.y, up.y - origin.y, origin.y],
    [0, 0, 1],
  ];
  return toPicture && product(toSheet, toPicture);
}

/** A matrix as CSS wants it for an element that is the picture. */
export function asCss([a, b, c]: Matrix3): string {
  const scale = c[2];
  const columns = [0, 1, 2].map((at) => [a, b, c].map((row) => (row[at] ?? 0) / scale));
  const [[a1, b1, c1] = [], [a2, b2, c2] = [], [a3, b3, c3] = []] = columns;
  return `matrix3d(${[a1, b1, 0, c1, a2, b2, 0, c2, 0, 0, 1, 0, a3, b3, 0, c3].join(", ")})`;
}

/** Where a matrix takes a point. */
export function transformed(matrix: Matrix3, [x, y]: Point): Point {
  const [u = 0, v = 0, w = 1] = matrix.map((row) => dot(row, [x, y, 1]));
  return [u / w, v / w];
}

/** The height over a sketch, of those of its ends, at which the camera sees an end. */
export function seenHeight(camera: PictureCamera, frame: Frame, ends: readonly number[]): number {
  const eye = dot(minus(camera.position, frame.origin), frame.normal);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return eye > (low + high) / 2 ? high : low;
}

/** Homogeneous pixels of a point of the world. */
function project(camera: PictureCamera, point: Position): Position {
  const { position, target, up, vertical_fov_deg, width, height } = camera;
  const forward = unit(minus(target, position));
  const right = unit(cross(forward, up));
  const offset = minus(point, position);
  const depth = dot(offset, forward);
  const focal = height / 2 / Math.tan((vertical_fov_deg / 2) * (Math.PI / 180));
  const down = cross(forward, right);
  return [
    (width / 2) * depth + focal * dot(offset, right),
    (height / 2) * depth + focal * dot(offset, down),
    depth,
  ];
}

/** The matrix of a map of points that is linear in homogeneous coordinates. */
function linear(map: (point: Point) => Position): Matrix3 {
  const origin = map([0, 0]);
  const [right, up] = [minus(map([1, 0]), origin), minus(map([0, 1]), origin)];
  return [
    [right[0], up[0], origin[0]],
    [right[1], up[1], origin[1]],
    [right[2], up[2], origin[2]],
  ];
}

function inverse([a, b, c]: Matrix3): Matrix3 | null {
  const columns = [cross(b, c), cross(c, a), cross(a, b)] as const;
  const determinant = dot(a, columns[0]);
  const row = (at: 0 | 1 | 2): Position => [
    columns[0][at] / determinant,
    columns[1][at] / determinant,
    columns[2][at] / determinant,
  ];
  return Math.abs(determinant) < 1e-12 ? null : [row(0), row(1), row(2)];
}

function product(one: Matrix3, other: Matrix3): Matrix3 {
  const row = ([x, y, z]: Position): Position => {
    const at = (column: 0 | 1 | 2): number =>
      x * other[0][column] + y * other[1][column] + z * other[2][column];
    return [at(0), at(1), at(2)];
  };
  return [row(one[0]), row(one[1]), row(one[2])];
}
