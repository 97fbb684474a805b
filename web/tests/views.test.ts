/** Seeing more: orthographic views, sections, what is measured at faces, the large sketch, fine meshes. */

import { stat } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { choose, difference, openExample, openText, settled, solid, text } from "./harness/bench";
import { job } from "./harness/job";
import { stands } from "./harness/pen";
import { darkPlaces, lightness } from "./harness/pixels";
import { stage } from "./harness/stage";

const on = stage();
const now = job(on);

/** A tower of 20 mm on a base of 40 mm. */
const TOWER = `add_sketch(XY)
add_line(-2, -2, 2, -2)
add_line(2, -2, 2, 2)
add_line(2, 2, -2, 2)
add_line(-2, 2, -2, -2)
add_extrude(0, 1)
add_sketch(end(0))
add_line(-1, -1, 1, -1)
add_line(1, -1, 1, 1)
add_line(1, 1, -1, 1)
add_line(-1, 1, -1, -1)
add_extrude(0, 6, join)
`;

/** A hexagonal nut of 30 mm height with a hole of 20 mm. */
const NUT = `add_sketch(XY)
add_line(2, 0, 1, 1.7320508)
add_line(1, 1.7320508, -1, 1.7320508)
add_line(-1, 1.7320508, -2, 0)
add_line(-2, 0, -1, -1.7320508)
add_line(-1, -1.7320508, 1, -1.7320508)
add_line(1, -1.7320508, 2, 0)
add_circle(0, 0, 1)
add_extrude(0, 3)
`;

/** A point of the solid's field. */
async function at(page: Page, x: number, y: number): Promise<readonly [number, number]> {
  const box = await page.locator(".viewport canvas").boundingBox();
  return [(box?.x ?? 0) + x * (box?.width ?? 0), (box?.y ?? 0) + y * (box?.height ?? 0)];
}

/** Takes a standard view at once: a busy machine may rest in the middle of a turn. */
async function look(page: Page, key: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.keyboard.press(key);
  await stands(page);
}

/** The width of the tower's top over that of its base, seen from above. */
async function ratio(page: Page): Promise<number> {
  await look(page, "3");
  const box = await page.locator(".viewport").boundingBox();
  const { x, y, width, height } = { x: 0, y: 0, width: 0, height: 0, ...box };
  const clip = { x, y: Math.round(y + height / 2) + 20, width, height: 1 };
  const places = Array.from({ length: Math.floor(width) }, (_, at) => ({ x: at, y: 0 }));
  const row = await lightness(page, await page.screenshot({ clip }), places);
  const lines = darkPlaces(row, 90);
  const [outerLeft = 0, left = 0, right = 0, outerRight = 1] = lines;
  expect(lines, "both squares' sides").toHaveLength(4);
  return (right - left) / (outerRight - outerLeft);
}

describe("an orthographic view", () => {
  it("shows what is near as large as what is far", async () => {
    const { page } = now.visited;
    await openText(page, TOWER, "tower.cad");
    await page.keyboard.press("q");
    expect(await page.getByLabel("Orthographic view").getAttribute("aria-pressed")).toBe("true");
    expect(await ratio(page)).toBeCloseTo(0.5, 2);
    await look(page, "0");
    await page.screenshot({ path: "test-output/1400-light-orthographic.png" });
    await page.keyboard.press("q");
    expect(await ratio(page)).toBeGreaterThan(0.6);
  });
});

describe("a section", () => {
  it("can be flipped", async () => {
    const { page } = now.visited;
    await openText(page, TOWER, "tower.cad");
    await page.keyboard.press("x");
    const upper = await solid(page);
    const flip = page.getByRole("button", { name: "Flip" });
    await flip.click();
    expect(await flip.getAttribute("aria-pressed")).toBe("true");
    expect(await difference(page, upper, await solid(page))).toBeGreaterThan(0.05);
    await page.screenshot({ path: "test-output/1400-light-flipped.png" });
    await flip.click();
    expect(await difference(page, upper, await solid(page))).toBeLessThan(0.01);
  });
});

