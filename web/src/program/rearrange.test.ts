import { describe, expect, it } from "vitest";
import { extrudeOf, inserted, moved, shifted, unfinishedSketch, without } from "./features";
import { nameOf, renamed } from "./names";
import type { AddCircle, PlaneFrame } from "./operation";
import { type ReadText, readOrEmpty } from "./read";
import { rearranged } from "./rearrange";
import { OrderError, type Step } from "./steps";

const PART = [
  "# A plate with holes.",
  "# By hand.",
  "",
  "add_sketch(XY)          # plate",
  "# the rim",
  "add_circle(0, 0, 9)",
  "add_extrude(0, 1, new)",
  "",
  "# four holes",
  "add_sketch(end(0))      # holes",
  "\tadd_circle(3, 0, 1)   # east",
  "\tadd_circle(0, 3, 1)   # north",
  "\tadd_circle(-3, 0, 1)  # west",
  "add_extrude([0, 2], -1, cut)",
  "",
  "add_sketch(start(1))    # boss",
  "add_circle(0, 0, 0.5)",
  "add_extrude(0, 2, join)",
  "# end",
  "",
].join("\n");

const FRAME: PlaneFrame = { origin: [0, 0, 1], normal: [0, 0, 1], x_axis: [1, 0, 0] };

function result(text: string, steps: (read: ReadText) => Step[] | null): string {
  const read = readOrEmpty(text);
  return rearranged(read, steps(read) ?? [], () => FRAME).read.text;
}

describe("deleting", () => {
  it("takes a curve's line and numbers the other profiles anew", () => {
    const text = result(PART, ({ program }) => without(program, 5));
    expect(text).toBe(
      PART.replace("\tadd_circle(0, 3, 1)   # north\n", "").replace("[0, 2]", "[0, 1]"),
    );
  });

  it("takes a sketch with all that is its own, and frees what lay on it", () => {
    const text = result(PART, ({ program }) => without(program, 3));
    const [start, rest] = [PART.indexOf("# four"), PART.indexOf("add_sketch(start")];
    const freed = "add_sketch(plane(0, 0, 1, 0, 0, 1, 1, 0, 0)) # boss";
    expect(text).toBe(
      PART.slice(0, start) + PART.slice(rest).replace("add_sketch(start(1))    # boss", freed),
    );
  });

  it("of the only extrude takes its feature; of all leaves the remarks at the top", () => {
    expect(result(PART, ({ program }) => without(program, 10))).toBe(
      PART.slice(0, PART.indexOf("\nadd_sketch(start")).concat("# end\n"),
    );
    const plate = PART.slice(0, PART.indexOf("\n# four"));
    expect(result(plate, ({ program }) => without(program, 0))).toBe(
      "# A plate with holes.\n# By hand.\n\n",
    );
  });

  it("of what lies under others without a frame is refused", () => {
    const read = readOrEmpty(PART);
    expect(() => rearranged(read, without(read.program, 3), () => null)).toThrow(OrderError);
  });
});

describe("moving", () => {
  it("takes comments along, and numbers what refers to it anew", () => {
    const text = PART.replace("start(1)", "XZ");
    const back = result(text, ({ program }) => moved(program, 8, -1));
    expect(back).toContain("add_extrude(0, 1, new)\n\nadd_sketch(XZ)    # boss\n");
    expect(back).toContain(
      "add_extrude(0, 2, join)\n\n# four holes\nadd_sketch(end(0))      # holes\n",
    );
    expect(result(back, ({ program }) => moved(program, 3, 1))).toBe(text);
  });

  it("does not bring a sketch before what it lies on", () => {
    const read = readOrEmpty(PART);
    const steps = moved(read.program, 8, -1) ?? [];
    expect(() => rearranged(read, steps, () => FRAME)).toThrow("must come after");
  });

  it("of a curve keeps the areas that are extruded", () => {
    const text = result(PART, ({ program }) => moved(program, 4, 1));
    expect(text).toContain("# north\n\tadd_circle(3, 0, 1)   # east\n");
    expect(text).toContain("add_extrude([1, 2], -1, cut)");
    expect(result(text, ({ program }) => moved(program, 5, -1))).toBe(PART);
  });

  it("ends where its like ends", () => {
    const { program } = readOrEmpty(PART);
    expect([moved(program, 4, -1), moved(program, 7, 1), moved(program, 0, -1)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe("adding", () => {
  const hole: AddCircle = { op: "add_circle", center: [1, 1], radius: 0.25 };

  it("puts new lines at their place", () => {
    const text = result(PART, ({ program }) => inserted(program, 2, [hole]));
    expect(text).toBe(PART.replace("9)\n", "9)\nadd_circle(1, 1, 0.25)\n"));
  });

  it("begins with nothing, and a feature stands apart", () => {
    const plate = [{ op: "add_sketch", plane: "XY" }, hole, extrudeOf([hole], 1, "new")] as const;
    const one = result("", ({ program }) => inserted(program, 0, plate));
    expect(one).toBe("add_sketch(XY)\nadd_circle(1, 1, 0.25)\nadd_extrude(0, 1, new)\n");
    const two = result(one, ({ program }) => inserted(program, 3, plate));
    expect(two).toBe(`${one}\n${one}`);
  });

  it("says which sketch makes nothing yet", () => {
    const { program } = readOrEmpty(`${PART}add_sketch(XZ)\nadd_circle(0, 0, 1)\n`);
    expect([unfinishedSketch(program), unfinishedSketch(readOrEmpty(PART).program)]).toEqual([
      11,
      null,
    ]);
    expect(shifted(hole, [1, -1]).center).toEqual([2, 0]);
  });
});

describe("a name", () => {
  it("is the comment behind an operation", () => {
    const read = readOrEmpty(PART);
    expect([nameOf(read, 0), nameOf(read, 1), nameOf(read, 5)]).toEqual(["plate", "", "north"]);
  });

  it("changes where it stands, comes and goes", () => {
    const read = readOrEmpty(PART);
    expect(renamed(read, 3, "four # holes ").text).toBe(PART.replace("# holes", "# four holes"));
    expect(renamed(read, 1, "rim").text).toBe(PART.replace("0, 9)", "0, 9)  # rim"));
    expect(renamed(read, 0, "").text).toBe(PART.replace("          # plate", ""));
  });
});
