import { expect, it } from "vitest";
import { decodeText, encodeText, readFragment } from "./codec";

const TEXT = "add_sketch(XY)\nadd_circle(0, 0, 3.5)  # Ø 70 mm\nadd_extrude(0, 8, new)\n";

it("keeps the text through a link", async () => {
  const code = await encodeText(TEXT);
  expect(code).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(await decodeText(code)).toBe(TEXT);
});

it("refuses a damaged link", async () => {
  const code = await encodeText(TEXT);
  await expect(decodeText(code.slice(0, 20))).rejects.toThrow();
  await expect(decodeText("not a link!")).rejects.toThrow();
});

it("reads program and token from the address", () => {
  expect(readFragment("#p=abc-_&token=secret")).toEqual({ program: "abc-_", token: "secret" });
  expect(readFragment("")).toEqual({ program: null, token: null });
});
