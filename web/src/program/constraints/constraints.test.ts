import { describe, expect, it } from "vitest";
import { CENTRED, SLOT } from "../../../tests/harness/sketches";
import { type Handle, handles } from "../../drawing/handles";
import { endOf, radiusOf } from "../arc";
import { type Curve, isCurve, type Program } from "../operation";
import { parameters } from "../parameters";
import { readText } from "../read";
import { rounded } from "../rewrite";
import { sketches } from "../sketch";
import { printComment, readComment, renumberedConstraints } from "./constraint";
import { foundConstraints } from "./found";
import { kept } from "./kept";
import type { Term } from "./residuals";
import { solve } from "./solve";

/** A plate of 60 x 40 mm with a hole of 10 mm, and one of 20 mm about the same centre. */
const PLATE = `add_sketch(XY)
add_line(0, 0, 6, 0)
add_line(6, 0, 6, 4)
add_line(6, 4, 0, 4)
add_line(0, 4, 0, 0)
add_circle(2, 1.5, 0.5)
add_circle(2, 1.5, 1)
add_extrude(0, 1)
`;

function programOf(text: string): Program {
  const read = readText(text);
  if (read === null) {
    throw new Error("the text is a program");
  }
  return read.program;
}

/** The curves of the first sketch, as an edit writes them. */
function curvesOf(program: Program | null): Curve[] {
  const all = program === null ? [] : (sketches(program)[0]?.curves ?? []);
  return all.map(({ curve }) => rounded(curve)).filter(isCurve);
}

/** The program after an edit with all that is found in its sketch. */
function keptAfter(before: Program, after: Program): Program | null {
  const constraints = foundConstraints(curvesOf(before));
  return kept(before, after, () => constraints);
}

function handle(program: Program, label: string): Handle {
  const [sketch] = sketches(program);
  const found = sketch && handles(sketch).find((one) => one.label === label);
  if (found === undefined) {
    throw new Error(`there is ${label}`);
  }
  return found;
}

function set(program: Program, index: number, key: string, value: number): Program {
  const next = parameters(program, index)
    .find((one) => one.key === key)
    ?.set(program, value);
  if (!next) {
    throw new Error("there is such a value");
  }
  return next;
}

describe("constraints", () => {
  it("are found where a sketch has them", () => {
    const print = (text: string) =>
      printComment({ name: "", constraints: foundConstraints(curvesOf(programOf(text))) });
    expect(print(PLATE)).toBe(
      "keep horizontal 0 2, vertical 1 3, equal 0 2, equal 1 3, concentric 4 5",
    );
    expect(print(SLOT)).toBe(
      "keep horizontal 0 2, equal 0 2, equal 1 3, tangent 0 1, tangent 0 3, tangent 1 2, tangent 2 3, symmetric 0 2",
    );
    expect(print(CENTRED)).toBe(
      "keep horizontal 0 2, vertical 1 3, equal 0 2, equal 1 3, equal 4 5, symmetric 0 2 6, symmetric 1 3, symmetric 4 5",
    );
    const turned =
      "add_sketch(XY)\nadd_line(0, 0, 3, 4)\nadd_line(3, 4, -1, 7)\nadd_line(-1, 7, 0, 0)\n";
    expect(print(turned)).toBe("keep perpendicular 0 1, equal 0 1");
    expect(print("add_sketch(XY)\nadd_line(0, 0, 3, 1)\nadd_circle(1, 1, 2)\n")).toBe("");
  });

  it("stand in a comment beside a name, and are read again", () => {
    for (const comment of [
      "",
      "base",
      "rod; keep length 0, length 3",
      "keep equal 0 1, tangent 1 2",
      "base; keep horizontal 10",
    ]) {
      expect(printComment(readComment(comment))).toBe(comment);
    }
    expect(readComment("base; keep horizontal 0 2, vertical 1").constraints).toEqual([
      { kind: "horizontal", curves: [0, 2] },
      { kind: "vertical", curves: [1] },
    ]);
    // Words of a person are none.
    for (const name of ["keep dry", "keep equal parts 1 2", "keep horizontal"]) {
      expect(readComment(name)).toEqual({ name, constraints: [] });
    }
  });

  it("follow their curves to other numbers, and go with them", () => {
    const { constraints } = readComment("keep horizontal 0 2, equal 0 1, equal 1 2 3");
    const now = (curve: number) => (curve === 0 ? null : curve + 1);
    expect(printComment({ name: "", constraints: renumberedConstraints(constraints, now) })).toBe(
      "keep horizontal 3, equal 2 3 4",
    );
    // Two that mirrored each other about a third one mirror nothing without it.
    const symmetric = readComment("keep symmetric 1 2 0, symmetric 1 2").constraints;
    expect(printComment({ name: "", constraints: renumberedConstraints(symmetric, now) })).toBe(
      "keep symmetric 2 3",
    );
  });
});

