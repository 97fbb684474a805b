import { expect, it } from "vitest";
import { type Frame, turnedFrame, turnedSize } from "./picture_cut";

const CORNER: Frame = [0.1, 0.2, 0.4, 0.8];

it("a quarter to the right takes the upper left to the upper right", () => {
  const turned = turnedFrame(CORNER);
  expect(turned.map((side) => Number(side.toFixed(9)))).toEqual([0.2, 0.1, 0.8, 0.4]);
});

it("four quarters are none", () => {
  const turned = [1, 2, 3, 4].reduce((frame) => turnedFrame(frame), CORNER);
  turned.forEach((side, at) => {
    expect(side).toBeCloseTo(CORNER[at] ?? Number.NaN, 12);
  });
});

it("a picture on its side is as wide as it was high", () => {
  const size = { width: 300, height: 200 };
  expect([0, 1, 2, 3].map((quarters) => turnedSize(size, quarters))).toEqual([
    [300, 200],
    [200, 300],
    [300, 200],
    [200, 300],
  ]);
});
