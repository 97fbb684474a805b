/** The page on wide and narrow screens, light and dark; pictures for a person to look at. */

import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { choose, drop, openExample, settled, white } from "./harness/bench";
import { type Look, visit } from "./harness/browser";
import { stands, takeTool } from "./harness/pen";
import { stage } from "./harness/stage";

const OUTPUT = "test-output";

const LOOKS: readonly Look[] = [
  { width: 1400, height: 900, scheme: "light" },
  { width: 1400, height: 900, scheme: "dark" },
  { width: 400, height: 800, scheme: "light" },
  { width: 400, height: 800, scheme: "dark" },
  // A phone on its side, and a window of 1400 x 900 at 200 %.
  { width: 844, height: 390, scheme: "light" },
  { width: 700, height: 450, scheme: "dark" },
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
    expect(await accessibilityFaults(page)).toEqual([]);
    await openExample(page, "fillet");
    await page.waitForTimeout(400);
    await shoot("solid");
    await choose(page, 2);
    await page.waitForTimeout(100);
    await shoot("arc");
    await eachTab(page, look, shoot);
    await settled(page, on.server.address);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await seen(page)).toBeGreaterThan(0.6);
    await seeingMore(page, look, shoot);
    expect(await nameless(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(look.width);
    await page.keyboard.press("?");
    await page.waitForSelector("dialog[open]");
    await shoot("help");
    await page.keyboard.press("Escape");
    await page.getByLabel("New or earlier part").click();
    await page.waitForSelector(".part-list li");
    await shoot("parts");
    expect(await accessibilityFaults(page)).toEqual([]);
    await drawing(page, shoot);
    await drop(page, "paper.png", "image/png", await white(page, 600, 400));
    await page.waitForSelector(".refused");
    const read = await page
      .getByRole("button", { name: "Read what is in the frame" })
      .boundingBox();
    expect((read?.y ?? look.height) + (read?.height ?? 0)).toBeLessThan(look.height);
    await shoot("refused");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
    await context.close();
    expect(faults).toEqual([]);
  });
});

/** A sketch with a shape on its way. */
async function drawing(page: Page, shoot: (name: string) => Promise<Buffer>): Promise<void> {
  await page.getByRole("button", { name: "Draw a part by hand" }).click();
  await shoot("plane");
  await page.getByRole("button", { name: "Sketch on XY" }).click();
  await stands(page);
  await takeTool(page, "Rectangle");
  const box = await page.locator(".viewport canvas").boundingBox();
  const at = (x: number, y: number) =>
    [(box?.x ?? 0) + x * (box?.width ?? 0), (box?.y ?? 0) + y * (box?.height ?? 0)] as const;
  await page.mouse.click(...at(0.35, 0.6));
  await page.mouse.move(...at(0.65, 0.85));
  await shoot("drawing");
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await nameless(page)).toEqual([]);
  expect(await seen(page)).toBeGreaterThan(0.5);
  const cut = await page
    .locator(".parameters")
    .evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
  expect(cut, "fields of a step that are cut off").toEqual(cut.map(() => 0));
  await page.mouse.click(...at(0.65, 0.85));
  await takeTool(page, "Extrude");
  await page.waitForSelector("#measure-volume");
  await stands(page);
  await shoot("extruded");
}

/** Trays of the view, relations, the large sketch. */
async function seeingMore(
  page: Page,
  look: Look,
  shoot: (name: string) => Promise<Buffer>,
): Promise<void> {
  await page.getByLabel("Picture overlay").click();
  await page.getByLabel("What was seen").selectOption("edges");
  await page.locator(".seen").waitFor();
  await shoot("seen");
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await seen(page)).toBeGreaterThan(0.6);
  await page.getByLabel("Picture overlay").click();
  for (const tool of ["Section", "Measure"]) {
    await page.getByLabel(tool, { exact: true }).click();
  }
  await page.getByLabel("What is measured").selectOption("faces");
  await shoot("measure");
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await seen(page)).toBeGreaterThan(0.6);
  for (const tool of ["Section", "Measure"]) {
    await page.getByLabel(tool, { exact: true }).click();
  }
  if (look.width <= 1000) {
    await page.click('[data-for="sketch"]');
  }
  await page.getByText("Relations", { exact: true }).click();
  await page.getByRole("button", { name: "Keep all" }).scrollIntoViewIfNeeded();
  await shoot("relations");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Keep all" }).click();
  const mark = page.locator(".relation-mark").first();
  await mark.scrollIntoViewIfNeeded();
  await mark.click();
  await page.locator(".mark-choice").getByRole("button", { name: "Remove" }).waitFor();
  await shoot("marks");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Larger" }).click();
  await page.getByRole("button", { name: "Picture below" }).click();
  await shoot("large-sketch");
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await nameless(page)).toEqual([]);
  await page.keyboard.press("Escape");
  if (look.width <= 1000) {
    await page.click('[data-for="steps"]');
  }
}

/** On narrow screens one panel is seen at a time. */
async function eachTab(page: Page, look: Look, shoot: (name: string) => Promise<Buffer>) {
  if (look.width > 1000) {
    return;
  }
  for (const name of ["sketch", "picture", "text", "export", "steps"]) {
    await page.click(`[data-for="${name}"]`);
    await shoot(name);
    expect(await accessibilityFaults(page)).toEqual([]);
  }
}

/** What axe finds wrong, with the places. */
async function accessibilityFaults(page: Page): Promise<string[]> {
  // News on their way out are paler than any that are read: they go at once.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.waitForFunction(() => {
    const news = document.querySelector(".news");
    return news?.getAnimations().every(({ playState }) => playState === "finished") ?? true;
  });
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core"), "utf8"));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
    );
  });
}

/** Share of the solid's field, at least 250 x 180 pixels, that nothing covers. */
async function seen(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector(".viewport canvas");
    const box = canvas?.getBoundingClientRect();
    if (box === undefined || box.width < 250 || box.height < 180) {
      return 0;
    }
    const shares = Array.from({ length: 9 }, (_, at) => (at + 1) / 10);
    const places = shares.flatMap((x) => shares.map((y) => [x, y] as const));
    const free = places.filter(
      ([x, y]) =>
        document.elementFromPoint(box.x + x * box.width, box.y + y * box.height) === canvas,
    );
    return free.length / places.length;
  });
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
