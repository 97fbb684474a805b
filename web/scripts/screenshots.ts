/** Takes the pictures of README and docs/workbench.md from the real page: `npm run screenshots`. */

import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { it } from "vitest";
import { openExample, settled } from "../tests/harness/bench";
import { type Look, visit } from "../tests/harness/browser";
import { Pen, stands, takeTool } from "../tests/harness/pen";
import { stage } from "../tests/harness/stage";

const PICTURES = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));

const on = stage();

it("the workbench with an edited part", async () => {
  await shoot("workbench", { width: 1400, height: 860, scheme: "light" }, async (page) => {
    await openExample(page, "fillet");
    await page.getByLabel("Depth in millimetres").fill("55");
    await settled(page, on.server.address);
    await page.keyboard.press("Enter");
    await page.locator(".step").first().focus();
    await page.keyboard.press("f");
    await page.mouse.click(700, 20);
  });
});

it("the picture over the solid, in the dark", async () => {
  await shoot("workbench-overlay", { width: 1000, height: 640, scheme: "dark" }, async (page) => {
    await openExample(page, "rotor");
    await page.locator(".step").first().focus();
    await page.keyboard.press("p");
    await page.mouse.click(500, 20);
  });
});

it("a part by hand, with a circle on its way", async () => {
  await shoot("workbench-drawing", { width: 1400, height: 860, scheme: "light" }, async (page) => {
    await page.getByRole("button", { name: "Draw a part by hand" }).click();
    await page.getByRole("button", { name: "Sketch on XY" }).click();
    await stands(page);
    const pen = await Pen.over(page, { x: 686, y: 480 }, 150);
    await takeTool(page, "Rectangle");
    await pen.click([-40, -25]);
    await pen.click([40, 25]);
    await takeTool(page, "Slot");
    await pen.click([-25, 0]);
    await pen.click([-25, 15]);
    await pen.near([-20, 15]);
    await page.mouse.down();
    await page.mouse.up();
    await takeTool(page, "Circle");
    await pen.click([20, 0]);
    await pen.move([30, 0]);
  });
});

it("the workbench on a phone", async () => {
  await shoot("workbench-phone", { width: 400, height: 800, scheme: "light" }, async (page) => {
    await openExample(page, "half-disc");
    await page.click('[data-for="sketch"]');
  });
});

/** Opens the page, prepares it and takes its picture once the news has faded. */
async function shoot(name: string, look: Look, prepare: (page: Page) => Promise<void>) {
  const { page, context } = await visit(on.browser, on.server.address, look);
  await prepare(page);
  await page.waitForTimeout(5000);
  await page.screenshot({ path: `${PICTURES}${name}.png` });
  await context.close();
}
