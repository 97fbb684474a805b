import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readText } from "./read";
import { printProgram } from "./text";

const PARTS = new URL("../../../examples/parts/", import.meta.url);

it("reads every example, and its own printing of it", () => {
  for (const name of readdirSync(PARTS).filter((name) => name.endsWith(".cad"))) {
    const read = readText(readFileSync(new URL(name, PARTS), "utf8"));
    expect(read, name).not.toBeNull();
    expect(
      readText(printProgram(read?.program ?? { schema: "cadseq-program/1", operations: [] }))
        ?.program,
    ).toEqual(read?.program);
  }
});

it("reads all ways to write a plane and an extrude", () => {
  const text = [
    "add_sketch(plane(0, 0, 1, 0, 1, 0))",
    "add_arc(1, 0, 0, 0, -90.5)",
    "add_extrude([0, 2], 1e1, CUT, Symmetric)",
    "add_sketch(side(0, 3))",
    "add_sketch(face(1, 2, 3))",
    "add_extrude(1, 3, intersect, -2)",
  ].join("\r\n");
  expect(readText(`\uFEFF${text}`)?.program.operations).toEqual([
    {
      op: "add_sketch",
      plane: { frame: { origin: [0, 0, 1], normal: [0, 1, 0], x_axis: [-1, 0, 0] } },
    },
    { op: "add_arc", start: [1, 0], center: [0, 0], sweep_deg: -90.5 },
    { op: "add_extrude", profiles: [0, 2], extent: { symmetric: 10 }, operation: "cut" },
    { op: "add_sketch", plane: { side: { sketch: 0, curve: 3 } } },
    { op: "add_sketch", plane: { face: [1, 2, 3] } },
    {
      op: "add_extrude",
      profiles: [1],
      extent: { two_sides: { forward: 3, backward: -2 } },
      operation: "intersect",
    },
  ]);
});

it("reads nothing where a line is no operation", () => {
  for (const line of [
    "add_circle(0, 0, two)",
    "add_circle(0, 0)",
    "add_circle 0, 0, 1",
    "add_circle(0, 0, 1",
    "add_circle(0, 0, 1) 2",
    "add_line(0, 0, 1, 1)(2)",
    "add_box(1)",
    "add_sketch(AB)",
    "add_extrude(0, 1, melt)",
    "add_extrude([0, 1, join)",
  ]) {
    expect(readText(`add_sketch(XY)\n${line}\n`), line).toBeNull();
  }
  expect(readText("# nothing\n")).toBeNull();
});
