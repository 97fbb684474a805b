/**
 * The profiles of a sketch, numbered as docs/language.md says: by the lowest curve on the boundary, then
 * by where along it, then left side before right side. They are for clicks and for edits; what is built
 * is the server's to say.
 */

import { type Loop, loopsOf, type Piece } from "./arrangement";
import type { Curve, Point } from "./operation";

/** An area that the curves enclose. */
export interface Profile {
  readonly outer: Loop;
  readonly holes: readonly Loop[];
}

/** The profiles of curves, in the order of their numbers. */
export function profilesOf(curves: readonly Curve[]): Profile[] {
  const loops = loopsOf(curves);
  const bounding = loops.filter(({ area }) => area > 0);
  const holes = new Map<Loop, Loop[]>(bounding.map((outer) => [outer, []]));
  for (const hole of loops.filter(({ area }) => area <= 0)) {
    const around = smallestAround(bounding, hole);
    if (around !== undefined) {
      holes.get(around)?.push(hole);
    }
  }
  return bounding
    .map((outer) => ({ outer, holes: holes.get(outer) ?? [] }))
    .sort((one, other) => compare(firstTouch(one), firstTouch(other)));
}

/** The middle of a profile's area, holes taken out; it may lie in a hole. */
export function centroid({ outer, holes }: Profile): Point {
  let [area, x, y] = [0, 0, 0];
  for (const { points } of [outer, ...holes]) {
    points.forEach(([px, py], at) => {
      const [qx, qy] = points[(at + 1) % points.length] ?? [px, py];
      const part = (px * qy - qx * py) / 2;
      area += part;
      x += (part * (px + qx)) / 3;
      y += (part * (py + qy)) / 3;
    });
  }
  return [x / area, y / area];
}

/**
 * The profiles that most people mean: those that an even number of others lie around, which leaves out
 * the discs of a plate's holes.
 */
export function outermost(profiles: readonly Profile[]): number[] {
  return profiles.flatMap(({ outer }, at) => {
    const around = profiles.filter(({ holes }) => holes.some((hole) => encloses(hole, outer)));
    return around.length % 2 === 0 ? [at] : [];
  });
}

/**
 * The numbers of the same profiles after an edit of the curves: those that have a side of a curve in
 * common with one of the old ones.
 *
 * @param now Which curves each old one is now: none where it is gone, several where it was copied.
 */
export function successors(
  before: readonly Curve[],
  chosen: readonly number[],
  after: readonly Curve[],
  now: (curve: number) => readonly number[],
): number[] {
  const old = profilesOf(before);
  const sides = new Set(
    chosen
      .flatMap((number) => old[number] ?? [])
      .flatMap(sidesOf)
      .flatMap(([curve, side]) => now(curve).map((one) => `${one} ${side}`)),
  );
  return profilesOf(after).flatMap((profile, number) =>
    sidesOf(profile).some(([curve, side]) => sides.has(`${curve} ${side}`)) ? [number] : [],
  );
}

/** The curves on a profile's boundary, with the side on which it lies: 0 left, 1 right. */
function sidesOf(profile: Profile): (readonly [number, number])[] {
  return boundary(profile).map(({ curve, isForward }) => [curve, isForward ? 0 : 1]);
}

function boundary({ outer, holes }: Profile): Piece[] {
  return [outer, ...holes].flatMap(({ pieces }) => pieces);
}

type Touch = readonly [curve: number, at: number, side: number];

function firstTouch(profile: Profile): Touch {
  const touches = boundary(profile).map(
    ({ curve, from, isForward }): Touch => [curve, from, isForward ? 0 : 1],
  );
  return touches.reduce((least, touch) => (compare(touch, least) < 0 ? touch : least));
}

function compare(one: Touch, other: Touch): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

function smallestAround(loops: readonly Loop[], hole: Loop): Loop | undefined {
  return loops
    .filter((loop) => loop.area > -hole.area && !sharesPiece(loop, hole) && encloses(loop, hole))
    .sort((one, other) => one.area - other.area)[0];
}

function sharesPiece(loop: Loop, hole: Loop): boolean {
  const nodes = new Set(loop.pieces.map(({ start }) => start));
  return hole.pieces.some(({ start }) => nodes.has(start));
}

function encloses(loop: Loop, other: Loop): boolean {
  return isInside(loop.points, beside(other));
}

/** A point just left of a loop. */
function beside({ points: [one = [0, 0], other = one] }: Loop): Point {
  const [x, y] = [other[0] - one[0], other[1] - one[1]];
  return [(one[0] + other[0]) / 2 - y * 1e-4, (one[1] + other[1]) / 2 + x * 1e-4];
}

/** Whether a ray from the point crosses the polygon an odd number of times. */
export function isInside(polygon: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  polygon.forEach(([ax, ay], at) => {
    const [bx, by] = polygon[(at + 1) % polygon.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) {
      inside = !inside;
    }
  });
  return inside;
}
