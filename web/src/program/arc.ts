/** Arcs by their ends and sweep: what a person edits, where the program keeps start and centre. */

import type { AddArc, Curve, Point } from "./operation";

const DEGREE = Math.PI / 180;

/** Where a curve ends; a circle ends nowhere. */
export function endOf(curve: Curve): Point | null {
  switch (curve.op) {
    case "add_line":
      return curve.end;
    case "add_arc":
      return rotated(curve.start, curve.center, curve.sweep_deg);
    case "add_circle":
      return null;
  }
}

/** A point turned about a centre, counter-clockwise by an angle in degrees. */
export function rotated(point: Point, center: Point, angle_deg: number): Point {
  const [sine, cosine] = [Math.sin(angle_deg * DEGREE), Math.cos(angle_deg * DEGREE)];
  const [x, y] = [point[0] - center[0], point[1] - center[1]];
  return [center[0] + x * cosine - y * sine, center[1] + x * sine + y * cosine];
}

/**
 * The arc between two points that turns by a sweep.
 *
 * With the chord c from start to end and its left normal n, the centre is the chord's middle plus
 * n / (2 tan(sweep / 2)). No such arc has its ends in one point or a sweep of 0 or 360 degrees:
 * then there is none.
 */
export function arcBetween(start: Point, end: Point, sweep_deg: number): AddArc | null {
  const [x, y] = [end[0] - start[0], end[1] - start[1]];
  const tangent = Math.tan((sweep_deg / 2) * DEGREE);
  if (Math.hypot(x, y) === 0 || Math.abs(sweep_deg) >= 360 || Math.abs(tangent) < 1e-9) {
    return null;
  }
  const offset = 1 / (2 * tangent);
  const center: Point = [start[0] + x / 2 - y * offset, start[1] + y / 2 + x * offset];
  return { op: "add_arc", start, center, sweep_deg };
}

/** Radius of an arc. */
export function radiusOf(arc: AddArc): number {
  return Math.hypot(arc.start[0] - arc.center[0], arc.start[1] - arc.center[1]);
}

/**
 * The sweep of the arc between two points with this radius that turns the way of an earlier sweep, and
 * past half a turn where that did; null where the radius is too small for the points.
 */
export function sweepOfRadius(start: Point, end: Point, radius: number, like_deg: number) {
  const chord = Math.hypot(end[0] - start[0], end[1] - start[1]);
  const sine = chord / (2 * radius);
  // The least radius itself may come with the noise of its printing.
  if (!(radius > 0) || chord === 0 || sine > 1 + 1e-4) {
    return null;
  }
  const minor = (2 * Math.asin(Math.min(1, sine))) / DEGREE;
  return Math.sign(like_deg) * (Math.abs(like_deg) > 180 ? 360 - minor : minor);
}

/** The point halfway along an arc. */
export function middleOf(arc: AddArc): Point {
  return rotated(arc.start, arc.center, arc.sweep_deg / 2);
}

/** The sweep of the arc from start to end through a third point; 0 where the three are in line. */
export function sweepThrough(start: Point, end: Point, through: Point): number {
  const [ax, ay] = [start[0] - through[0], start[1] - through[1]];
  const [bx, by] = [end[0] - through[0], end[1] - through[1]];
  const inscribed = Math.atan2(ax * by - ay * bx, ax * bx + ay * by) / DEGREE;
  return inscribed < 0 ? 360 + 2 * inscribed : 2 * inscribed - 360;
}

/** A curve as a polyline whose pieces turn by at most five degrees, or another angle. */
export function polyline(curve: Curve, step_deg = 5): Point[] {
  switch (curve.op) {
    case "add_line":
      return [curve.start, curve.end];
    case "add_arc":
      return turn(curve.start, curve.center, curve.sweep_deg, step_deg);
    case "add_circle":
      return turn([curve.center[0] + curve.radius, curve.center[1]], curve.center, 360, step_deg);
  }
}

function turn(start: Point, center: Point, sweep_deg: number, step_deg: number): Point[] {
  const pieces = Math.max(2, Math.ceil(Math.abs(sweep_deg) / step_deg));
  return Array.from({ length: pieces + 1 }, (_, at) =>
    rotated(start, center, (sweep_deg * at) / pieces),
  );
}
