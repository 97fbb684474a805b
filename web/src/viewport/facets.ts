/**
 * The server's mesh as a graphics card takes it: three corners a triangle, each with its normal.
 * Plane faces are flat; on cylinders the normals of neighbouring triangles of the face are averaged,
 * so that they look round while edges stay sharp.
 */

import type { Mesh } from "../server/answers";

/** Flat arrays of three numbers a corner, three corners a triangle. */
export interface Facets {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
}

export function facets(mesh: Mesh): Facets {
  const count = mesh.triangles.length;
  const positions = new Float32Array(count * 3);
  mesh.triangles.forEach((corner, at) => {
    positions.set(mesh.positions.slice(3 * corner, 3 * corner + 3), 3 * at);
  });
  const normals = new Float32Array(count * 3);
  for (let triangle = 0; triangle < count / 3; triangle++) {
    const normal = areaNormal(positions, 9 * triangle);
    for (let corner = 0; corner < 3; corner++) {
      normals.set(normal, 9 * triangle + 3 * corner);
    }
  }
  roundCylinders(mesh, normals);
  normalize(normals);
  return { positions, normals };
}

/** The edges as pairs of points. */
export function edgeSegments(mesh: Mesh): Float32Array {
  const numbers: number[] = [];
  for (const edge of mesh.edges) {
    for (let at = 0; at + 1 < edge.length; at++) {
      numbers.push(...cornerOf(mesh, edge[at]), ...cornerOf(mesh, edge[at + 1]));
    }
  }
  return new Float32Array(numbers);
}

/** The vertices of the exact solid: where its edges end. */
export function vertexPositions(mesh: Mesh): Float32Array {
  const corners = new Set(mesh.edges.flatMap((edge) => [edge[0], edge.at(-1)]));
  return new Float32Array([...corners].flatMap((corner) => cornerOf(mesh, corner)));
}

function cornerOf(mesh: Mesh, corner: number | undefined): readonly number[] {
  return corner === undefined ? [] : mesh.positions.slice(3 * corner, 3 * corner + 3);
}

/** Normal of a triangle, as long as twice its area. */
function areaNormal(positions: Float32Array, at: number): [number, number, number] {
  const value = (offset: number): number => positions[at + offset] ?? 0;
  const [ax, ay, az] = [value(3) - value(0), value(4) - value(1), value(5) - value(2)];
  const [bx, by, bz] = [value(6) - value(0), value(7) - value(1), value(8) - value(2)];
  return [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
}

/** Gives all corners of a cylinder face that lie at one place the sum of their normals. */
function roundCylinders(mesh: Mesh, normals: Float32Array): void {
  const sums = new Map<string, { sum: number[]; places: number[] }>();
  mesh.triangles.forEach((corner, at) => {
    const face = mesh.triangle_faces[Math.floor(at / 3)] ?? 0;
    if (mesh.faces[face]?.surface !== "cylinder") {
      return;
    }
    const key = `${face} ${corner}`;
    const entry = sums.get(key) ?? { sum: [0, 0, 0], places: [] };
    entry.sum = entry.sum.map((value, axis) => value + (normals[3 * at + axis] ?? 0));
    entry.places.push(at);
    sums.set(key, entry);
  });
  for (const { sum, places } of sums.values()) {
    for (const at of places) {
      normals.set(sum, 3 * at);
    }
  }
}

function normalize(normals: Float32Array): void {
  for (let at = 0; at < normals.length; at += 3) {
    const normal = normals.subarray(at, at + 3);
    const length = Math.hypot(...normal) || 1;
    normal.forEach((value, axis) => {
      normal[axis] = value / length;
    });
  }
}
