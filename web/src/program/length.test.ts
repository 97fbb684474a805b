import { expect, it } from "vitest";
import { decimal, readNumber } from "./length";

it.each([
  ["12", 12],
  [" -0.5 ", -0.5],
  ["1,5", 1.5],
  [".5", 0.5],
  ["1.2 cm", 12],
  ["1in", 25.4],
  ["2e1", 20],
  ["45°", 45],
])("reads %s", (text, value) => {
  expect(readNumber(text)).toBeCloseTo(value, 12);
});

it.each(["", "abc", "1 furlong", "--1", "1e999", "NaN"])("refuses %s", (text) => {
  expect(readNumber(text)).toBeNull();
});

it("prints no more digits than it needs", () => {
  expect([65, 6.5, 1 / 3, -0.00001, 100].map((value) => decimal(value))).toEqual([
    "65",
    "6.5",
    "0.333",
    "0",
    "100",
  ]);
});
