/** The far face of an extrude as something to take hold of. */

import { curvesIn, featureOf } from "../program/features";
import type { AddExtrude, Extent, Plane, Point, Program } from "../program/operation";
import { withOperation } from "../program/operation";
import { centroid, profilesOf } from "../program/profiles";

/** Where an extrude ends, over the middle of its profiles. */
export interface FarFace {
  readonly sketch: number;
  readonly middle: Point;
  /** Over the sketch's plane. */
  readonly height: number;
}

/** The far face of the extrude at a place; null where there is none. */
export function farFace(program: Program, index: number): FarFace | null {
  const operation = program.operations[index];
  if (operation?.op !== "add_extrude") {
    return null;
  }
  const feature = featureOf(program, index);
  const profiles = profilesOf(curvesIn(program, feature).map(([, curve]) => curve));
  const chosen = operation.profiles.map((number) => profiles[number]);
  const middles = chosen.flatMap((profile) => (profile ? [centroid(profile)] : []));
  const [first] = middles;
  return first === undefined
    ? null
    : { sketch: feature.from, middle: first, height: heightOf(operation.extent) };
}

function heightOf(extent: Extent): number {
  if ("one_side" in extent) {
    return extent.one_side;
  }
  return "symmetric" in extent ? extent.symmetric / 2 : extent.two_sides.forward;
}

/**
 * The program with the far face at another height; null where nothing would be left. From a face, out
 * of the solid joins and into it cuts.
 */
export function withFarFace(program: Program, index: number, height: number): Program | null {
  const operation = program.operations[index];
  const sketch = program.operations[featureOf(program, index).from];
  if (operation?.op !== "add_extrude" || sketch?.op !== "add_sketch") {
    return null;
  }
  const extent = extentTo(operation.extent, height);
  const result = resultTowards(operation, sketch.plane, height);
  return extent && withOperation(program, index, { ...operation, extent, operation: result });
}

function extentTo(extent: Extent, height: number): Extent | null {
  if ("two_sides" in extent) {
    const { backward } = extent.two_sides;
    return height === -backward ? null : { two_sides: { forward: height, backward } };
  }
  if (height === 0) {
    return null;
  }
  return "one_side" in extent ? { one_side: height } : { symmetric: 2 * height };
}

function resultTowards({ operation, extent }: AddExtrude, plane: Plane, height: number) {
  const isOnFace = typeof plane !== "string" && !("frame" in plane);
  const follows = isOnFace && "one_side" in extent && ["join", "cut"].includes(operation);
  return follows ? (height > 0 ? "join" : "cut") : operation;
}
