import { describe, expect, it } from "vitest";
import type { Program } from "./operation";
import { parameters, reachOf, reachOfLength } from "./parameters";

const DISC: Program = {
  schema: "cadseq-program/1",
  operations: [
    { op: "add_sketch", plane: "XY" },
    { op: "add_circle", center: [1, 2], radius: 3.5 },
    { op: "add_extrude", profiles: [0], extent: { one_side: -8 }, operation: "new" },
  ],
};

const TRIANGLE: Program = {
  schema: "cadseq-program/1",
  operations: [
    { op: "add_sketch", plane: "XY" },
    { op: "add_line", start: [0, 0], end: [4, 0] },
    { op: "add_line", start: [4, 0], end: [4, 3] },
    { op: "add_line", start: [4, 3], end: [0, 0] },
    { op: "add_extrude", profiles: [0], extent: { symmetric: 2 }, operation: "new" },
  ],
};

function parameter(program: Program, index: number, key: string) {
  return parameters(program, index).find((one) => one.key === key);
}

describe("parameters", () => {
  it("are in millimetres", () => {
    expect(parameter(DISC, 1, "radius")?.value).toBe(35);
    expect(parameter(DISC, 2, "depth")?.value).toBe(-80);
  });

  it("set what they say and nothing else", () => {
    const next = parameter(DISC, 2, "depth")?.set(DISC, -50);
    expect(next?.operations[2]).toEqual({ ...DISC.operations[2], extent: { one_side: -5 } });
    expect(next?.operations.slice(0, 2)).toEqual(DISC.operations.slice(0, 2));
  });

  it("refuse what is no radius", () => {
    expect(parameter(DISC, 1, "radius")?.set(DISC, 0)).toBeNull();
  });

  it("keep a slider on the depth's side of the plane", () => {
    expect(parameter(DISC, 2, "depth")?.range[1]).toBeLessThan(0);
    expect(parameter(TRIANGLE, 4, "depth")?.range[0]).toBeGreaterThan(0);
  });

  it("lengthen a line at its end, with its neighbour", () => {
    const next = parameter(TRIANGLE, 1, "length")?.set(TRIANGLE, 60);
    expect(next?.operations[1]).toMatchObject({ start: [0, 0], end: [6, 0] });
    expect(next?.operations[2]).toMatchObject({ start: [6, 0], end: [4, 3] });
  });

  it("of circles are a diameter or a radius", () => {
    expect(parameter(DISC, 1, "diameter")?.value).toBe(70);
    const next = parameter(DISC, 1, "diameter")?.set(DISC, 9);
    expect(next?.operations[1]).toMatchObject({ center: [1, 2], radius: 0.45 });
  });

  it("have sliders on the scale of what they set", () => {
    expect([0.25, 0.45, 3.5, 12, 0].map(reachOfLength)).toEqual([5, 10, 75, 300, 2]);
    expect(parameter(DISC, 2, "depth")?.range).toEqual([-200, -0.1]);
  });

  it("reach beyond the part", () => {
    expect(reachOf(DISC)).toBeGreaterThanOrEqual(120);
    expect(reachOf(TRIANGLE)).toBeGreaterThanOrEqual(60);
  });
});