describe("an edit with constraints", () => {
  it("of a corner leaves a rectangle a rectangle", () => {
    const plate = programOf(PLATE);
    const moved = handle(plate, "Corner 3").move(plate, [7, 5]);
    expect(moved && curvesOf(keptAfter(plate, moved)).slice(0, 4)).toEqual(
      curvesOf(programOf(PLATE.replaceAll("6", "7").replaceAll("4", "5"))).slice(0, 4),
    );
  });

  it("of a centre takes the other one along", () => {
    const plate = programOf(PLATE);
    const after = keptAfter(plate, set(plate, 5, "center-0", 35));
    expect(curvesOf(after).slice(4)).toEqual([
      { op: "add_circle", center: [3.5, 1.5], radius: 0.5 },
      { op: "add_circle", center: [3.5, 1.5], radius: 1 },
    ]);
  });

  it("of a slot's radius keeps it smooth, and its sides level", () => {
    const slot = programOf(SLOT);
    const grown = handle(slot, "Corner 2").move(slot, [5, -1.5]);
    const after = grown && keptAfter(slot, grown);
    const [low, right, high, left] = curvesOf(after);
    if (
      low?.op !== "add_line" ||
      high?.op !== "add_line" ||
      right?.op !== "add_arc" ||
      left?.op !== "add_arc"
    ) {
      throw new Error("a slot has two lines and two arcs");
    }
    expect(low.end).toEqual([5, -1.5]);
    expect(low.start[1]).toBeCloseTo(-1.5, 5);
    expect(high.start[1]).toBeCloseTo(high.end[1], 5);
    expect(right.sweep_deg).toBeCloseTo(180, 4);
    expect(radiusOf(right)).toBeCloseTo(radiusOf(left), 5);
    expect(endOf(right)?.[0]).toBeCloseTo(high.start[0], 5);
    expect(2 * radiusOf(right)).toBeCloseTo(high.start[1] + 1.5, 5);
  });

  it("moves what is symmetric on both sides", () => {
    const plate = programOf(CENTRED);
    const wider = handle(plate, "Corner 3").move(plate, [3.5, 5]);
    const [low, right, high, left, , , middle] = curvesOf(wider && keptAfter(plate, wider));
    expect([low, right, high, left].map((curve) => curve?.op === "add_line" && curve.end)).toEqual([
      [3.5, expect.any(Number)],
      [3.5, 5],
      [-3.5, 5],
      [-3.5, expect.any(Number)],
    ]);
    // The hole of the middle stays half-way between the lines that mirror each other about it.
    if (middle?.op !== "add_circle" || low?.op !== "add_line") {
      throw new Error("the curves keep their kinds");
    }
    expect(middle.center[1]).toBeCloseTo((low.start[1] + 5) / 2, 5);
    const holes = curvesOf(keptAfter(plate, set(plate, 5, "center-0", -25))).slice(4, 6);
    expect(holes).toEqual([
      { op: "add_circle", center: [-2.5, 2], radius: 0.5 },
      { op: "add_circle", center: [2.5, 2], radius: 0.5 },
    ]);
    const larger = curvesOf(keptAfter(plate, set(plate, 6, "radius", 6))).slice(4, 6);
    expect(larger.map((curve) => curve.op === "add_circle" && curve.radius)).toEqual([0.6, 0.6]);
  });

  it("keeps arcs that mirror each other", () => {
    const ears = programOf(`add_sketch(XY)
add_line(-3, 0, 3, 0)
add_arc(3, 0, 3, 1, 150)
add_line(3.5, 1.8660254037844386, -3.5, 1.8660254037844386)
add_arc(-3.5, 1.8660254037844386, -3, 1, 150)
add_extrude(0, 1)
`);
    const symmetric = { kind: "symmetric", curves: [1, 3] } as const;
    expect(foundConstraints(curvesOf(ears))).toContainEqual(symmetric);
    const turned = set(ears, 2, "sweep", 120);
    const [, right, , left] = curvesOf(kept(ears, turned, () => [symmetric]));
    if (right?.op !== "add_arc" || left?.op !== "add_arc") {
      throw new Error("arcs stay arcs");
    }
    expect(right.sweep_deg).toBeCloseTo(120, 6);
    expect(left.sweep_deg).toBeCloseTo(120, 6);
    expect(left.center[0]).toBeCloseTo(-right.center[0], 6);
    expect(left.center[1]).toBeCloseTo(right.center[1], 6);
  });

  it("that they do not allow is refused", () => {
    const slot = programOf(SLOT);
    expect(keptAfter(slot, set(slot, 2, "sweep", 120))).toBeNull();
  });

  it("leaves lengths that are kept, unless it sets them", () => {
    const plate = programOf(PLATE);
    const length = [{ kind: "length", curves: [0] }] as const;
    const constraints = [...foundConstraints(curvesOf(plate)), ...length];
    const moved = handle(plate, "Corner 3").move(plate, [7, 5]);
    const [low, right] = curvesOf(moved && kept(plate, moved, () => constraints));
    expect(low).toEqual({ op: "add_line", start: [1, 0], end: [7, 0] });
    expect(right).toEqual({ op: "add_line", start: [7, 0], end: [7, 5] });
    const longer = set(plate, 1, "length", 80);
    const [shifted] = curvesOf(kept(plate, longer, () => constraints));
    expect(shifted).toEqual({ op: "add_line", start: [2, 0], end: [8, 0] });
    const [set80] = curvesOf(kept(plate, longer, () => constraints, 1));
    expect(set80).toEqual({ op: "add_line", start: [0, 0], end: [8, 0] });
  });

  it("that they have no part in changes nothing else", () => {
    const plate = programOf(PLATE);
    const deeper = set(plate, 7, "depth", 25);
    expect(keptAfter(plate, deeper)).toBe(deeper);
  });
});

/** A term of the first two numbers. */
function term(of: Term["of"]): Term {
  return { places: [0, 1], of };
}

describe("the solver", () => {
  it("takes the shortest way, also where a residual is there twice", () => {
    const solved = solve([3, 0], [0, 1], [term(([x = 0, y = 0]) => [x + y - 1, x + y - 1])]);
    expect(solved?.[0]).toBeCloseTo(2, 8);
    expect(solved?.[1]).toBeCloseTo(-1, 8);
  });

  it("finds a point of two circles, and none where they do not meet", () => {
    const circles = (radius: number) =>
      term(([x = 0, y = 0]) => [Math.hypot(x, y) - radius, Math.hypot(x - 8, y) - radius]);
    const solved = solve([3, 1], [0, 1], [circles(5)]);
    expect(solved?.[0]).toBeCloseTo(4, 8);
    expect(solved?.[1]).toBeCloseTo(3, 8);
    expect(solve([3, 1], [0, 1], [circles(2)])).toBeNull();
  });
});
