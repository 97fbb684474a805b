/** The text form, printed as docs/language.md says, for what an edit writes anew. */

import type { AddExtrude, Operation, Plane, Position, Program } from "./operation";

/** One operation a line. */
export function printProgram(program: Program): string {
  return `${program.operations.map(printOperation).join("\n")}\n`;
}

/** A line of it. */
export function printOperation(operation: Operation): string {
  switch (operation.op) {
    case "add_sketch":
      return `add_sketch(${printPlane(operation.plane)})`;
    case "add_line":
      return `add_line(${list(...operation.start, ...operation.end)})`;
    case "add_arc":
      return `add_arc(${list(...operation.start, ...operation.center, operation.sweep_deg)})`;
    case "add_circle":
      return `add_circle(${list(...operation.center, operation.radius)})`;
    case "add_extrude":
      return printExtrude(operation);
  }
}

function printExtrude({ profiles, extent, operation }: AddExtrude): string {
  const profile = profiles.length === 1 ? list(...profiles) : `[${list(...profiles)}]`;
  if ("one_side" in extent) {
    return `add_extrude(${profile}, ${number(extent.one_side)}, ${operation})`;
  }
  if ("symmetric" in extent) {
    return `add_extrude(${profile}, ${number(extent.symmetric)}, ${operation}, symmetric)`;
  }
  const { forward, backward } = extent.two_sides;
  return `add_extrude(${profile}, ${number(forward)}, ${operation}, ${number(backward)})`;
}

function printPlane(plane: Plane): string {
  if (typeof plane === "string") {
    return plane;
  }
  if ("frame" in plane) {
    const { origin, normal, x_axis } = plane.frame;
    return `plane(${list(...origin, ...normal, ...x_axis)})`;
  }
  if ("face" in plane) {
    return `face(${list(...(plane.face satisfies Position))})`;
  }
  if ("side" in plane) {
    return `side(${list(plane.side.sketch, plane.side.curve)})`;
  }
  return "start" in plane ? `start(${plane.start})` : `end(${plane.end})`;
}

function list(...values: number[]): string {
  return values.map(number).join(", ");
}

/** The shortest decimal that reads back as the same number; minus zero is 0. */
function number(value: number): string {
  return String(value === 0 ? 0 : value);
}
