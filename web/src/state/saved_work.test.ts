import { expect, it } from "vitest";
import { type History, record, startHistory, undo } from "../program/history";
import { openedWork, savedWork } from "./saved_work";
import { newPart, type Picture, type Version, withText } from "./version";

const DISC = "# disc\nadd_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(0, 2)\n";

const PICTURE: Picture = {
  id: "a picture",
  name: "disc.png",
  content: new Blob(["bytes"]),
  address: "blob:here",
  confidence: 0.3,
  camera: {
    position: [20, 20, 20],
    target: [0, 0, 0],
    up: [0, 0, 1],
    vertical_fov_deg: 60,
    width: 512,
    height: 512,
  },
  candidates: [],
};

/** A part from a picture, then typed on, then undone by a step. */
function history(): History<Version> {
  const first = newPart(DISC, "disc", { picture: PICTURE, taken: 1, scale: 2 });
  const unfinished = withText(first, `${DISC}add_sk`);
  const later = record(record(startHistory(first), unfinished, null), newPart("no", "no"), null);
  return undo(later);
}

it("comes back as it was, unfinished text with its program included", () => {
  const before = history();
  const after = openedWork(savedWork(before), new Map([[PICTURE.id, PICTURE]]));
  expect(after).toEqual(before);
  expect(after.present.read?.text).toBe(DISC);
  expect(after.future[0]?.read).toBeNull();
});

it("comes back without a picture that is gone", () => {
  expect(openedWork(savedWork(history()), new Map()).present.picture).toBeNull();
});

it("keeps the latest steps of a long past", () => {
  let long = startHistory(newPart(DISC, "0"));
  for (let step = 1; step <= 20; step++) {
    long = record(long, newPart(`#${"x".repeat(50_000)}\n`, String(step)), null);
  }
  const { past, present } = savedWork(long);
  expect(present.name).toBe("20");
  expect(past.map(({ name }) => name)).toEqual(
    [..."123456789"].map((digit) => String(10 + Number(digit))),
  );
});
