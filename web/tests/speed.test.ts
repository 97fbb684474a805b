/** How large the page is, and how long an edit takes until its solid is on the screen, in the browser. */

import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { drop, settled, text } from "./harness/bench";
import { visit } from "./harness/browser";
import { stage } from "./harness/stage";

/** Presses of a slider's key in every part. */
const EDITS = 8;

const on = stage();

it("rebuilds every example while the slider of its last depth moves", async () => {
  const { page, context } = await visit(on.browser, on.server.address);
  await page.waitForSelector("[data-example] img");
  const medians = new Map<string, number>();
  const all: number[] = [];
  for (const kind of ["pictures", "parts"]) {
    const folder = fileURLToPath(new URL(`../../examples/${kind}/`, import.meta.url));
    const names = (await readdir(folder)).filter((name) => name.endsWith(".cad"));
    for (const name of names) {
      const millis = await editsOf(page, await readFile(folder + name, "utf8"));
      medians.set(`${kind}/${name}`, Math.round(share(millis, 0.5)));
      all.push(...millis);
    }
  }
  console.log(
    `edit to mesh: median ${share(all, 0.5).toFixed(1)} ms, 95th percentile ` +
      `${share(all, 0.95).toFixed(1)} ms, ${all.length} edits; medians ${JSON.stringify(Object.fromEntries(medians))}`,
  );
  // How fast it is depends on the machine: the figure is for a reader.
  expect(all).toHaveLength(EDITS * medians.size);
  await context.close();
});

it("is at most 300 kB over the wire", async () => {
  const { page, context } = await visit(on.browser, on.server.address);
  await page.waitForSelector("[data-example] img");
  const bytes = await page.evaluate(() => {
    const loaded = performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.includes("/assets/"));
    const all = [...performance.getEntriesByType("navigation"), ...loaded];
    return all.map((entry) => (entry as PerformanceResourceTiming).transferSize);
  });
  const total = bytes.reduce((sum, size) => sum + size, 0);
  console.log(`the page is ${(total / 1e3).toFixed(1)} kB over the wire`);
  expect(bytes).toHaveLength(3);
  expect(Math.min(...bytes)).toBeGreaterThan(0);
  expect(total).toBeLessThan(300_000);
  await context.close();
});

/** Milliseconds of each edit of a part. */
async function editsOf(page: Page, program: string): Promise<number[]> {
  await drop(page, "part.cad", "text/plain", Buffer.from(program));
  await expect.poll(() => text(page)).toBe(program);
  await page.waitForSelector("#measure-volume");
  await settled(page, on.server.address);
  await page.evaluate(() => performance.clearMeasures());
  const slider = page.locator('[data-parameter="depth"], [data-parameter="forward"]').first();
  // Deeper, so that there is always a next value.
  const key = (await slider.inputValue()).startsWith("-") ? "ArrowLeft" : "ArrowRight";
  await slider.focus();
  for (let press = 1; press <= EDITS; press++) {
    await page.keyboard.press(key);
    await page.waitForFunction(
      (count) => performance.getEntriesByName("edit-to-mesh").length >= count,
      press,
    );
  }
  return page.evaluate(() =>
    performance.getEntriesByName("edit-to-mesh").map((entry) => entry.duration),
  );
}

/** The value below which a share of values lies. */
function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
}
