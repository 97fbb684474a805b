import { expect, it } from "vitest";
import type { Point } from "../program/operation";
import { Sheet } from "./sheet";

const SHEET = new Sheet(
  [
    [0, 0],
    [8, 4],
  ],
  300,
  200,
);

it("shows all points, y up", () => {
  const [low, high] = [SHEET.place([0, 0]), SHEET.place([8, 4])];
  for (const { x, y } of [low, high]) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(300);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(200);
  }
  expect(low.y).toBeGreaterThan(high.y);
});

it("finds the point of a place again", () => {
  const point: Point = [1.25, -3.5];
  const [x, y] = SHEET.point(SHEET.place(point));
  expect(x).toBeCloseTo(1.25, 12);
  expect(y).toBeCloseTo(-3.5, 12);
});

it("rounds to what a pointer can mean", () => {
  const [x] = SHEET.rounded([1.23456, 0]);
  expect(Math.abs(x - 1.23456)).toBeLessThan(0.1);
  expect(String(x).length).toBeLessThan(6);
});

it("has grid lines that can be told apart, at round numbers", () => {
  const apart = SHEET.place([SHEET.gridUnits, 0]).x - SHEET.place([0, 0]).x;
  expect(apart).toBeGreaterThanOrEqual(14);
  expect([1, 2, 5]).toContain(Number(SHEET.gridUnits.toExponential().split("e")[0]));
});
