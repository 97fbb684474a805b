import { expect, it } from "vitest";
import { readNumber } from "./typed_number";

it.each([
  ["12", 12],
  [" -0.5 ", -0.5],
  ["1,5", 1.5],
  [".5", 0.5],
  ["1.2 cm", 12],
  ["1in", 25.4],
  ["2e1", 20],
  ["45°", 45],
  ["25/2", 12.5],
  ["10 + 2*3", 16],
  ["2*(3 - 1.5)", 3],
  ["-(1+2)", -3],
  ["1/2 in", 12.7],
  ["1 1/2 in", 38.1],
  ['3 1/4"', 82.55],
  ["1 ft", 304.8],
  ["5' 3\"", 1600.2],
  ["1 in + 2 mm", 27.4],
  ["1 in / 2", 12.7],
  ["2 × 4", 8],
])("reads %s", (text, value) => {
  expect(readNumber(text)).toBeCloseTo(value, 12);
});

it.each([
  "",
  "abc",
  "1 furlong",
  "--1",
  "1e999",
  "NaN",
  "1/0",
  "2 3",
  "1 +",
  "(1",
  "1)",
  "1 in in",
  "*2",
])("refuses %s", (text) => {
  expect(readNumber(text)).toBeNull();
});
