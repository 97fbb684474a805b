import { describe, expect, it } from "vitest";
import type { Position } from "../program/operation";
import type { Mesh } from "../server/answers";
import { relationOf, type Surface, surfaceOf } from "./surfaces";

/** A strip of a cylinder about an axis along x through (0, 1, 2), in so many flat pieces. */
function strip(radius: number, from_deg: number, to_deg: number, pieces: number): Mesh {
  const positions: number[] = [];
  for (let piece = 0; piece <= pieces; piece++) {
    const angle = ((from_deg + ((to_deg - from_deg) * piece) / pieces) * Math.PI) / 180;
    const [y, z] = [1 + radius * Math.cos(angle), 2 + radius * Math.sin(angle)];
    positions.push(-3, y, z, 4, y, z);
  }
  const triangles = Array.from({ length: pieces }, (_, piece) => {
    const at = 2 * piece;
    return [at, at + 1, at + 2, at + 1, at + 3, at + 2];
  }).flat();
  return {
    positions,
    triangles,
    triangle_faces: triangles.slice(0, 2 * pieces).map(() => 0),
    faces: [{ surface: "cylinder", origins: [] }],
    edges: [],
  };
}

function plane(normal: Position, middle: Position): Surface {
  return { kind: "plane", normal, middle };
}

function round(axis: Position, center: Position): Surface {
  return { kind: "cylinder", axis, center, radius: 1, middle: center };
}

describe("the cylinder of a face", () => {
  it.each([
    [0, 360, 48],
    [10, 40, 6],
    [200, 205, 2],
  ])("from %d to %d degrees has its radius and axis", (from, to, pieces) => {
    const found = surfaceOf(strip(0.75, from, to, pieces), 0);
    if (found?.kind !== "cylinder") {
      throw new Error("there is a cylinder");
    }
    expect(found.radius).toBeCloseTo(0.75, 9);
    expect(Math.abs(found.axis[0])).toBeCloseTo(1, 9);
    expect(found.center[1]).toBeCloseTo(1, 9);
    expect(found.center[2]).toBeCloseTo(2, 9);
  });

  it("of one flat piece is none", () => {
    expect(surfaceOf(strip(0.75, 0, 30, 1), 0)).toBeNull();
  });
});

describe("two faces", () => {
  const up = plane([0, 0, 1], [5, 5, 3]);
  it("that are parallel have a distance, whichever way they look", () => {
    const down = plane([0, 0, -1], [1, 2, 0.5]);
    expect(relationOf(up, down)).toEqual({ kind: "distance", units: 2.5, of: "planes" });
  });

  it("of a hexagon have the angle inside", () => {
    const next = plane([0, Math.sin(Math.PI / 3), 0.5], [0, 0, 0]);
    const relation = relationOf(up, next);
    expect(relation.kind === "angle" && relation.degrees).toBeCloseTo(120, 9);
  });

  it("that are round with parallel axes have the distance of these", () => {
    const relation = relationOf(round([0, 0, 1], [0, 0, 0]), round([0, 0, -1], [3, 4, 7]));
    expect(relation).toEqual({ kind: "distance", units: 5, of: "axes" });
  });

  it("flat and round have the distance of the axis, or its angle, in any order", () => {
    const along = round([1, 0, 0], [0, 0, 1]);
    expect(relationOf(up, along)).toEqual({ kind: "distance", units: 2, of: "axis" });
    expect(relationOf(along, up)).toEqual({ kind: "distance", units: 2, of: "axis" });
    const upright = relationOf(up, round([0, 0, 1], [0, 0, 0]));
    expect(upright.kind === "angle" && upright.degrees).toBeCloseTo(90, 9);
  });
});
