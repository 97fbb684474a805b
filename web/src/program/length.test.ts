import { expect, it } from "vitest";
import { decimal } from "./length";

it("prints no more digits than it needs", () => {
  expect([65, 6.5, 1 / 3, -0.00001, 100].map((value) => decimal(value))).toEqual([
    "65",
    "6.5",
    "0.333",
    "0",
    "100",
  ]);
});
