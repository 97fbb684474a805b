/** Nothing is lost: what is typed, what was before it, and the parts of earlier days. */

import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { difference, drop, openExample, openText, settled, solid, text } from "./harness/bench";
import { WIDE } from "./harness/browser";
import { job } from "./harness/job";
import { stage } from "./harness/stage";

const on = stage();
const now = job(on);

const DISC = `# A disc of 60 mm.

add_sketch(XY)              # bottom
add_circle(0, 0, 3)         # rim
add_extrude(0, 2)
`;

const UNFINISHED = `${DISC}add_sketch(end(0))\nadd_circle(0, `;

/** Longer than the page waits before it keeps what changed. */
const KEPT_MILLIS = 500;

/** A page of the same browser after the first one has died. */
async function crash(page: Page): Promise<Page> {
  const context = page.context();
  const next = await context.newPage();
  await page.goto("chrome://crash").catch(() => undefined);
  await next.goto(on.server.address);
  return next;
}

describe("unfinished text", () => {
  it("stays while a slider moves, and over a reload, with all that was before", async () => {
    const { page } = now.visited;
    await openText(page, DISC, "disc.cad");
    await settled(page, on.server.address);
    await page.locator("#text").fill(UNFINISHED);
    await expect.poll(() => page.locator("#text-problem").innerText()).not.toBe("");
    await page.getByLabel("Depth in millimetres").fill("35");
    const expected = UNFINISHED.replace("add_extrude(0, 2)", "add_extrude(0, 3.5)");
    await expect.poll(() => text(page)).toBe(expected);
    await expect.poll(() => page.locator("#measure-volume").innerText()).toBe("98.9602 cm³");
    await page.waitForTimeout(KEPT_MILLIS);
    await page.reload();
    await expect.poll(() => text(page)).toBe(expected);
    await expect.poll(() => page.locator("#measure-volume").innerText()).toBe("98.9602 cm³");
    await page.getByLabel("Undo").click();
    expect(await text(page)).toBe(UNFINISHED);
    await page.getByLabel("Undo").click();
    expect(await text(page)).toBe(DISC);
  });

  it("is kept at once when the page is left", async () => {
    const { page } = now.visited;
    await openText(page, DISC, "disc.cad");
    await page.waitForTimeout(KEPT_MILLIS);
    await page.locator("#text").fill(UNFINISHED);
    await page.reload();
    await expect.poll(() => text(page)).toBe(UNFINISHED);
  });

  it("survives a crash", async () => {
    const { page } = now.visited;
    await openText(page, DISC, "disc.cad");
    await page.locator("#text").fill(UNFINISHED);
    await page.waitForTimeout(KEPT_MILLIS);
    const next = await crash(page);
    await expect.poll(() => text(next)).toBe(UNFINISHED);
  });

  it("says what files hold, and its own file holds it", async () => {
    const { page } = now.visited;
    await openText(page, DISC, "disc.cad");
    await settled(page, on.server.address);
    await page.locator("#text").fill(UNFINISHED);
    await expect.poll(() => page.locator(".remark").innerText()).toContain("last solid");
    const [step] = await Promise.all([
      page.waitForEvent("download"),
      page.click('[data-format="step"]'),
    ]);
    expect(await readFile(await step.path(), "utf8")).toContain("CYLINDRICAL_SURFACE");
    const [written] = await Promise.all([
      page.waitForEvent("download"),
      page.click('[data-format="text"]'),
    ]);
    expect(await readFile(await written.path(), "utf8")).toBe(UNFINISHED);
  });
});

describe("a program that does not build", () => {
  it("is opened, kept, and mended by its numbers", async () => {
    const { page } = now.visited;
    const flat = DISC.replace("(0, 2)", "(0, 0)");
    await openText(page, flat, "flat.cad");
    expect(await page.getByRole("alert").innerText()).toMatch(/^Step 3: /);
    await page.waitForTimeout(KEPT_MILLIS);
    await page.reload();
    await expect.poll(() => page.locator(".operation.wrong").count()).toBe(1);
    await page.getByLabel("Depth in millimetres").fill("20");
    await settled(page, on.server.address);
    expect(await text(page)).toBe(DISC);
  });

  it("opens from a link as text", async () => {
    const { page, context } = now.visited;
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await openText(page, UNFINISHED, "disc.cad");
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("#p=");
    const other = await context.newPage();
    await other.goto(await page.evaluate(() => navigator.clipboard.readText()));
    await expect.poll(() => text(other)).toBe(UNFINISHED);
    await expect
      .poll(() => other.locator("#text-problem").innerText())
      .toMatch(/^Line 7, column 15/);
  });
});

