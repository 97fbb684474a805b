import { describe, expect, it } from "vitest";
import { arcBetween, endOf, polyline, radiusOf, rotated, sweepThrough } from "./arc";
import type { AddArc, Point } from "./operation";

function near(point: Point | null, expected: Point): void {
  expect(point?.[0]).toBeCloseTo(expected[0], 12);
  expect(point?.[1]).toBeCloseTo(expected[1], 12);
}

describe("arcs", () => {
  it("end where their start is after the sweep", () => {
    const arc: AddArc = { op: "add_arc", start: [8, 0], center: [4, 0], sweep_deg: 180 };
    near(endOf(arc), [0, 0]);
    expect(radiusOf(arc)).toBe(4);
  });

  it("are found from both ends and the sweep, whichever way and however far they turn", () => {
    for (const sweep of [-300, -180, -60, 0.5, 45, 90, 180, 270, 340]) {
      const arc = arcBetween([1, 2], [4, -3], sweep);
      expect(arc).not.toBeNull();
      near(arc && endOf(arc), [4, -3]);
    }
  });

  it("do not exist between one point and itself, nor without a sweep", () => {
    expect(arcBetween([1, 1], [1, 1], 90)).toBeNull();
    expect(arcBetween([0, 0], [1, 0], 0)).toBeNull();
    expect(arcBetween([0, 0], [1, 0], 360)).toBeNull();
  });

  it("have the sweep of the circle through three points", () => {
    for (const sweep of [-350, -200, -90, -1, 1, 60, 180, 250]) {
      const start: Point = [3, 0];
      const end = rotated(start, [1, 1], sweep);
      const middle = rotated(start, [1, 1], sweep / 3);
      expect(sweepThrough(start, end, middle)).toBeCloseTo(sweep, 9);
    }
  });

  it("become polylines from end to end", () => {
    const line = polyline({ op: "add_arc", start: [8, 0], center: [4, 0], sweep_deg: 90 });
    near(line[0] ?? null, [8, 0]);
    near(line.at(-1) ?? null, [4, 4]);
    expect(line.length).toBe(19);
  });
});
