/** Dimensions that hold: constraints are found in a sketch, kept by its comment, and hold through edits. */

import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { choose, openText, settled, text } from "./harness/bench";
import { job } from "./harness/job";
import { CENTRED, SLOT } from "./harness/sketches";
import { stage } from "./harness/stage";

const on = stage();
const now = job(on);

/** A plate of 60 x 40 mm with two holes about one centre. */
const PLATE = `add_sketch(XY)  # plate
add_line(0, 0, 6, 0)
add_line(6, 0, 6, 4)
add_line(6, 4, 0, 4)
add_line(0, 4, 0, 0)
add_circle(2, 1.5, 0.5)  # inner
add_circle(2, 1.5, 1)
add_extrude(0, 1)
`;

const KEPT = "# plate; keep horizontal 0 2, vertical 1 3, equal 0 2, equal 1 3, concentric 4 5\n";

async function keepAll(page: Page): Promise<void> {
  await page.getByText("Relations", { exact: true }).click();
  await page.getByRole("button", { name: "Keep all" }).click();
}

describe("relations of a sketch", () => {
  it("are found, kept in its comment, and hold when a corner is dragged", async () => {
    const { page } = now.visited;
    await openText(page, PLATE, "plate.cad");
    await keepAll(page);
    await expect.poll(() => text(page)).toContain(KEPT);
    const rows = page.locator(".relations li");
    expect(await rows.allInnerTexts()).toEqual([
      "Horizontal: steps 2, 4",
      "Vertical: steps 3, 5",
      "Equal: steps 2, 4",
      "Equal: steps 3, 5",
      "Concentric: steps 6, 7",
      ...[2, 3, 4, 5, 6, 7].map((step) => `Length: step ${step}`),
    ]);
    await rows.first().scrollIntoViewIfNeeded();
    await page.screenshot({ path: "test-output/1400-light-relations.png" });
    const corner = page.locator(".handle.vertex").nth(2);
    const box = await corner.boundingBox();
    const [x, y] = [(box?.x ?? 0) + 6, (box?.y ?? 0) + 6];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y - 30, { steps: 6 });
    await page.mouse.up();
    const numbers = (await text(page)).match(/add_line\(0, 0, ([\d.]+), 0\)/);
    const width = numbers?.[1] ?? "none";
    expect(Number(width)).toBeGreaterThan(6.2);
    const moved = await text(page);
    const height = moved.match(/add_line\(([\d.]+), 0, \1, ([\d.]+)\)/)?.[2] ?? "none";
    expect(Number(height)).toBeGreaterThan(4.3);
    expect(moved).toContain(`add_line(${width}, ${height}, 0, ${height})`);
    expect(moved).toContain(`add_line(0, ${height}, 0, 0)`);
    await settled(page, on.server.address);
    await page.getByLabel("Undo").click();
    await expect.poll(() => text(page)).toContain(KEPT);
    expect(await text(page)).toContain("add_line(6, 4, 0, 4)");
  });

  it("hold when a number is typed", async () => {
    const { page } = now.visited;
    await openText(page, PLATE, "plate.cad");
    await keepAll(page);
    await choose(page, 5);
    await page.getByLabel("Centre x in millimetres").fill("25");
    await expect.poll(() => text(page)).toContain("add_circle(2.5, 1.5, 1)");
    await choose(page, 1);
    await page.getByLabel("Length in millimetres", { exact: true }).fill("80");
    await expect.poll(() => text(page)).toContain("add_line(8, 4, 0, 4)");
    await settled(page, on.server.address);
    await page.getByLabel("End y in millimetres").fill("5");
    await expect.poll(() => text(page)).toContain("add_line(0, 0.5, 8, 0.5)");
    await settled(page, on.server.address);
  });

  it("keep a slot smooth", async () => {
    const { page } = now.visited;
    await openText(page, SLOT, "slot.cad");
    await keepAll(page);
    const before = await text(page);
    await choose(page, 2);
    await page.getByLabel("Sweep in degrees").fill("120");
    const field = page.locator(".parameter", { has: page.getByLabel("Sweep in degrees") });
    await expect.poll(() => field.innerText()).toContain("relations that this sketch keeps");
    expect(await text(page)).toBe(before);
    await page.getByLabel("Start y in millimetres").fill("-20");
    await expect.poll(() => text(page)).toContain("add_line(0, -2, 5, -2)");
    await settled(page, on.server.address);
    const arcs = [...(await text(page)).matchAll(/add_arc\(.*, (-?[\d.]+)\)/g)];
    expect(arcs.map((arc) => Math.round(Number(arc[1]) * 1e3))).toEqual([180_000, 180_000]);
  });

  it("hold a length, until another one is typed", async () => {
    const { page } = now.visited;
    await openText(page, PLATE, "plate.cad");
    await keepAll(page);
    await page.getByLabel("Length: step 2", { exact: true }).click();
    await expect.poll(() => text(page)).toContain("concentric 4 5, length 0\n");
    const corner = page.locator(".handle.vertex").nth(2);
    await corner.focus();
    for (let press = 0; press < 5; press++) {
      await corner.press("ArrowRight");
    }
    await expect.poll(() => text(page)).toContain("add_line(0.5, 0, 6.5, 0)");
    await choose(page, 1);
    await page.getByLabel("Length in millimetres", { exact: true }).fill("80");
    await expect.poll(() => text(page)).toContain("add_line(0.5, 0, 8.5, 0)");
    await expect.poll(() => text(page)).toContain("add_line(8.5, 4, 0.5, 4)");
    await settled(page, on.server.address);
  });

  it("keep what is symmetric so, about an axis or a hole", async () => {
    const { page } = now.visited;
    await openText(page, CENTRED, "plate.cad");
    await keepAll(page);
    await expect
      .poll(() => text(page))
      .toContain("symmetric 0 2 6, symmetric 1 3, symmetric 4 5\n");
    const rows = await page.locator(".relations li").allInnerTexts();
    expect(rows).toContain("Symmetric: steps 2, 4 about 8");
    expect(rows).toContain("Symmetric: steps 6, 7");
    await choose(page, 5);
    await page.getByLabel("Centre x in millimetres").fill("-25");
    await expect.poll(() => text(page)).toContain("add_circle(2.5, 2, 0.5)");
    await choose(page, 7);
    await page.getByLabel("Centre y in millimetres").fill("25");
    // The plate goes along with the hole in its middle.
    await expect.poll(() => text(page)).toContain("add_line(-3, 0.5, 3, 0.5)");
    expect(await text(page)).toContain("add_line(3, 4.5, -3, 4.5)");
    await settled(page, on.server.address);
  });

  it("stand as marks beside their curves, which show them and let them go", async () => {
    const { page } = now.visited;
    await openText(page, PLATE, "plate.cad");
    expect(await page.locator(".relation-mark").count()).toBe(0);
    await keepAll(page);
    // Each line is level or upright and as long as another one; the rims share a centre.
    await expect.poll(() => page.locator(".relation-mark").count()).toBe(10);
    const mark = page.getByRole("button", { name: "Horizontal: steps 2, 4" });
    const line = page.locator(".sheet .curve").first();
    const [at, of] = [await mark.boundingBox(), await line.boundingBox()];
    expect(Math.abs((at?.y ?? 0) + (at?.height ?? 0) / 2 - (of?.y ?? 0))).toBeLessThan(20);
    await mark.hover();
    const chosen = page.locator(".sheet .curve.chosen");
    await expect.poll(() => chosen.count()).toBe(2);
    await mark.click();
    const choice = page.locator(".mark-choice");
    expect(await choice.innerText()).toContain("Horizontal: steps 2, 4");
    await page.locator(".sheet").screenshot({ path: "test-output/1400-light-marks-plate.png" });
    await choice.getByRole("button", { name: "Remove" }).click();
    await expect
      .poll(() => text(page))
      .toContain("# plate; keep vertical 1 3, equal 0 2, equal 1 3, concentric 4 5\n");
    expect(await page.locator(".relation-mark").count()).toBe(8);
    expect(await choice.isVisible()).toBe(false);
    // By keyboard; and undo brings it back.
    await page.getByRole("button", { name: "Concentric: steps 6, 7" }).focus();
    await expect.poll(() => chosen.count()).toBe(2);
    await page.keyboard.press("Delete");
    await expect.poll(() => page.locator(".relation-mark").count()).toBe(6);
    await page.getByLabel("Undo").click();
    await expect.poll(() => page.locator(".relation-mark").count()).toBe(8);
    // A text that breaks a relation is no longer drawn as if it held.
    await page.locator("#text").fill((await text(page)).replace("(6, 0, 6, 4)", "(6, 0, 5, 4)"));
    await expect
      .poll(() => page.locator(".relation-mark.broken title").first().textContent())
      .toMatch("it does not hold now");
  });

  it("follow curves that go, a new name, and ticks", async () => {
    const { page } = now.visited;
    await openText(page, PLATE, "plate.cad");
    await keepAll(page);
    await choose(page, 5);
    await page.getByLabel("Delete the step").click();
    await expect
      .poll(() => text(page))
      .toContain("# plate; keep horizontal 0 2, vertical 1 3, equal 0 2, equal 1 3\n");
    await choose(page, 0);
    await page.getByLabel("Name", { exact: true }).first().fill("base");
    await page.keyboard.press("Enter");
    await expect.poll(() => text(page)).toContain("# base; keep horizontal");
    await page.getByRole("checkbox", { name: "Vertical: steps 3, 5" }).click();
    await page.getByRole("checkbox", { name: "Equal: steps 3, 5" }).click();
    await page.getByRole("checkbox", { name: "Equal: steps 2, 4" }).click();
    await expect.poll(() => text(page)).toContain("# base; keep horizontal 0 2\n");
    await page.getByRole("button", { name: "Keep none" }).click();
    await expect.poll(() => text(page)).toContain("add_sketch(XY)  # base\n");
    await settled(page, on.server.address);
  });
});
