import { describe, expect, it } from "vitest";
import type { Point } from "../program/operation";
import { profilesOf } from "../program/profiles";
import { SHAPES, shapeOf } from "./shapes";
import type { Snapped } from "./snap";
import { Stroke } from "./stroke";

function grid(...point: Point): Snapped {
  return { name: "grid", point, aligned: [] };
}

/** The area that a shape of these points encloses. */
function area(name: keyof typeof SHAPES, points: readonly Point[], sides = 6): number {
  const profiles = profilesOf(shapeOf(name).curves(points, sides));
  return profiles.length === 1 ? (profiles[0]?.outer.area ?? 0) : Number.NaN;
}

describe("a shape", () => {
  it("encloses what its points say", () => {
    expect(
      area("rectangle", [
        [1, 1],
        [4, 3],
      ]),
    ).toBeCloseTo(6, 12);
    expect(
      area("rectangle", [
        [4, 3],
        [1, 1],
      ]),
    ).toBeCloseTo(6, 12);
    expect(
      area(
        "polygon",
        [
          [0, 0],
          [2, 0],
        ],
        4,
      ),
    ).toBeCloseTo(8, 12);
    expect(
      area("polygon", [
        [0, 0],
        [0, 2],
      ]),
    ).toBeCloseTo(6 * Math.sqrt(3), 12);
    expect(
      area("circle", [
        [0, 0],
        [0, 3],
      ]),
    ).toBeCloseTo(9 * Math.PI, 0);
    // A slot of length 4 and width 2, on either side of its line.
    expect(
      area("slot", [
        [0, 0],
        [4, 0],
        [9, 1],
      ]),
    ).toBeCloseTo(8 + Math.PI, 2);
    expect(
      area("slot", [
        [0, 0],
        [4, 0],
        [9, -1],
      ]),
    ).toBeCloseTo(8 + Math.PI, 2);
  });

  it("is not there before its points are apart", () => {
    expect(
      shapeOf("rectangle").curves(
        [
          [1, 1],
          [1, 3],
        ],
        6,
      ),
    ).toEqual([]);
    expect(
      shapeOf("circle").curves(
        [
          [1, 1],
          [1, 1],
        ],
        6,
      ),
    ).toEqual([]);
    expect(shapeOf("line").curves([[1, 1]], 6)).toEqual([]);
  });

  it("passes through the third point of an arc", () => {
    const [arc] = shapeOf("arc").curves(
      [
        [1, 0],
        [-1, 0],
        [0, 1],
      ],
      6,
    );
    const center = [expect.closeTo(0), expect.closeTo(0)];
    expect(arc).toEqual({ op: "add_arc", start: [1, 0], center, sweep_deg: 180 });
  });
});

describe("a stroke", () => {
  it("chains lines until they close, or a point is clicked twice", () => {
    const stroke = new Stroke(SHAPES.line, 6);
    const click = (x: number, y: number) => {
      stroke.hover(grid(x, y), [x, y], 1);
      return stroke.take();
    };
    expect(click(0, 0)).toEqual([]);
    expect(click(4, 0)).toEqual([{ op: "add_line", start: [0, 0], end: [4, 0] }]);
    expect(click(4, 3)).toHaveLength(1);
    expect(click(0, 0)).toHaveLength(1);
    expect(stroke.isBegun).toBe(false);
    click(0, 0);
    click(0, 0);
    expect(stroke.isBegun).toBe(false);
  });

  it("rounds diameters and sweeps from where the pointer is", () => {
    const circle = new Stroke(SHAPES.circle, 6);
    circle.hover(grid(0, 0), [0, 0], 0.1);
    circle.take();
    circle.hover(grid(0.4, 0.2), [0.41, 0.19], 0.1);
    expect(circle.curves[0]).toMatchObject({ radius: 0.45 });
    const arc = new Stroke(SHAPES.arc, 6);
    for (const [x, y] of [
      [1, 0],
      [0, 1],
    ] as const) {
      arc.hover(grid(x, y), [x, y], 0.1);
      arc.take();
    }
    arc.hover(grid(0.7, 0.7), [0.72, 0.69], 0.1);
    const [curve] = arc.curves;
    expect(curve?.op === "add_arc" && curve.sweep_deg).toBeCloseTo(90, 9);
  });

  it("keeps what was typed while the pointer moves", () => {
    const stroke = new Stroke(SHAPES.rectangle, 6);
    stroke.hover(grid(0, 0), [0, 0], 1);
    stroke.take();
    stroke.hover(grid(3, -2), [3, -2], 1);
    const [width] = stroke.measures;
    if (width !== undefined) {
      stroke.type(width, 2.5);
    }
    stroke.hover(grid(-7, -4), [-7, -4], 1);
    expect(stroke.all.at(-1)).toEqual([-2.5, -4]);
  });
});
