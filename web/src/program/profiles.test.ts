import { describe, expect, it } from "vitest";
import type { AddCircle, AddLine, Curve, Point } from "./operation";
import { centroid, isInside, outermost, profilesOf, successors } from "./profiles";

function circle(x: number, y: number, radius: number): AddCircle {
  return { op: "add_circle", center: [x, y], radius };
}

function line(...[x0, y0, x1, y1]: readonly [number, number, number, number]): AddLine {
  return { op: "add_line", start: [x0, y0], end: [x1, y1] };
}

const PLATE = [line(0, 0, 8, 0), line(8, 0, 8, 5), line(8, 5, 0, 5), line(0, 5, 0, 0)];

function areas(curves: readonly Curve[]): number[] {
  return profilesOf(curves).map(({ outer, holes }) =>
    holes.reduce((sum, hole) => sum + hole.area, outer.area),
  );
}

describe("profiles", () => {
  it("of a plate are numbered before those of its holes", () => {
    const found = areas([...PLATE, circle(2, 2, 1), circle(6, 2, 0.5)]);
    expect(found).toHaveLength(3);
    // Discs are polygons of 72 corners here.
    const disc = 36 * Math.sin((2 * Math.PI) / 72);
    expect(found[0]).toBeCloseTo(40 - disc * 1.25, 9);
    expect(found[2]).toBeCloseTo(disc * 0.25, 9);
  });

  it("of circles that overlap are the lens and what is left of both", () => {
    const curves = [circle(0, 0, 2), circle(2, 0, 2)];
    const profiles = profilesOf(curves);
    const at = (...point: Point): number | null => {
      const around = profiles.findIndex(({ outer }) => isInside(outer.points, point));
      return around < 0 ? null : around;
    };
    expect(profiles).toHaveLength(3);
    expect([at(1, 0), at(3, 0), at(-1, 0), at(5, 0)]).toEqual([0, 1, 2, null]);
  });

  it("are none where a loop is open, and not changed by what ends in the open", () => {
    expect(profilesOf(PLATE.slice(1))).toEqual([]);
    expect(areas([...PLATE, line(4, 0, 4, 3)])).toEqual([40]);
    expect(areas([...PLATE, line(4, 0, 4, 5)])).toEqual([20, 20]);
  });

  it("of lines on each other are counted once", () => {
    expect(
      areas([...PLATE, line(6, 0, 2, 0), line(2, 0, 2, -1), line(2, -1, 6, -1), line(6, -1, 6, 0)]),
    ).toEqual([40, 4]);
  });

  it("have their middle where their area has it", () => {
    const [plate] = profilesOf([...PLATE, circle(2, 2.5, 1)]);
    const [x, y] = plate ? centroid(plate) : [0, 0];
    // The disc is a polygon of 72 corners here.
    expect(x).toBeCloseTo((40 * 4 - Math.PI * 2) / (40 - Math.PI), 3);
    expect(y).toBeCloseTo(2.5, 9);
  });
});

describe("the outermost profiles", () => {
  it("are the plate without its holes, an island in a hole, and each of separate discs", () => {
    const discs = [circle(0, 0, 1), circle(4, 0, 1)];
    expect(outermost(profilesOf(discs))).toEqual([0, 1]);
    expect(outermost(profilesOf([...PLATE, circle(2, 2, 1.5), circle(2, 2, 0.5)]))).toEqual([0, 2]);
  });
});

describe("the successors of profiles", () => {
  const same = (curve: number): number[] => [curve];

  it("keep their area when a hole comes", () => {
    expect(successors(PLATE, [0], [...PLATE, circle(2, 2, 1)], same)).toEqual([0]);
  });

  it("are both parts of one that is divided", () => {
    expect(successors(PLATE, [0], [...PLATE, line(4, 0, 4, 5)], same)).toEqual([0, 1]);
  });

  it("are renumbered when a curve goes", () => {
    const discs = [circle(0, 0, 1), circle(4, 0, 1), circle(8, 0, 1)];
    const now = (curve: number): number[] => [[], [0], [1]][curve] ?? [];
    expect(successors(discs, [0, 2], discs.slice(1), now)).toEqual([1]);
  });

  it("are the copies too of what was copied", () => {
    const before = [...PLATE, circle(2, 2, 1)];
    const after = [...before, circle(6, 2, 1)];
    const now = (curve: number): number[] => (curve === 4 ? [4, 5] : [curve]);
    expect(successors(before, [0], after, now)).toEqual([0]);
    expect(successors(before, [1], after, now)).toEqual([1, 2]);
  });
});
