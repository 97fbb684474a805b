import { expect, it } from "vitest";
import type { Mesh } from "../server/answers";
import { edgeSegments, facets, vertexPositions } from "./facets";

/** Two triangles with a common edge, at right angles. */
function folded(surface: "plane" | "cylinder"): Mesh {
  return {
    positions: [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1],
    triangles: [0, 1, 2, 0, 3, 1],
    triangle_faces: [0, 0],
    faces: [{ surface, origins: ["side(0, 0)"] }],
    edges: [[1, 2, 3]],
  };
}

it("keeps plane faces flat", () => {
  const { normals } = facets(folded("plane"));
  expect([...normals.subarray(0, 9)]).toEqual([0, 0, 1, 0, 0, 1, 0, 0, 1]);
});

it("averages the normals of a cylinder where its triangles meet", () => {
  const { normals } = facets(folded("cylinder"));
  const half = Math.SQRT1_2;
  expect(normals[1]).toBeCloseTo(half, 6);
  expect(normals[2]).toBeCloseTo(half, 6);
  expect([...normals.subarray(6, 9)]).toEqual([0, 0, 1]);
});

it("draws edges piece by piece, between their vertices", () => {
  const mesh = folded("plane");
  expect([...edgeSegments(mesh)]).toEqual([1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1]);
  expect([...vertexPositions(mesh)]).toEqual([1, 0, 0, 0, 0, 1]);
});
