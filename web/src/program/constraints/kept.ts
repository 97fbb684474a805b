/** Edits that keep the constraints of their sketches: what was set stays, the rest follows. */

import { type Curve, type Program, withOperation } from "../operation";
import { type Sketch, sketches } from "../sketch";
import type { Constraint } from "./constraint";
import { Layout, togetherWith } from "./layout";
import { termsOf } from "./residuals";
import { solve } from "./solve";

/** Numbers that differ by less are the same. */
const SAME = 1e-9;

/**
 * The program after an edit, with the constraints of its sketches; null where they do not allow it. A sketch
 * that has other curves than before is left alone.
 *
 * @param constraintsOf Those of a sketch by its place in the program.
 * @param sized The curve whose length or radius the edit sets: it is not kept then.
 */
export function kept(
  before: Program,
  after: Program,
  constraintsOf: (sketch: number) => readonly Constraint[],
  sized: number | null = null,
): Program | null {
  let next = after;
  const now = sketches(after);
  for (const [number, sketch] of sketches(before).entries()) {
    const own = sketch.curves.findIndex(({ index }) => index === sized);
    const constraints = constraintsOf(sketch.index).filter(
      ({ kind, curves }) => kind !== "length" || !curves.includes(own),
    );
    const same = now[number];
    if (constraints.length === 0 || same?.curves.length !== sketch.curves.length) {
      continue;
    }
    const curves = keptCurves(curvesOf(sketch), curvesOf(same), constraints);
    if (curves === null) {
      return null;
    }
    for (const [at, { index, curve }] of same.curves.entries()) {
      next = curves[at] === curve ? next : withOperation(next, index, curves[at] ?? curve);
    }
  }
  return next;
}

/** The curves after an edit, with constraints; null where they do not allow it. */
export function keptCurves(
  before: readonly Curve[],
  after: readonly Curve[],
  constraints: readonly Constraint[],
): readonly Curve[] | null {
  const layout = Layout.of(before);
  const wanted = layout.valuesOf(after);
  if (wanted === null) {
    return after;
  }
  const set = new Set(
    layout.values.flatMap((value, at) =>
      Math.abs(value - (wanted[at] ?? value)) > SAME ? togetherWith(layout.shapes, at) : [],
    ),
  );
  if (set.size === 0) {
    return after;
  }
  const free = layout.values.flatMap((_, at) => (set.has(at) ? [] : [at]));
  const solved = solve(wanted, free, termsOf(constraints, layout.shapes, layout.values));
  if (solved === null) {
    return null;
  }
  const made = layout.curvesWith(solved);
  // What did not move keeps its own digits.
  return (
    made?.map((curve, at) => (isNear(curve, after[at]) ? (after[at] ?? curve) : curve)) ?? null
  );
}

function curvesOf({ curves }: Sketch): Curve[] {
  return curves.map(({ curve }) => curve);
}

function isNear(one: Curve, other: Curve | undefined): boolean {
  const numbers = (curve: Curve | undefined): number[] =>
    Object.values(curve ?? {})
      .flat()
      .filter((value) => typeof value === "number");
  const [a, b] = [numbers(one), numbers(other)];
  return a.length === b.length && a.every((value, at) => Math.abs(value - (b[at] ?? 0)) < SAME);
}
