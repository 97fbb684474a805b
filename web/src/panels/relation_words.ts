/** What relations of a sketch are called. */

import type { Constraint, ConstraintKind } from "../program/constraints/constraint";
import type { Sketch } from "../program/sketch";

const TITLES: Readonly<Record<ConstraintKind, string>> = {
  horizontal: "Horizontal",
  vertical: "Vertical",
  perpendicular: "Perpendicular",
  equal: "Equal",
  tangent: "Tangent",
  concentric: "Concentric",
  symmetric: "Symmetric",
  length: "Length",
};

/** The places in the program of the curves that a relation is about. */
export function operationsOf({ curves }: Constraint, sketch: Sketch | null): number[] {
  return curves.flatMap((curve) => sketch?.curves[curve]?.index ?? []);
}

/** A relation by its kind and steps, which count from 1. */
export function relationWords({ kind }: Constraint, operations: readonly number[]): string {
  const steps = operations.map((index) => index + 1);
  const about = kind === "symmetric" && steps.length > 2 ? ` about ${steps.pop()}` : "";
  return `${TITLES[kind]}: step${steps.length === 1 ? "" : "s"} ${steps.join(", ")}${about}`;
}
