import { expect, it } from "vitest";
import { record, redo, settle, startHistory, undo } from "./history";

it("goes back and forward a step at a time", () => {
  const history = record(record(startHistory("a"), "b", null), "c", null);
  const back = undo(undo(history));
  expect(back.present).toBe("a");
  expect(undo(back)).toBe(back);
  expect(redo(redo(back)).present).toBe("c");
});

it("takes a gesture as one step", () => {
  let history = startHistory(0);
  for (const value of [1, 2, 3]) {
    history = record(history, value, "drag");
  }
  expect(undo(history).present).toBe(0);
  history = record(settle(history), 4, "drag");
  expect(undo(history).present).toBe(3);
});

it("forgets what was undone once something else is done", () => {
  const history = record(undo(record(startHistory("a"), "b", null)), "c", null);
  expect(redo(history)).toBe(history);
});
