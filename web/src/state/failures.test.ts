import { expect, it } from "vitest";
import { inWords } from "./failures";

it("counts as the timeline does", () => {
  expect(inWords("operation 3: profile 3 does not exist")).toBe("Step 3: profile 3 does not exist");
  expect(
    inWords("operation 4: curve 0 starts at (0, 0); the nearest loose end is curve 1's end", 3),
  ).toBe("Step 4: step 5 starts at (0, 0); the nearest loose end is step 6's end");
  expect(
    inWords("line 4, column 12: operation 4: the side of curve 0 of sketch 0 is round", 3),
  ).toBe("line 4, column 12: step 4: the side of curve 0 of sketch 0 is round");
});

it("calls formats by their names", () => {
  expect(inWords("the formats that are read are text, deepcad-h5")).toBe(
    "the formats that are read are Sim-Gallery text (.cad, .txt), DeepCAD vectors in HDF5",
  );
});
