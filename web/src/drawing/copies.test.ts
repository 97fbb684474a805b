import { describe, expect, it } from "vitest";
import { readOrEmpty } from "../program/read";
import { rearranged } from "../program/rearrange";
import type { Mesh } from "../server/answers";
import { copies, shapeAround, withCopies } from "./copies";
import { farFace, withFarFace } from "./depth";
import { frameOfFace, frameOfPlane, inSketch, inWorld, planeOfFace } from "./frames";
import { holeStamp, stamped, stampedAgain, stampOf, throughDepth } from "./stamp";

const TEXT = [
  "add_sketch(XY)",
  "add_line(0, 0, 8, 0)",
  "add_line(8, 0, 8, 5)",
  "add_line(8, 5, 0, 5)",
  "add_line(0, 5, 0, 0)",
  "add_circle(1, 1, 0.5)",
  "add_extrude(0, 1, new)",
  "add_extrude(1, 2, join)",
  "",
].join("\n");

const { program } = readOrEmpty(TEXT);

/** A cube from 0 to 2 without its bottom; its top is face 0 and its side towards +X face 1. */
const CUBE: Mesh = {
  positions: [0, 0, 2, 2, 0, 2, 2, 2, 2, 0, 2, 2, 2, 0, 0, 2, 2, 0],
  triangles: [0, 1, 2, 0, 2, 3, 1, 4, 5, 1, 5, 2],
  triangle_faces: [0, 0, 1, 1],
  faces: [
    { surface: "plane", origins: ["end(0)"] },
    { surface: "plane", origins: ["side(0, 2)"] },
  ],
  edges: [],
};

describe("a pattern", () => {
  it("takes all curves that hang together", () => {
    expect(shapeAround(program, 3)).toEqual([1, 2, 3, 4]);
    expect(shapeAround(program, 5)).toEqual([5]);
  });

  it("copies along a line from the shape's middle, and about a centre", () => {
    const hole = program.operations[5];
    const circle = hole?.op === "add_circle" ? [hole] : [];
    const row = copies("line", circle, [3, 1], 4).flat();
    expect(row.map(({ op, ...rest }) => rest)).toEqual([
      { center: [3, 1], radius: 0.5 },
      { center: [5, 1], radius: 0.5 },
      { center: [7, 1], radius: 0.5 },
    ]);
    const [ring] = copies("circle", circle, [2, 1], 2).flat();
    expect(ring?.op === "add_circle" && ring.center[0]).toBeCloseTo(3, 12);
  });

  it("is cut and extruded as its original is", () => {
    const steps = withCopies(program, [5], [[{ op: "add_circle", center: [4, 1], radius: 0.5 }]]);
    const { text } = rearranged(readOrEmpty(TEXT), steps, () => null).read;
    expect(text).toContain("add_circle(1, 1, 0.5)\nadd_circle(4, 1, 0.5)\nadd_extrude(0, 1, new)");
    expect(text).toContain("add_extrude([1, 2], 2, join)");
  });
});

describe("a stamp", () => {
  it("is put with its middle where the click is, as a feature of its own", () => {
    const read = readOrEmpty(TEXT);
    const hole = holeStamp(0.5, 2);
    const one = rearranged(read, stamped(program, { end: 0 }, [2, 3], hole), () => null).read;
    expect(one.text).toBe(
      `${TEXT}\nadd_sketch(end(0))\nadd_circle(2, 3, 0.25)\nadd_extrude(0, -2, cut)\n`,
    );
    const two = rearranged(one, stampedAgain(one.program, 8, [5, 3], hole), () => null).read;
    expect(two.text).toContain("add_circle(5, 3, 0.25)\nadd_extrude([0, 1], -2, cut)");
    expect(stampOf(one.program, 9).curves).toEqual([
      { op: "add_circle", center: [2, 3], radius: 0.25 },
    ]);
  });

  it("goes through all that is below it", () => {
    const top = frameOfFace(CUBE, 0);
    const below = {
      ...CUBE,
      triangles: [...CUBE.triangles, 0, 1, 5],
      triangle_faces: [0, 0, 1, 1, 2],
    };
    expect(top && throughDepth(below, top, [1.9, 1.5], 0.1)).toBeCloseTo(1.6, 3);
    expect(top && throughDepth(CUBE, top, [1, 1], 0.1)).toBe(0);
  });
});

describe("frames", () => {
  it("of faces have the upright axes of the language", () => {
    expect(frameOfFace(CUBE, 0)).toEqual({
      origin: [0, 0, 2],
      normal: [0, 0, 1],
      x_axis: [1, 0, 0],
      y_axis: [0, 1, 0],
    });
    expect(frameOfPlane({ side: { sketch: 0, curve: 2 } }, CUBE)).toEqual({
      origin: [2, 0, 0],
      normal: [1, 0, 0],
      x_axis: [0, 1, 0],
      y_axis: [0, 0, 1],
    });
    expect(frameOfPlane({ end: 4 }, CUBE)).toBeNull();
  });

  it("turn sketch coordinates into the world and back", () => {
    const frame = frameOfPlane("XZ", null);
    const place = frame && inWorld([3, 2], frame, 5);
    expect(place).toEqual([3, 5, -2]);
    expect(frame && place && inSketch(frame, place)).toEqual([[3, 2], 5]);
  });

  it("are named by what made the face, else by a point on it", () => {
    expect(planeOfFace(program, CUBE, 0, [1, 1, 2])).toEqual({ end: 0 });
    expect(planeOfFace(program, CUBE, 1, [2, 1, 1])).toEqual({ side: { sketch: 0, curve: 2 } });
    expect(planeOfFace(program, CUBE, 7, [9, 9, 9])).toEqual({ face: [9, 9, 9] });
  });
});

describe("the far face of an extrude", () => {
  it("stands over the middle of its profiles, and moves", () => {
    expect(farFace(program, 7)).toEqual({
      sketch: 0,
      middle: [expect.closeTo(1), expect.closeTo(1)],
      height: 2,
    });
    expect(farFace(program, 5)).toBeNull();
    expect(withFarFace(program, 6, 3)?.operations[6]).toMatchObject({ extent: { one_side: 3 } });
    expect(withFarFace(program, 6, 0)).toBeNull();
  });

  it("joins out of a face and cuts into it", () => {
    const boss = readOrEmpty(
      `${TEXT}add_sketch(end(0))\nadd_circle(2, 2, 1)\nadd_extrude(0, 1, join)\n`,
    );
    expect(withFarFace(boss.program, 10, -1)?.operations[10]).toMatchObject({ operation: "cut" });
    expect(withFarFace(program, 7, -1)?.operations[7]).toMatchObject({ operation: "join" });
  });
});
