/** The constraints that hold in a sketch. */

import type { Curve, Point } from "../operation";
import { distance } from "../sketch";
import type { Constraint, ConstraintKind } from "./constraint";
import { Layout, type Shape } from "./layout";
import { centerOf, residuals, sizeOf, turns } from "./residuals";
import { acrossOf, middleOf } from "./symmetry";

/** A constraint holds where it is off by less: 0.01 mm, or the sine of 0.06 degrees. */
const REACH = 1e-3;

/** All that holds: what is level, upright, equal, what meets squarely or smoothly, has one centre, or is symmetric. */
export function foundConstraints(curves: readonly Curve[]): Constraint[] {
  const { shapes, values } = Layout.of(curves);
  const numbers = shapes.map((_, number) => number);
  const holds = (kind: ConstraintKind, ...these: number[]): boolean =>
    isHeld({ kind, curves: these }, shapes, values);
  const upright = (kind: "horizontal" | "vertical"): Constraint[] => {
    const own = numbers.filter((number) => holds(kind, number));
    return own.length === 0 ? [] : [{ kind, curves: own }];
  };
  const isRound = (number: number): boolean => kindOf(shapes[number]) === "round";
  const sizes = (number: number): number[] => [sizeOf(shapes[number] ?? NONE, values)];
  const centers = (number: number): readonly number[] =>
    centerOf(shapes[number] ?? NONE, values) ?? [];
  const [horizontal, vertical] = [upright("horizontal"), upright("vertical")];
  const slanted = numbers.filter(
    (number) =>
      kindOf(shapes[number]) === "line" &&
      ![...horizontal, ...vertical].some(({ curves }) => curves.includes(number)),
  );
  return [
    ...horizontal,
    ...vertical,
    ...meeting(slanted, shapes, values)
      .filter(([one, other]) => holds("perpendicular", one, other))
      .map((pair) => ({ kind: "perpendicular" as const, curves: pair })),
    ...groups(
      numbers.filter((number) => kindOf(shapes[number]) === "line"),
      sizes,
      "equal",
    ),
    ...groups(numbers.filter(isRound), sizes, "equal"),
    ...meeting(numbers, shapes, values)
      .filter((pair) => pair.some(isRound) && holds("tangent", ...pair))
      .map((pair) => ({ kind: "tangent" as const, curves: pair })),
    ...groups(numbers.filter(isRound), centers, "concentric"),
    ...symmetries(shapes, values, (...curves) => holds("symmetric", ...curves)),
  ];
}

/** Those of some constraints that do not hold: a text that is typed may break what its sketches keep. */
export function brokenConstraints(
  curves: readonly Curve[],
  constraints: readonly Constraint[],
): Constraint[] {
  const { shapes, values } = Layout.of(curves);
  return constraints.filter((constraint) => !isHeld(constraint, shapes, values));
}

/** Whether a constraint holds, and says something of its curves. */
function isHeld(
  constraint: Constraint,
  shapes: readonly Shape[],
  values: readonly number[],
): boolean {
  const rest = residuals([constraint], shapes, values);
  return rest.length > 0 && rest.every((value) => Math.abs(value) < REACH);
}

const NONE: Shape = { kind: "free" };

function kindOf(shape: Shape | undefined): "line" | "round" | "none" {
  switch (shape?.kind) {
    case "line":
      return "line";
    case "arc":
    case "circle":
      return "round";
    default:
      return "none";
  }
}

/** Pairs of curves that share an end. */
function meeting(
  numbers: readonly number[],
  shapes: readonly Shape[],
  values: readonly number[],
): [number, number][] {
  return numbers.flatMap((one, at) =>
    numbers.slice(at + 1).flatMap((other): [number, number][] => {
      const [a, b] = [shapes[one] ?? NONE, shapes[other] ?? NONE];
      return turns(a, b, values).length > 0 ? [[one, other]] : [];
    }),
  );
}

/** Pairs that mirror each other about an axis of the sketch, or else about the circle that is most in their middle. */
function symmetries(
  shapes: readonly Shape[],
  values: readonly number[],
  holds: (...curves: number[]) => boolean,
): Constraint[] {
  const all = shapes.map((shape, number) => ({
    kind: shape.kind,
    number,
    middle: middleOf(shape, values),
  }));
  const circles = all.filter(({ kind }) => kind === "circle");
  return all.flatMap((one) =>
    all.slice(one.number + 1).flatMap((other): Constraint[] => {
      const [a, b] = [one.middle, other.middle];
      const across = acrossOf(a, b);
      const along = across === 0 ? 1 : 0;
      if (distance(a, b) < REACH || Math.abs(a[along] - b[along]) >= REACH) {
        return [];
      }
      const between: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      const abouts = circles
        .filter((about) => about !== one && about !== other)
        .filter(({ middle }) => Math.abs(middle[across] - between[across]) < REACH)
        .sort(
          (first, second) => distance(first.middle, between) - distance(second.middle, between),
        );
      const pair = [one.number, other.number];
      const curves = [pair, ...abouts.map(({ number }) => [...pair, number])];
      const found = curves.find((some) => holds(...some));
      return found === undefined ? [] : [{ kind: "symmetric", curves: found }];
    }),
  );
}

/** Curves that have nearly the same numbers, two or more together. */
function groups(
  numbers: readonly number[],
  of: (number: number) => readonly number[],
  kind: ConstraintKind,
): Constraint[] {
  const found: number[][] = [];
  for (const number of numbers) {
    const own = of(number);
    const near = found.find(([first = -1]) =>
      of(first).every((value, at) => Math.abs(value - (own[at] ?? Number.NaN)) < REACH),
    );
    if (near === undefined) {
      found.push([number]);
    } else {
      near.push(number);
    }
  }
  return found.filter(({ length }) => length > 1).map((curves) => ({ kind, curves }));
}
