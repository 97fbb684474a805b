import { expect, it } from "vitest";
import { describe, operationOfOrigin } from "./describe";
import type { Program } from "./operation";

const BOSS: Program = {
  schema: "cadseq-program/1",
  operations: [
    { op: "add_sketch", plane: "XY" },
    { op: "add_circle", center: [0, 0], radius: 5 },
    { op: "add_extrude", profiles: [0], extent: { one_side: 1 }, operation: "new" },
    { op: "add_sketch", plane: { end: 0 } },
    { op: "add_line", start: [0, 0], end: [1, 0] },
    { op: "add_arc", start: [1, 0], center: [0.5, 0], sweep_deg: 180 },
    { op: "add_extrude", profiles: [0], extent: { one_side: 2 }, operation: "join" },
  ],
};

it("finds the operation behind a face", () => {
  expect(operationOfOrigin(BOSS, "end(0)")).toBe(2);
  expect(operationOfOrigin(BOSS, "start(1)")).toBe(6);
  expect(operationOfOrigin(BOSS, "side(0, 0)")).toBe(1);
  expect(operationOfOrigin(BOSS, "side(1, 1)")).toBe(5);
  expect(operationOfOrigin(BOSS, "side(7, 0)")).toBeNull();
  expect(operationOfOrigin(BOSS, "nothing")).toBeNull();
});

it("says what an operation is", () => {
  const said = BOSS.operations
    .map((operation) => describe(operation, "mm"))
    .map(({ title, detail }) => `${title} ${detail}`);
  expect(said).toEqual([
    "Sketch on XY",
    "Circle R 50 mm",
    "Extrude 10 mm, new",
    "Sketch on the end of extrude 1",
    "Line 10 mm",
    "Arc 180°, R 5 mm",
    "Extrude 20 mm, join",
  ]);
});
