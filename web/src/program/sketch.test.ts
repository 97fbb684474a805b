import { describe, expect, it } from "vitest";
import { endOf } from "./arc";
import type { Curve, Program } from "./operation";
import { distance, moveVertex, sketches, vertices } from "./sketch";

/** A half disc: a line and two quarter arcs. */
const HALF_DISC: Program = {
  schema: "cadseq-program/1",
  operations: [
    { op: "add_sketch", plane: "XY" },
    { op: "add_line", start: [0, 0], end: [8, 0] },
    { op: "add_arc", start: [8, 0], center: [4, 0], sweep_deg: 90 },
    { op: "add_arc", start: [4, 4], center: [4, 0], sweep_deg: 90 },
    { op: "add_extrude", profiles: [0], extent: { one_side: 3 }, operation: "new" },
  ],
};

function curves(program: Program): Curve[] {
  return (sketches(program)[0]?.curves ?? []).map(({ curve }) => curve);
}

/** Distance from each curve's end to the next one's start. */
function gaps(program: Program): number[] {
  const all = curves(program);
  return all.map((curve, at) => {
    const next = all[(at + 1) % all.length];
    const end = endOf(curve);
    return next === undefined || end === null || next.op === "add_circle"
      ? Number.NaN
      : distance(end, next.start);
  });
}

describe("vertices", () => {
  it("are shared by the curves that meet there", () => {
    const [sketch] = sketches(HALF_DISC);
    const found = sketch === undefined ? [] : vertices(sketch.curves);
    expect(found.map(({ ends }) => ends.length)).toEqual([2, 2, 2]);
  });

  it("move both curves, and the loop stays closed", () => {
    for (const at of [
      { index: 1, end: "end" },
      { index: 2, end: "end" },
      { index: 3, end: "end" },
    ] as const) {
      const moved = moveVertex(HALF_DISC, at, [5, 6]);
      expect(moved).not.toBe(HALF_DISC);
      for (const gap of gaps(moved)) {
        expect(gap).toBeLessThan(1e-12);
      }
    }
  });

  it("leave arcs their sweep", () => {
    const moved = moveVertex(HALF_DISC, { index: 2, end: "end" }, [5, 6]);
    const sweeps = curves(moved).map((curve) => (curve.op === "add_arc" ? curve.sweep_deg : 0));
    expect(sweeps).toEqual([0, 90, 90]);
  });

  it("stay where an arc would have both ends in one point", () => {
    expect(moveVertex(HALF_DISC, { index: 2, end: "end" }, [8, 0])).toBe(HALF_DISC);
  });

  it("leave other sketches alone", () => {
    const two: Program = {
      ...HALF_DISC,
      operations: [...HALF_DISC.operations, ...HALF_DISC.operations],
    };
    const moved = moveVertex(two, { index: 1, end: "end" }, [9, 1]);
    expect(moved.operations.slice(5)).toEqual(two.operations.slice(5));
  });
});
