import { expect, it } from "vitest";
import { endOf, middleOf } from "../program/arc";
import type { Program } from "../program/operation";
import { sketches } from "../program/sketch";
import { handles } from "./handles";

const HALF_DISC: Program = {
  schema: "cadseq-program/1",
  operations: [
    { op: "add_sketch", plane: "XY" },
    { op: "add_line", start: [0, 0], end: [8, 0] },
    { op: "add_arc", start: [8, 0], center: [4, 0], sweep_deg: 180 },
    { op: "add_circle", center: [4, 1], radius: 0.5 },
    { op: "add_extrude", profiles: [0], extent: { one_side: 3 }, operation: "new" },
  ],
};

function handle(key: string) {
  const [sketch] = sketches(HALF_DISC);
  return sketch && handles(sketch).find((one) => one.key === key);
}

it("are the corners, the arc's middle, and the circle's centre and rim", () => {
  const [sketch] = sketches(HALF_DISC);
  const kinds = sketch === undefined ? [] : handles(sketch).map(({ kind }) => kind);
  expect(kinds).toEqual(["vertex", "vertex", "middle", "center", "rim"]);
});

it("bend an arc through a point between the same ends", () => {
  const next = handle("middle 2")?.move(HALF_DISC, [4, 2]);
  const arc = next?.operations[2];
  expect(arc?.op).toBe("add_arc");
  if (arc?.op === "add_arc") {
    expect(middleOf(arc)[1]).toBeCloseTo(2, 3);
    expect(endOf(arc)?.[0]).toBeCloseTo(0, 9);
    expect(arc.start).toEqual([8, 0]);
  }
});

it("do not bend an arc into a line", () => {
  expect(handle("middle 2")?.move(HALF_DISC, [4, 0])).toBeNull();
});

it("size a circle by its rim", () => {
  const next = handle("rim 3")?.move(HALF_DISC, [4, 3]);
  expect(next?.operations[3]).toEqual({ op: "add_circle", center: [4, 1], radius: 2 });
});
