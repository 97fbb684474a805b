/** The page on wide and narrow screens, light and dark; pictures for a person to look at. */

import { mkdir } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { choose, openExample, settled } from "./harness/bench";
import { type Look, visit } from "./harness/browser";
import { stage } from "./harness/stage";

const OUTPUT = "test-output";

const LOOKS: readonly Look[] = [
  { width: 1400, height: 900, scheme: "light" },
  { width: 1400, height: 900, scheme: "dark" },
  { width: 400, height: 800, scheme: "light" },
  { width: 400, height: 800, scheme: "dark" },
];

const on = stage();

beforeAll(async () => {
  await mkdir(OUTPUT, { recursive: true });
});

describe.each(LOOKS)("at $width pixels, $scheme", (look) => {
  it("does the main job, fits its width, and names what it offers", async () => {
    const { page, context, faults } = await visit(on.browser, on.server.address, look);
    const shoot = (name: string) =>
      page.screenshot({ path: `${OUTPUT}/${look.width}-${look.scheme}-${name}.png` });
    await page.waitForSelector("[data-example] img");
    await shoot("start");
    await openExample(page, "fillet");
    await page.waitForTimeout(400);
    await shoot("solid");
    await choose(page, 2);
    await page.waitForTimeout(100);
    await shoot("arc");
    await eachTab(page, look, shoot);
    await settled(page, on.server.address);
    expect(await nameless(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(look.width);
    await page.keyboard.press("?");
    await page.waitForSelector("dialog[open]");
    await shoot("help");
    await context.close();
    expect(faults).toEqual([]);
  });
});

/** On narrow screens one panel is seen at a time. */
async function eachTab(page: Page, look: Look, shoot: (name: string) => Promise<Buffer>) {
  if (look.width > 820) {
    return;
  }
  for (const name of ["sketch", "picture", "text", "export", "steps"]) {
    await page.click(`[data-for="${name}"]`);
    await shoot(name);
  }
}

/** What can be used and has no name for those who do not see it. */
async function nameless(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, input:not([type=file]), select, textarea, [tabindex]")]
      .filter((control) => {
        const labels =
          control instanceof HTMLInputElement || control instanceof HTMLSelectElement
            ? control.labels
            : null;
        const name = control.getAttribute("aria-label") ?? control.textContent ?? "";
        return name.trim() === "" && (labels?.length ?? 0) === 0;
      })
      .map((control) => control.outerHTML),
  );
}
