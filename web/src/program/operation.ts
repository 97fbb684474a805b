/**
 * The program as the server's JSON has it (`cadseq-program/1`, docs/schema/program.schema.json).
 * Lengths are in model units of 1 cm, angles in degrees.
 */

/** Sketch coordinates. */
export type Point = readonly [number, number];
/** World coordinates. */
export type Position = readonly [number, number, number];

/** A plane by its frame in the world; sketch y is normal cross x axis. */
export interface PlaneFrame {
  readonly origin: Position;
  readonly normal: Position;
  readonly x_axis: Position;
}

/** The three planes through the world's origin. */
export const ORIGIN_PLANES = ["XY", "XZ", "YZ"] as const;
export type OriginPlane = (typeof ORIGIN_PLANES)[number];

/** What a sketch lies on. */
export type Plane =
  | OriginPlane
  | { readonly frame: PlaneFrame }
  | { readonly face: Position }
  | { readonly start: number }
  | { readonly end: number }
  | { readonly side: { readonly sketch: number; readonly curve: number } };

/** How far an extrude goes along its plane's normal. */
export type Extent =
  | { readonly one_side: number }
  | { readonly symmetric: number }
  | { readonly two_sides: { readonly forward: number; readonly backward: number } };

/** How an extrude's body meets those that are there. */
export const BODY_OPERATIONS = ["new", "join", "cut", "intersect"] as const;
export type BodyOperation = (typeof BODY_OPERATIONS)[number];

export interface AddSketch {
  readonly op: "add_sketch";
  readonly plane: Plane;
}
export interface AddLine {
  readonly op: "add_line";
  readonly start: Point;
  readonly end: Point;
}
export interface AddArc {
  readonly op: "add_arc";
  readonly start: Point;
  readonly center: Point;
  readonly sweep_deg: number;
}
export interface AddCircle {
  readonly op: "add_circle";
  readonly center: Point;
  readonly radius: number;
}
export interface AddExtrude {
  readonly op: "add_extrude";
  readonly profiles: readonly number[];
  readonly extent: Extent;
  readonly operation: BodyOperation;
}

export type Curve = AddLine | AddArc | AddCircle;
export type Operation = AddSketch | Curve | AddExtrude;

/** A whole program. */
export interface Program {
  readonly schema: "cadseq-program/1";
  readonly operations: readonly Operation[];
}

/** Whether an operation draws a curve of a sketch. */
export function isCurve(operation: Operation | undefined): operation is Curve {
  return (
    operation?.op === "add_line" || operation?.op === "add_arc" || operation?.op === "add_circle"
  );
}

/** The program with one operation put in another's place. */
export function withOperation(program: Program, index: number, operation: Operation): Program {
  const operations = program.operations.map((old, at) => (at === index ? operation : old));
  return { ...program, operations };
}
