import { describe, expect, it } from "vitest";
import type { Program } from "./operation";
import { namedLengths, scaled } from "./scale";
import { printProgram } from "./text";

const PART: Program = {
  schema: "cadseq-program/1",
  operations: [
    {
      op: "add_sketch",
      plane: { frame: { origin: [0, 0, 2], normal: [0, 0, 1], x_axis: [1, 0, 0] } },
    },
    { op: "add_line", start: [0, 0], end: [4, 0] },
    { op: "add_arc", start: [4, 0], center: [2, 0], sweep_deg: 180 },
    {
      op: "add_extrude",
      profiles: [0],
      extent: { two_sides: { forward: 3, backward: -1 } },
      operation: "new",
    },
    { op: "add_sketch", plane: { end: 0 } },
    { op: "add_circle", center: [2, 1], radius: 0.5 },
    { op: "add_extrude", profiles: [0], extent: { one_side: -1 }, operation: "cut" },
  ],
};

describe("scale", () => {
  it("multiplies lengths, and neither angles nor directions", () => {
    expect(printProgram(scaled(PART, 2))).toBe(
      [
        "add_sketch(plane(0, 0, 4, 0, 0, 1, 1, 0, 0))",
        "add_line(0, 0, 8, 0)",
        "add_arc(8, 0, 4, 0, 180)",
        "add_extrude(0, 6, new, -2)",
        "add_sketch(end(0))",
        "add_circle(4, 2, 1)",
        "add_extrude(0, -2, cut)",
        "",
      ].join("\n"),
    );
  });

  it("names the lengths that a person can know", () => {
    expect(namedLengths(PART)).toEqual([
      { name: "2 Line: length", units: 4 },
      { name: "3 Arc: radius", units: 2 },
      { name: "4 Extrude: depth", units: 2 },
      { name: "6 Circle: diameter", units: 1 },
      { name: "7 Extrude: depth", units: 1 },
    ]);
  });
});
