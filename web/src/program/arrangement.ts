/** The pieces into which the curves of a sketch cut each other, and the loops that they form. */

import { polyline, radiusOf } from "./arc";
import { crossings, pointOn, SAME_POINT } from "./crossings";
import type { Curve, Point } from "./operation";
import { distance } from "./sketch";

/** A stretch of a curve between two nodes, walked in one direction. */
export interface Piece {
  /** Which of the curves. */
  readonly curve: number;
  /** Where along the curve the stretch lies, in the curve's own direction. */
  readonly from: number;
  readonly to: number;
  readonly isForward: boolean;
  /** The nodes at its beginning and end, as walked. */
  readonly start: number;
  readonly end: number;
}

/** A closed walk with its area on the left; clockwise ones bound what is outside them. */
export interface Loop {
  readonly pieces: readonly Piece[];
  readonly points: readonly Point[];
  /** Signed: positive counter-clockwise. */
  readonly area: number;
}

/** All loops of curves; pieces that end in the open bound nothing and are left out. */
export function loopsOf(curves: readonly Curve[]): Loop[] {
  const pieces = withoutDeadEnds(piecesOf(curves));
  const leaving = new Map<number, Piece[]>();
  for (const piece of pieces) {
    leaving.set(piece.start, [...(leaving.get(piece.start) ?? []), piece]);
  }
  for (const around of leaving.values()) {
    around.sort((one, other) => compareHeadings(heading(curves, one), heading(curves, other)));
  }
  const left = new Set(pieces);
  const found: Loop[] = [];
  for (const first of pieces) {
    const walk: Piece[] = [];
    for (let piece: Piece | undefined = first; piece !== undefined && left.delete(piece); ) {
      walk.push(piece);
      piece = following(piece, leaving.get(piece.end) ?? []);
    }
    if (walk.length > 0) {
      const points = walk.flatMap((piece) => pointsAlong(curves, piece).slice(1));
      found.push({ pieces: walk, points, area: signedArea(points) });
    }
  }
  return found;
}

/** The piece that keeps the same area on its left: the next one clockwise from where it came. */
function following(piece: Piece, around: readonly Piece[]): Piece | undefined {
  const back = around.findIndex((one) => isReverse(one, piece));
  return around.at(back - 1);
}

function isReverse(one: Piece, other: Piece): boolean {
  return one.curve === other.curve && one.from === other.from && one.isForward !== other.isForward;
}

/** Every stretch twice, once in each direction; of those that lie on each other the first curve's. */
function piecesOf(curves: readonly Curve[]): Piece[] {
  const nodes: Point[] = [];
  const nodeAt = (point: Point): number => {
    const known = nodes.findIndex((node) => distance(node, point) <= SAME_POINT);
    return known < 0 ? nodes.push(point) - 1 : known;
  };
  const places = curves.map((): number[] => [0, 1]);
  curves.forEach((one, at) => {
    curves.slice(at + 1).forEach((other, offset) => {
      for (const [place, otherPlace] of crossings(one, other)) {
        places[at]?.push(place);
        places[at + 1 + offset]?.push(otherPlace);
      }
    });
  });
  const pieces: Piece[] = [];
  const taken = new Set<string>();
  curves.forEach((curve, at) => {
    const sorted = cutsOf(curve, places[at] ?? []);
    sorted.slice(1).forEach((to, before) => {
      const from = sorted[before] ?? 0;
      const [start, end] = [nodeAt(pointOn(curve, from)), nodeAt(pointOn(curve, to))];
      const middle = nodeKey(pointOn(curve, (from + to) / 2));
      const key = `${Math.min(start, end)} ${Math.max(start, end)} ${middle}`;
      if (!taken.has(key)) {
        taken.add(key);
        pieces.push({ curve: at, from, to, isForward: true, start, end });
        pieces.push({ curve: at, from, to, isForward: false, start: end, end: start });
      }
    });
  });
  return pieces;
}

function nodeKey(point: Point): string {
  return point.map((value) => Math.round(value / (10 * SAME_POINT))).join();
}

/** The places at which a curve is cut, in order, those that are one point once. */
function cutsOf(curve: Curve, places: readonly number[]): number[] {
  const sorted = [...places].sort((one, other) => one - other);
  return sorted.filter((place, at) => {
    const before = at === 0 ? null : (sorted[at - 1] ?? 0);
    return before === null || (place - before) * lengthOf(curve) > SAME_POINT;
  });
}

function lengthOf(curve: Curve): number {
  switch (curve.op) {
    case "add_line":
      return distance(curve.start, curve.end);
    case "add_arc":
      return (radiusOf(curve) * Math.abs(curve.sweep_deg) * Math.PI) / 180;
    case "add_circle":
      return 2 * Math.PI * curve.radius;
  }
}

function withoutDeadEnds(pieces: readonly Piece[]): Piece[] {
  let left = [...pieces];
  for (;;) {
    const degree = new Map<number, number>();
    for (const { start } of left) {
      degree.set(start, (degree.get(start) ?? 0) + 1);
    }
    const kept = left.filter(({ start, end }) => degree.get(start) !== 1 && degree.get(end) !== 1);
    if (kept.length === left.length) {
      return kept;
    }
    left = kept;
  }
}

/** Direction in which a piece leaves its start, and how it bends: the angle, then the curvature. */
function heading(curves: readonly Curve[], piece: Piece): [number, number] {
  const curve = curves[piece.curve];
  if (curve === undefined) {
    return [0, 0];
  }
  const sign = piece.isForward ? 1 : -1;
  if (curve.op === "add_line") {
    const [x, y] = [curve.end[0] - curve.start[0], curve.end[1] - curve.start[1]];
    return [Math.atan2(sign * y, sign * x), 0];
  }
  const [x, y] = pointOn(curve, piece.isForward ? piece.from : piece.to);
  const turn = curve.op === "add_circle" ? 1 : Math.sign(curve.sweep_deg);
  const [rx, ry] = [x - curve.center[0], y - curve.center[1]];
  return [Math.atan2(sign * turn * rx, -sign * turn * ry), (sign * turn) / Math.hypot(rx, ry)];
}

function compareHeadings(one: [number, number], other: [number, number]): number {
  const apart = one[0] - other[0];
  const isSame = Math.abs(apart) < 1e-7 || Math.abs(apart) > 2 * Math.PI - 1e-7;
  return isSame ? one[1] - other[1] : apart;
}

/** The points of a piece as it is walked; its pieces turn by at most five degrees. */
function pointsAlong(curves: readonly Curve[], { curve: at, from, to, isForward }: Piece): Point[] {
  const curve = curves[at];
  if (curve === undefined) {
    return [];
  }
  const [start, end] = [pointOn(curve, from), pointOn(curve, to)];
  const points =
    curve.op === "add_line"
      ? [start, end]
      : polyline({
          op: "add_arc",
          start,
          center: curve.center,
          sweep_deg: sweepOf(curve) * (to - from),
        });
  return isForward ? points : points.reverse();
}

function sweepOf(curve: Curve): number {
  return curve.op === "add_arc" ? curve.sweep_deg : 360;
}

/** Area of a polygon, positive counter-clockwise. */
function signedArea(points: readonly Point[]): number {
  return points.reduce((sum, [x, y], at) => {
    const [u, v] = points[(at + 1) % points.length] ?? [x, y];
    return sum + (x * v - u * y) / 2;
  }, 0);
}
