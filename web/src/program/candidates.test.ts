import { expect, it } from "vitest";
import { shortEdges, sizeRatio } from "./candidates";
import type { Program } from "./operation";
import { readText } from "./read";
import { scaled } from "./scale";

function program(text: string): Program {
  return readText(text)?.program ?? { schema: "cadseq-program/1", operations: [] };
}

/** What the example "Half disc" reads as. */
const HALF_DISC = program(`add_sketch(XY)
add_line(0, 0, 7.9983, -0.0012)
add_arc(7.9983, -0.0012, 3.998880334, -0.001901795, 172.824)
add_line(0.0307, 0.497, 0, 0)
add_extrude(0, 3.0012, new)`);

/** The two candidates of the example "Flange". */
const FLANGE = program("add_sketch(YZ)\nadd_circle(0, 0, 5.9961)\nadd_extrude(0, 1.7511)");
const LARGER = program("add_sketch(YZ)\nadd_circle(1.9, -1.9, 6.5715)\nadd_extrude(0, -1.9191)");

it("finds edges that a reading may have made up", () => {
  expect(shortEdges(HALF_DISC)).toEqual([3]);
  expect(shortEdges(scaled(HALF_DISC, 30))).toEqual([3]);
  expect(shortEdges(FLANGE)).toEqual([]);
});

it("finds programs that differ in size only", () => {
  expect(sizeRatio(LARGER, FLANGE)).toBeCloseTo(1.096, 2);
  expect(sizeRatio(FLANGE, FLANGE)).toBeNull();
  expect(sizeRatio(HALF_DISC, FLANGE)).toBeNull();
});
