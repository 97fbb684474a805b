/**
 * Constraints of a sketch, as its comment says them: `# base; keep horizontal 0 2, tangent 0 1`. Curves count in
 * their sketch from 0, as in `side(sketch, curve)`.
 */

export const CONSTRAINT_KINDS = [
  "horizontal",
  "vertical",
  "perpendicular",
  "equal",
  "tangent",
  "concentric",
  "symmetric",
  "length",
] as const;
export type ConstraintKind = (typeof CONSTRAINT_KINDS)[number];

/**
 * Horizontal and vertical are so each for itself, and lengths stay as they are: of lines, and radii of what is
 * round. Symmetric are two curves about an axis of the sketch, or about a level or upright line through the centre
 * of a third one. The others are relations of all these curves.
 */
export interface Constraint {
  readonly kind: ConstraintKind;
  readonly curves: readonly number[];
}

/** A comment behind a sketch: its name, and what is kept of it. */
export interface SketchComment {
  readonly name: string;
  readonly constraints: readonly Constraint[];
}

const KEPT = new RegExp(
  `(?:^|;)\\s*keep ((?:(?:${CONSTRAINT_KINDS.join("|")})(?: \\d+)+(?:, ?)?)+)$`,
);

/** What a comment, without its sign, says. */
export function readComment(comment: string): SketchComment {
  const found = KEPT.exec(comment.trim());
  if (found === null) {
    return { name: comment.trim(), constraints: [] };
  }
  const constraints = (found[1] ?? "").split(/, ?/).flatMap((words): Constraint[] => {
    const [kind, ...curves] = words.split(" ");
    const known = CONSTRAINT_KINDS.find((one) => one === kind);
    return known === undefined ? [] : [{ kind: known, curves: curves.map(Number) }];
  });
  return { name: comment.trim().slice(0, found.index).trim(), constraints };
}

/** The comment that says this; empty where there is nothing to say. */
export function printComment({ name, constraints }: SketchComment): string {
  const kept = constraints.map(({ kind, curves }) => `${kind} ${curves.join(" ")}`).join(", ");
  return [name, kept === "" ? "" : `keep ${kept}`].filter((words) => words !== "").join("; ");
}

/** Least number of curves of a constraint. */
export function leastCurves(kind: ConstraintKind): 1 | 2 {
  return kind === "horizontal" || kind === "vertical" || kind === "length" ? 1 : 2;
}

/** Constraints of curves that have other numbers now; those of curves that are gone go too. */
export function renumberedConstraints(
  constraints: readonly Constraint[],
  now: (curve: number) => number | null,
): Constraint[] {
  return constraints.flatMap(({ kind, curves }): Constraint[] => {
    const next = curves.map(now).filter((curve) => curve !== null);
    const least = kind === "symmetric" ? curves.length : leastCurves(kind);
    return next.length >= least ? [{ kind, curves: next }] : [];
  });
}

/** Whether two constraints say the same. */
export function isSameConstraint(one: Constraint, other: Constraint): boolean {
  return one.kind === other.kind && one.curves.join() === other.curves.join();
}
