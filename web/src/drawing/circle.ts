/** The circle through three points. */

import type { Point } from "../program/operation";

/** Its centre; null where the three are in line. */
export function centerThrough(a: Point, b: Point, c: Point): Point | null {
  const [bx, by, cx, cy] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]];
  const cross = 2 * (bx * cy - by * cx);
  const [bb, cc] = [bx * bx + by * by, cx * cx + cy * cy];
  return cross === 0
    ? null
    : [a[0] + (cy * bb - by * cc) / cross, a[1] + (bx * cc - cx * bb) / cross];
}
