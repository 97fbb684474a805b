import { describe, expect, it } from "vitest";
import { type Operation, withOperation } from "./operation";
import { type ReadText, readText } from "./read";
import { carriedOver, rewritten } from "./rewrite";

const PLATE = [
  "# A plate.  # twice",
  "",
  "add_sketch(xy)                # bottom",
  "\tadd_circle( 0 , 0, +3.50 )   # rim",
  "add_circle(0,0,1)",
  "add_extrude([0, 1], 1, join) # both",
  "add_sketch(End(0))\r",
  "add_circle(1, 2, .5)",
  "add_extrude(2)",
  "",
].join("\n");

function read(text: string): ReadText {
  const found = readText(text);
  if (found === null) {
    throw new Error(`no program: ${text}`);
  }
  return found;
}

/** The text after one operation has become another. */
function edited(text: string, index: number, operation: Operation): string {
  const before = read(text);
  return rewritten(before, withOperation(before.program, index, operation)).text;
}

describe("a changed number", () => {
  it("changes where it stands, and nothing else does", () => {
    const circle: Operation = { op: "add_circle", center: [0, 0], radius: 12.25 };
    expect(edited(PLATE, 1, circle)).toBe(
      PLATE.replace("0, +3.50 )   # rim", "0, 12.25 )   # rim"),
    );
    const far: Operation = { op: "add_circle", center: [0, 0], radius: 120.123 };
    expect(edited(PLATE, 1, far)).toBe(PLATE.replace("+3.50 )   # rim", "120.123 ) # rim"));
  });

  it("leaves shorter ways to write an extrude, and their result", () => {
    const deep: Operation = {
      op: "add_extrude",
      profiles: [0],
      extent: { one_side: 7 },
      operation: "new",
    };
    expect(edited(PLATE, 6, deep)).toBe(PLATE.replace("add_extrude(2)", "add_extrude(7)"));
    expect(edited(PLATE, 6, { ...deep, operation: "cut" })).toBe(
      PLATE.replace("add_extrude(2)", "add_extrude(0, 7, cut)"),
    );
  });

  it("carries no noise of the arithmetic", () => {
    const moved: Operation = { op: "add_circle", center: [0.1 + 0.2, 0], radius: 1 };
    expect(edited(PLATE, 2, moved)).toContain("add_circle(0.3,0,1)");
  });

  it("reads back as the program that was meant", () => {
    const before = read(PLATE);
    const next = withOperation(before.program, 0, { op: "add_sketch", plane: "XZ" });
    const again = rewritten(before, next);
    expect(again.program).toEqual(next);
    expect(again.text).toContain("add_sketch(XZ)                # bottom");
  });
});

describe("a text that is not right yet", () => {
  const circle: Operation = { op: "add_circle", center: [0, 0], radius: 2 };

  it("takes the same edit", () => {
    const before = read(PLATE);
    const draft = PLATE.replace("add_circle(1, 2, .5)", "add_circle(1, two");
    const next = withOperation(before.program, 2, circle);
    expect(carriedOver(draft, before, next)).toBe(
      draft.replace("add_circle(0,0,1)", "add_circle(0,0,2)"),
    );
  });

  it("takes it below lines that are new", () => {
    const before = read(PLATE);
    const draft = PLATE.replace("# A plate.", "add_li(\nadd_line(1,");
    const next = withOperation(before.program, 2, circle);
    expect(carriedOver(draft, before, next)).toContain("add_circle(0,0,2)");
  });

  it("refuses it where the line is gone", () => {
    const before = read(PLATE);
    const draft = PLATE.replace("add_circle(0,0,1)\n", "").replace("add_extrude(2)", "add_ext");
    expect(carriedOver(draft, before, withOperation(before.program, 2, circle))).toBeNull();
  });
});
