import { expect, it } from "vitest";
import type { Frame, PictureCamera } from "../server/answers";
import { asCss, fromPicture, seenHeight, transformed } from "./picture_plane";

/** From 10 over the origin down, 90 degrees over 200 pixels: a unit at height 0 is 10 pixels. */
const CAMERA: PictureCamera = {
  position: [0, 0, 10],
  target: [0, 0, 0],
  up: [0, 1, 0],
  vertical_fov_deg: 90,
  width: 300,
  height: 200,
};

const FLOOR: Frame = { origin: [0, 0, 0], x_axis: [1, 0, 0], y_axis: [0, 1, 0], normal: [0, 0, 1] };

/** A sheet on which a unit is 5 pixels, the origin at (40, 30). */
function place([x, y]: readonly [number, number]) {
  return { x: 40 + 5 * x, y: 30 - 5 * y };
}

it("the picture's middle lies where the camera looks, and its size follows the distance", () => {
  for (const [height, pixelsPerUnit] of [
    [0, 10],
    [5, 20],
  ] as const) {
    const matrix = fromPicture(CAMERA, FLOOR, height, place);
    if (matrix === null) {
      throw new Error("the camera sees the plane");
    }
    const at = (x: number, y: number) =>
      transformed(matrix, [x, y]).map((value) => +value.toFixed(9));
    expect(at(150, 100)).toEqual([40, 30]);
    // A unit to the right, and one up.
    expect(at(150 + pixelsPerUnit, 100)).toEqual([45, 30]);
    expect(at(150, 100 - pixelsPerUnit)).toEqual([40, 25]);
  }
});

it("a camera at a slant sees what is far smaller", () => {
  const slant = { ...CAMERA, position: [0, -10, 10], up: [0, 0, 1] } as const;
  const matrix = fromPicture(slant, FLOOR, 0, place);
  const row = (y: number) => (matrix ? 30 - transformed(matrix, [150, y])[1] : Number.NaN);
  expect(row(60) - row(80)).toBeGreaterThan(1.2 * (row(80) - row(100)));
  expect(matrix && asCss(matrix)).toMatch(/^matrix3d\((-?[\d.e-]+, ){15}1\)$/);
});

it("a plane that the eye lies in has no picture", () => {
  const level = { ...CAMERA, position: [0, -10, 0], up: [0, 0, 1] } as const;
  expect(fromPicture(level, FLOOR, 0, place)).toBeNull();
});

it("the end that is seen is the one towards the eye", () => {
  expect(seenHeight(CAMERA, FLOOR, [0, 4])).toBe(4);
  expect(seenHeight({ ...CAMERA, position: [0, 0, -10] }, FLOOR, [0, 4])).toBe(0);
  expect(seenHeight(CAMERA, FLOOR, [0, -4])).toBe(0);
});