describe("at faces", () => {
  it("diameter, distance and angle are measured", async () => {
    const { page } = now.visited;
    await openText(page, NUT, "nut.cad");
    await page.keyboard.press("m");
    await page.getByLabel("What is measured").selectOption("faces");
    const label = page.locator(".face-label");
    await look(page, "1");
    await page.mouse.click(...(await at(page, 0.5, 0.55)));
    expect(await label.innerText()).toContain("Flat face");
    await look(page, "4");
    await page.mouse.click(...(await at(page, 0.5, 0.55)));
    // Across the flats.
    await expect.poll(() => label.innerText()).toContain("34.64 mm");
    expect(await page.getByLabel("The known length").innerText()).toContain("Measured, 34.64 mm");
    await look(page, "1");
    await page.mouse.click(...(await at(page, 0.5, 0.55)));
    await page.mouse.click(...(await at(page, 0.7, 0.55)));
    await expect.poll(() => label.innerText()).toContain("120°");
    await look(page, "0");
    await page.screenshot({ path: "test-output/1400-light-faces.png" });
    // The far wall of the hole, just inside its upper rim.
    await page.mouse.click(...(await at(page, 0.43, 0.325)));
    await expect.poll(() => label.innerText()).toContain("⌀ 20 mm");
  });
});

describe("the sketch", () => {
  it("adds and leaves out areas of an extrude by clicks", async () => {
    const { page } = now.visited;
    await openText(page, NUT, "nut.cad");
    await choose(page, 8);
    await page.locator('.area[data-profile="1"]').click({ position: { x: 20, y: 30 } });
    await expect.poll(() => text(page)).toContain("add_extrude([0, 1], 3, new)");
    await settled(page, on.server.address);
    await page.locator('.area[data-profile="0"]').click({ position: { x: 30, y: 90 } });
    await expect.poll(() => text(page)).toContain("add_extrude(1, 3, new)");
    await settled(page, on.server.address);
    await page.locator('.area[data-profile="1"]').click({ position: { x: 20, y: 30 } });
    await expect.poll(() => page.locator(".news").innerText()).toContain("at least one");
    expect(await text(page)).toContain("add_extrude(1, 3, new)");
  });

  it("is large, over its picture", async () => {
    const { page } = now.visited;
    await openExample(page, "fillet");
    await settled(page, on.server.address);
    await page.getByRole("button", { name: "Larger" }).click();
    await page.getByRole("button", { name: "Picture below" }).click();
    const sheet = page.locator(".sheet");
    await expect.poll(async () => (await sheet.boundingBox())?.width).toBeGreaterThan(1200);
    await page.locator(".sketch-picture").waitFor();
    await page.screenshot({ path: "test-output/1400-light-large-sketch.png" });
    const corners = await page.locator(".handle.vertex").evaluateAll((handles) =>
      handles.map((handle) => ({
        x: Number(handle.getAttribute("cx")),
        y: Number(handle.getAttribute("cy")),
      })),
    );
    await sheet.evaluate((one) => {
      one.style.visibility = "hidden";
    });
    const seen = await page.locator(".sheet-box").screenshot();
    await sheet.evaluate((one) => one.removeAttribute("style"));
    const middle = {
      x: corners.reduce((sum, { x }) => sum + x, 0) / corners.length,
      y: corners.reduce((sum, { y }) => sum + y, 0) / corners.length,
    };
    const [right = middle] = corners.filter(({ x }) => x > middle.x);
    const near = (share: number) => ({
      x: middle.x + (right.x - middle.x) * share,
      y: middle.y + (right.y - middle.y) * share,
    });
    // The part is grey on white: it is seen up to the corner, and not beyond.
    const [inside = 255, before = 255, beyond = 0] = await lightness(page, seen, [
      middle,
      near(0.9),
      near(1.1),
    ]);
    expect(inside).toBeLessThan(235);
    expect(before).toBeLessThan(235);
    expect(beyond).toBeGreaterThan(245);
    await page.keyboard.press("Escape");
    expect((await sheet.boundingBox())?.width).toBeLessThan(400);
  });
});

describe("a mesh file", () => {
  it("is as fine as asked for", async () => {
    const { page } = now.visited;
    await openText(page, NUT, "nut.cad");
    await settled(page, on.server.address);
    const sizeAt = async (name: string): Promise<number> => {
      await page.getByLabel("Triangles of mesh files").selectOption(name);
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.click('[data-format="stl"]'),
      ]);
      return (await stat(await file.path())).size;
    };
    const [coarse, usual, fine] = [
      await sizeAt("Coarse"),
      await sizeAt("Usual"),
      await sizeAt("Very fine"),
    ];
    expect(coarse).toBeLessThan(usual);
    expect(fine).toBeGreaterThan(2 * usual);
  });
});
