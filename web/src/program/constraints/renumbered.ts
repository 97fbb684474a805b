/** Constraints after steps have come, gone or changed places. */

import { constrained, constraintsOf } from "../names";
import type { ReadText } from "../read";
import { sketches } from "../sketch";
import type { Step } from "../steps";
import { renumberedConstraints } from "./constraint";

/** The text of these steps, whose sketches keep what they kept of the curves that are still there. */
export function withRenumbered(
  before: ReadText,
  steps: readonly Step[],
  after: ReadText,
): ReadText {
  const [old, now] = [sketches(before.program), sketches(after.program)];
  return now.reduce((read, sketch) => {
    const from = steps[sketch.index]?.from ?? null;
    const was = old.find(({ index }) => index === from);
    const constraints = from === null ? [] : constraintsOf(before, from);
    if (was === undefined || constraints.length === 0) {
      return read;
    }
    const numberNow = (curve: number): number | null => {
      const found = sketch.curves.findIndex(
        ({ index }) => steps[index]?.from === was.curves[curve]?.index,
      );
      return found < 0 ? null : found;
    };
    return constrained(read, sketch.index, renumberedConstraints(constraints, numberNow));
  }, after);
}
