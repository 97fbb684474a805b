import { describe, expect, it } from "vitest";
import type { Curve } from "../program/operation";
import { marksOf, onStep, snapped, stepOf } from "./snap";

const LINE: Curve = { op: "add_line", start: [1.03, 1], end: [3.03, 1] };

/** Hundred pixels a unit: round values are 0.05 apart. */
const SCALE = { unitsPerPixel: 0.01 };

describe("round values", () => {
  it("are 1, 2 or 5 times a power of ten, at least five pixels apart", () => {
    expect([0.01, 0.011, 0.02, 0.04, 0.1, 1].map(stepOf)).toEqual([0.05, 0.1, 0.1, 0.2, 0.5, 5]);
    expect(onStep(0.7 + 0.1, 0.1)).toBe(0.8);
    expect(onStep(-0.01, 0.1)).toBe(0);
  });
});

describe("the pointer", () => {
  const guides = { marks: marksOf([LINE]), curves: [LINE], ...SCALE };

  it("takes corners, middles and the origin before anything else", () => {
    expect(snapped([1.06, 0.97], guides)).toMatchObject({ name: "corner", point: [1.03, 1] });
    expect(snapped([2.0, 1.02], guides)).toMatchObject({ name: "middle", point: [2.03, 1] });
    expect(snapped([0.02, -0.03], guides)).toMatchObject({ name: "origin", point: [0, 0] });
  });

  it("takes round values of its own, and of a curve that it is on", () => {
    expect(snapped([5.013, 4.987], guides)).toMatchObject({ name: "grid", point: [5, 5] });
    expect(snapped([1.512, 1.01], guides)).toMatchObject({ point: [1.5, 1] });
  });

  it("is in line with corners that are not on round values", () => {
    const found = snapped([3.04, 4.01], guides);
    expect(found).toMatchObject({ name: "aligned", point: [3.03, 4] });
    expect(found.aligned).toEqual([[3.03, 1]]);
  });

  it("takes a point of a slanting curve", () => {
    const slope: Curve = { op: "add_line", start: [0, 0], end: [3, 1] };
    const { name, point } = snapped([1.57, 0.53], { marks: [], curves: [slope], ...SCALE });
    expect(name).toBe("curve");
    expect(point[1]).toBeCloseTo(point[0] / 3, 12);
  });

  it("takes centres of circles and arcs", () => {
    const circle: Curve = { op: "add_circle", center: [2, 2], radius: 1 };
    const arc: Curve = { op: "add_arc", start: [6, 0], center: [5, 0], sweep_deg: 90 };
    const centres = marksOf([circle, arc]).filter(({ name }) => name === "centre");
    expect(centres.map(({ point }) => point)).toEqual([
      [2, 2],
      [5, 0],
    ]);
  });
});