describe("comments and layout", () => {
  it("stay through slider, drag, scale and reload", async () => {
    const { page } = now.visited;
    await openText(page, DISC, "disc.cad");
    await settled(page, on.server.address);
    await page.locator('[data-parameter="depth"]').focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => text(page)).toBe(DISC.replace("(0, 2)", "(0, 2.01)"));
    await page.locator(".handle.center").focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => text(page)).toContain("add_circle(0, 0.1, 3)       # rim\n");
    await page.waitForTimeout(KEPT_MILLIS);
    await page.reload();
    await expect.poll(() => text(page)).toContain("# A disc of 60 mm.\n\nadd_sketch(XY)   ");
  });
});

describe("parts", () => {
  it("are one a tab, and stay so over a reload", async () => {
    const { page, context } = now.visited;
    await openText(page, DISC, "disc.cad");
    await page.waitForTimeout(KEPT_MILLIS);
    const other = await context.newPage();
    await other.goto(on.server.address);
    await other.getByRole("button", { name: /^disc/ }).click();
    await expect.poll(() => other.locator(".news").innerText()).toContain("another tab");
    await openExample(other, "cylinder");
    await other.waitForTimeout(KEPT_MILLIS);
    const theirs = await text(other);
    await page.reload();
    await expect.poll(() => text(page)).toBe(DISC);
    await other.reload();
    await expect.poll(() => text(other)).toBe(theirs);
  });

  it("are copied with a tab that is duplicated, and when undo comes to one of another tab", async () => {
    const { page, context } = now.visited;
    await openText(page, DISC, "disc.cad");
    await page.waitForTimeout(KEPT_MILLIS);
    // The browser copies what a tab remembers.
    const [twin] = await Promise.all([
      context.waitForEvent("page"),
      page.evaluate(() => void window.open(location.href)),
    ]);
    await expect.poll(() => twin.title()).toBe("disc copy - cadseq");
    expect(await text(twin)).toBe(DISC);
    await drop(twin, "other.cad", "text/plain", Buffer.from(DISC.replace("0, 3", "0, 4")));
    await expect.poll(() => twin.title()).toBe("other - cadseq");
    await twin.waitForTimeout(KEPT_MILLIS);
    await twin.close();
    await page.getByLabel("New or earlier part").click();
    await page.getByRole("button", { name: /^other/ }).click();
    await expect.poll(() => page.title()).toBe("other - cadseq");
    const third = await context.newPage();
    await third.goto(on.server.address);
    await third.getByRole("button", { name: /^disc copy/ }).click();
    await expect.poll(() => third.title()).toBe("disc copy - cadseq");
    await page.getByLabel("Undo").click();
    await expect.poll(() => page.title()).toBe("disc copy copy - cadseq");
    await third.locator("#text").fill(UNFINISHED);
    await page.waitForTimeout(KEPT_MILLIS);
    await third.reload();
    await expect.poll(() => text(third)).toBe(UNFINISHED);
  });

  it("stay in a list with name, picture and date; are opened, copied, deleted", async () => {
    const { page } = now.visited;
    page.on("dialog", (dialog) => void dialog.accept());
    await openText(page, DISC, "disc.cad");
    await settled(page, on.server.address);
    await page.locator("#part-name").fill("Träger Ø 60");
    await page.waitForTimeout(1800);
    await page.keyboard.press("Escape");
    await page.getByLabel("New or earlier part").click();
    const parts = page.locator(".part-list li");
    await expect.poll(() => parts.count()).toBe(1);
    expect(await parts.locator("time").innerText()).toMatch(/^\d+ \w+ 20\d\d, \d\d:\d\d$/);
    expect(await parts.locator("img").getAttribute("src")).toMatch(/^data:image\/webp/);
    await openExample(page, "cylinder");
    await page.getByLabel("New or earlier part").click();
    await expect.poll(() => parts.count()).toBe(2);
    await page.getByLabel("Duplicate Träger Ø 60").click();
    await expect.poll(() => text(page)).toBe(DISC);
    expect(await page.locator("#part-name").inputValue()).toBe("Träger Ø 60 copy");
    await page.locator("#text").fill(DISC.replace("(0, 2)", "(0, 5)"));
    await page.getByLabel("New or earlier part").click();
    await expect.poll(() => parts.count()).toBe(3);
    await page.getByLabel("Delete cylinder").click();
    await expect.poll(() => parts.count()).toBe(2);
    await page.getByRole("button", { name: /^Träger Ø 60 \d/ }).click();
    await expect.poll(() => text(page)).toBe(DISC);
  });

  it("keep names with any letters in files", async () => {
    const { page } = now.visited;
    await openText(page, DISC, "disc.cad");
    await settled(page, on.server.address);
    await page.locator("#part-name").fill("Träger Ø 60/2 零件");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.click('[data-format="stl"]'),
    ]);
    expect(file.suggestedFilename()).toBe("Träger Ø 60_2 零件.stl");
  });

  it("keep their name, picture, candidates and what was taken", async () => {
    const { page } = now.visited;
    await openExample(page, "flange");
    await page.locator(".candidate").nth(1).click();
    await settled(page, on.server.address);
    const taken = await text(page);
    await page.locator("#part-name").fill("Flansch Ø 80");
    await page.waitForTimeout(KEPT_MILLIS);
    await page.reload();
    await expect.poll(() => page.title()).toBe("Flansch Ø 80 - cadseq");
    await expect.poll(() => page.locator(".candidate").count()).toBeGreaterThan(1);
    expect(await page.locator(".candidate").nth(1).getAttribute("aria-pressed")).toBe("true");
    expect(await text(page)).toBe(taken);
    expect(await page.locator(".given-row .given").evaluate(isDrawn)).toBe(true);
    await page.getByLabel("Undo").click();
    await expect.poll(() => page.title()).toBe("flange - cadseq");
    await page.getByLabel("Undo").click();
    await expect
      .poll(() => page.locator(".candidate").nth(0).getAttribute("aria-pressed"))
      .toBe("true");
  });

  it("opened over another drop its picture; undo brings back name and picture", async () => {
    const { page } = now.visited;
    await openExample(page, "flange");
    await settled(page, on.server.address);
    await drop(page, "disc.cad", "text/plain", Buffer.from(DISC));
    await expect.poll(() => text(page)).toBe(DISC);
    expect(await page.locator(".candidate").count()).toBe(0);
    expect(await page.title()).toBe("disc - cadseq");
    await page.getByLabel("Undo").click();
    expect(await page.title()).toBe("flange - cadseq");
    expect(await page.locator(".candidate").count()).toBeGreaterThan(1);
    await settled(page, on.server.address);
  });
});

describe("a known length", () => {
  it("leaves the solid where it lies over its picture", async () => {
    const { page } = now.visited;
    await page.setViewportSize(WIDE);
    await openExample(page, "fillet");
    await page.keyboard.press("p");
    const before = await solid(page);
    await page.getByLabel("The known length").selectOption({ index: 0 });
    await page.getByLabel("Its true length").fill("200");
    await page.getByRole("button", { name: "Set scale" }).click();
    await expect.poll(() => text(page)).toMatch(/add_line\(0, 0, [^,]*, 20\)/);
    await settled(page, on.server.address);
    expect(await page.locator(".picture-behind").isVisible()).toBe(true);
    expect(await difference(page, before, await solid(page))).toBeLessThan(0.01);
    await page.getByLabel("Undo").click();
    await settled(page, on.server.address);
    expect(await difference(page, before, await solid(page))).toBeLessThan(0.01);
  });
});

function isDrawn(image: Element): boolean {
  return image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0;
}
