/** A part by hand, in a real browser. */

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { build, settled } from "./harness/bench";
import { job } from "./harness/job";
import { dragDepth, type Millimetres, Pen, stands, takeTool } from "./harness/pen";
import { stage } from "./harness/stage";

const on = stage();
const now = job(on);

it("from nothing to the L-bracket by mouse alone", async () => {
  const { page } = now.visited;
  await page.getByRole("button", { name: "Draw a part by hand" }).click();
  await page.getByRole("button", { name: "Sketch on XZ" }).click();
  await drawSide(page);
  await takeTool(page, "Extrude");
  await page.waitForSelector("#measure-volume");
  await stands(page);
  await dragDepth(page, 50);
  await page.getByLabel("Fit to view").click();
  await stands(page);
  await takeTool(page, "Hole");
  await wheelTo(page, "Diameter in millimetres", 9);
  const foot = await Pen.over(page, { x: 770, y: 560 }, 40);
  for (const center of [
    [-8, 12],
    [26, 12],
    [-8, 38],
    [26, 38],
  ] as const) {
    await foot.click(center);
    await settled(page, on.server.address);
  }
  const leg = await Pen.over(page, { x: 580, y: 400 }, 40);
  for (const center of [
    [12, 14],
    [38, 14],
  ] as const) {
    await leg.click(center);
    await settled(page, on.server.address);
  }
  const bracket = fileURLToPath(new URL("../../examples/parts/l-bracket.cad", import.meta.url));
  const wanted = await build(on.server.address, await readFile(bracket, "utf8"));
  const made = await settled(page, on.server.address);
  expect(made).toBeCloseTo(wanted.measures?.volume ?? Number.NaN, 9);
});

/** The bracket from its side: lines, an arc between them, lines back to the start. */
async function drawSide(page: Page): Promise<void> {
  await stands(page);
  const pen = await Pen.over(page, { x: 700, y: 480 }, 200);
  const draw = async (tool: string, points: readonly Millimetres[]): Promise<void> => {
    await takeTool(page, tool);
    for (const point of points) {
      await pen.click(point);
    }
  };
  await draw("Line", [
    [-40, 30],
    [40, 30],
    [40, 22],
    [-27, 22],
  ]);
  await draw("Arc", [
    [-27, 22],
    [-32, 17],
  ]);
  await pen.near([-30.5, 20.5]);
  expect(await page.locator(".make-tray .number").inputValue()).toBe("90");
  await page.mouse.down();
  await page.mouse.up();
  await draw("Line", [
    [-32, 17],
    [-32, -30],
    [-40, -30],
    [-40, 30],
  ]);
}

/** Turns the wheel over the solid until a field says a value. */
async function wheelTo(page: Page, label: string, value: number): Promise<void> {
  const field = page.locator(".make-tray").getByLabel(label, { exact: true });
  await page.mouse.move(770, 560);
  for (let notch = 0; notch < 60; notch++) {
    const missing = value - Number.parseFloat(await field.inputValue());
    if (missing === 0) {
      return;
    }
    await page.mouse.wheel(0, missing > 0 ? -100 : 100);
    await page.waitForTimeout(20);
  }
  throw new Error(`the wheel does not come to ${value}`);
}
