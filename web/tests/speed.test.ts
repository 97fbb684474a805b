/** How long an edit takes until its solid is on the screen, in the browser. */

import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { openExample, settled } from "./harness/bench";
import { visit } from "./harness/browser";
import { stage } from "./harness/stage";

const EXAMPLES = [
  "cylinder",
  "fillet",
  "flange",
  "half-disc",
  "pointed-arch",
  "quarter-disc",
  "rotor",
  "triangular-prism",
];

const on = stage();

it("rebuilds the paper's shapes while a slider moves", async () => {
  const millis: number[] = [];
  for (const name of EXAMPLES) {
    const { page, context } = await visit(on.browser, on.server.address);
    await openExample(page, name);
    await page.locator('[data-parameter="depth"]').focus();
    for (let press = 0; press < 12; press++) {
      const known = await measured(page);
      await page.keyboard.press("ArrowLeft");
      await expect.poll(async () => (await measured(page)).length).toBeGreaterThan(known.length);
    }
    await settled(page, on.server.address);
    millis.push(...(await measured(page)));
    await context.close();
  }
  millis.sort((one, other) => one - other);
  const at = (share: number): number =>
    millis[Math.floor(share * (millis.length - 1))] ?? Number.NaN;
  console.log(
    `edit to mesh: median ${at(0.5).toFixed(1)} ms, 95th percentile ${at(0.95).toFixed(1)} ms, ` +
      `${millis.length} edits of ${EXAMPLES.length} parts`,
  );
  // How fast it is depends on the machine: the figure is for a reader.
  expect(millis).toHaveLength(12 * EXAMPLES.length);
});

/** Milliseconds of every edit so far. */
async function measured(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    performance.getEntriesByName("edit-to-mesh").map((entry) => entry.duration),
  );
}
