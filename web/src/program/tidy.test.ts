import { describe, expect, it } from "vitest";
import type { Program } from "./operation";
import { readOrEmpty } from "./read";
import { rewritten } from "./rewrite";
import { proposals, roundNear } from "./tidy";

const READ = [
  "# Read from a picture.",
  "add_sketch(XY)",
  "add_line(-4.03, 0.01, 4.01, -0.02)",
  "add_line(4.01, -0.02, 4.01, 3)",
  "add_arc(4.01, 3, 0, 3, 179.9)",
  "add_line(-4.009994, 3.006999, -4.03, 0.01)",
  "add_circle(-2, 1.02, 0.498)   # left",
  "add_circle(2, 1, 0.503)",
  "add_circle(0, 3, 1.26)",
  "add_extrude(0, 1.98, new, 2.01)",
  "",
].join("\n");

function titles(program: Program, reach: number): string[] {
  return proposals(program, reach).map(({ title }) => title);
}

describe("round values", () => {
  it("are the roundest that are near", () => {
    expect([64.993, 19.8, 47.26, 0.03, -59.9].map((value) => roundNear(value, 0.5))).toEqual([
      65, 20, 47, 0, -60,
    ]);
    expect(roundNear(-59.69, 1.5, [90, 45, 30, 15, 5, 1])).toBe(-60);
  });

  it("are those that are least likely by chance", () => {
    expect([6.495, 6.4993, 6.21].map((value) => roundNear(value, 0.96))).toEqual([6.5, 6.5, 6]);
  });

  it("stay where they are round already", () => {
    expect([65, 20, 6.5].map((value) => roundNear(value, 0.3))).toEqual([null, null, null]);
    expect(roundNear(7.777, 0.001)).toBeNull();
  });
});

describe("tidying up", () => {
  const { program } = readOrEmpty(READ);

  it("proposes equal circles, round corners, sweeps and symmetric extrudes", () => {
    expect(titles(program, 0.05)).toEqual([
      "Circles 6, 7: diameters equal, 10 mm",
      "Corner 1 of sketch 1: -40.3, 0.1 → -40, 0 mm",
      "Corner 2 of sketch 1: 40.1, -0.2 → 40, 0 mm",
      "Corner 3 of sketch 1: 40.1, 30 → 40, 30 mm",
      "Corner 4 of sketch 1: -40.1, 30.07 → -40, 30 mm",
      "Step 4, sweep: 179.9° → 180°",
      "Step 6, centre y: 10.2 → 10 mm",
      "Step 8, diameter: 25.2 → 25 mm",
      "Step 9: symmetric, 40 mm",
    ]);
  });

  it("proposes nothing beyond its reach", () => {
    expect(titles(program, 1e-7)).toEqual(["Step 4, sweep: 179.9° → 180°"]);
  });

  it("changes numbers in the text, and comments stay", () => {
    const tidy = proposals(program, 0.05).reduce(
      (now, proposal) => proposal.apply(now) ?? now,
      program,
    );
    expect(rewritten(readOrEmpty(READ), tidy).text).toBe(
      [
        "# Read from a picture.",
        "add_sketch(XY)",
        "add_line(-4, 0, 4, 0)",
        "add_line(4, 0, 4, 3)",
        "add_arc(4, 3, 0, 3, 180)",
        "add_line(-4, 3, -4, 0)",
        "add_circle(-2, 1, 0.5)        # left",
        "add_circle(2, 1, 0.5)",
        "add_circle(0, 3, 1.25)",
        "add_extrude(0, 4, new, symmetric)",
        "",
      ].join("\n"),
    );
  });

  it("says how far things move", () => {
    const moves = proposals(program, 0.05).map((proposal) => proposal.moves);
    expect(moves[0]).toBeCloseTo(0.003, 9);
    expect(moves[1]).toBeCloseTo(Math.hypot(0.03, 0.01), 9);
    expect(Math.max(...moves)).toBeLessThan(0.1);
  });
});
