/** Pictures before they are read: cropped and turned, several at once, from a phone's camera. */

import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { drop, example, openExample, settled, text, white } from "./harness/bench";
import { visit } from "./harness/browser";
import { job } from "./harness/job";
import { dropAll, phonePhoto, recordPictures, sentPictures } from "./harness/pictures";
import { stage } from "./harness/stage";

const on = stage();
const now = job(on);

/** Kinds of the program's curves with its plane: what stays the same however a picture comes. */
async function kinds(page: Page): Promise<string> {
  return (await text(page)).match(/add_\w+|\(XY\)|\(XZ\)|\(YZ\)/g)?.join(" ") ?? "";
}

/** Draws a frame between two places of the picture, as shares of it. */
async function mark(page: Page, from: readonly number[], to: readonly number[]): Promise<void> {
  const box = await page.locator(".crop").boundingBox();
  const at = ([x = 0, y = 0]: readonly number[]) =>
    [(box?.x ?? 0) + x * (box?.width ?? 0), (box?.y ?? 0) + y * (box?.height ?? 0)] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}

describe("a picture", () => {
  it("that was read can be turned and cropped, and read again", async () => {
    const { page } = now.visited;
    await openExample(page, "fillet");
    const before = await text(page);
    await page.getByRole("button", { name: "Crop, turn, read again" }).click();
    await page.locator(".prepared").waitFor();
    expect(await page.locator(".crop canvas").evaluate(sizeOfCanvas)).toEqual([512, 512]);
    await recordPictures(page);
    await page.getByRole("button", { name: "Turn right" }).click();
    await mark(page, [0.1, 0.05], [0.9, 0.99]);
    await page.screenshot({ path: "test-output/1400-light-crop.png" });
    await page.getByRole("button", { name: "Turn left" }).click();
    await page.getByRole("button", { name: "Read what is in the frame" }).click();
    // What fills the picture otherwise than usual takes a while.
    await page.locator(".start").waitFor({ state: "hidden", timeout: 120_000 });
    const [[width = 0, height = 0] = []] = await sentPictures(page);
    // The frame turned along: what was across is down.
    expect(Math.abs(width - 0.94 * 512)).toBeLessThan(8);
    expect(Math.abs(height - 0.8 * 512)).toBeLessThan(8);
    await settled(page, on.server.address);
    await page.getByLabel("Undo").click();
    expect(await text(page)).toBe(before);
  });

  it("that is being read can be stopped to be turned; whole and upright it goes as it came", async () => {
    const { page } = now.visited;
    await page.waitForSelector("[data-example] img");
    await recordPictures(page);
    let answer: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/api/reconstruct*", async (route) => {
      await waiting;
      await route.continue().catch(() => undefined);
    });
    await drop(page, example("fillet.png"), "image/png");
    await page.getByRole("button", { name: "Crop or turn it first" }).click();
    await page.locator(".prepared").waitFor();
    answer();
    await page.getByRole("button", { name: "Turn right" }).click();
    await page.getByRole("button", { name: "Turn left" }).click();
    await page.getByRole("button", { name: "Read what is in the frame" }).click();
    await page.locator("#measure-volume").waitFor({ timeout: 90_000 });
    await expect
      .poll(() => sentPictures(page))
      .toEqual([
        [512, 512],
        [512, 512],
      ]);
    expect(await kinds(page)).toContain("(YZ) add_line");
  });

  it("from a phone's camera that is held on its side is read upright", async () => {
    const phone = { width: 400, height: 800, scheme: "light" } as const;
    const { page, context, faults } = await visit(on.browser, on.server.address, phone);
    await page.waitForSelector("[data-example] img");
    const photo = await phonePhoto(page, example("fillet.png"));
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Take a photo" }).click(),
    ]);
    expect(await chooser.element().getAttribute("capture")).toBe("environment");
    await chooser.setFiles({ name: "IMG_1.jpg", mimeType: "image/jpeg", buffer: photo });
    await page.locator("#measure-volume").waitFor({ timeout: 90_000 });
    await settled(page, on.server.address);
    expect(await kinds(page)).toContain("(YZ) add_line");
    await page.click('[data-for="picture"]');
    const shown = page.locator(".given-row .given");
    expect(await shown.evaluate(naturalSize)).toEqual([512, 512]);
    await page.getByLabel("Picture overlay").click();
    await expect.poll(() => page.locator(".picture-behind").isVisible()).toBe(true);
    await context.close();
    expect(faults).toEqual([]);
  });
});

describe("several files", () => {
  it("are read one after the other, and come into the list of parts", async () => {
    const { page } = now.visited;
    await openExample(page, "cylinder");
    const names = ["fillet.png", "flange.png"];
    const files = await Promise.all(
      names.map(async (name) => ({
        name,
        type: "image/png",
        content: await readFile(example(name)),
      })),
    );
    const program = Buffer.from("add_sketch(XY)\nadd_circle(0, 0, 3)\nadd_extrude(0, 2)\n");
    const paper = await white(page, 400, 200);
    await dropAll(page, [
      ...files,
      { name: "paper.png", type: "image/png", content: paper },
      { name: "disc.cad", type: "text/plain", content: program },
    ]);
    const queue = page.locator(".queue li");
    await expect.poll(() => queue.count()).toBeGreaterThan(2);
    await page.screenshot({ path: "test-output/1400-light-queue.png" });
    // All but the blank sheet, whose fault is said.
    await expect.poll(() => queue.count(), { timeout: 120_000 }).toBe(1);
    expect(await queue.innerText()).toMatch(/paper\.png\n.*plain white/s);
    const kept = page.locator(".part-list:not(.queue) strong");
    expect(await kept.allInnerTexts()).toEqual(["disc", "flange", "fillet", "cylinder"]);
    const picture = page.getByRole("button", { name: /^fillet \d/ }).locator("img");
    expect(await picture.getAttribute("src")).toMatch(/^data:image\/png/);
    await page.getByRole("button", { name: "Crop or turn paper.png" }).click();
    await page.locator(".prepared").waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    expect(await queue.count()).toBe(0);
    await page.getByRole("button", { name: /^fillet \d/ }).click();
    await page.locator("#measure-volume").waitFor({ timeout: 90_000 });
    await settled(page, on.server.address);
    expect(await kinds(page)).toContain("(YZ) add_line");
    expect(await page.locator(".candidate").count()).toBeGreaterThan(0);
  });

  it("that wait survive a reload, in their order, and only one tab reads them", async () => {
    const { page, context } = now.visited;
    await page.waitForSelector("[data-example] img");
    await page.route("**/api/reconstruct*", (route) => route.abort());
    const content = await readFile(example("cylinder.png"));
    const names = ["one.png", "two.png", "three.png"];
    await dropAll(
      page,
      names.map((name) => ({ name, type: "image/png", content })),
    );
    await page.getByRole("button", { name: "Try again" }).waitFor();
    const queue = page.locator(".queue li strong");
    expect(await queue.allInnerTexts()).toEqual(names);
    await page.reload();
    await expect.poll(() => queue.allInnerTexts()).toEqual(names);
    const picture = page.locator(".queue li img").first();
    await expect.poll(() => picture.evaluate(naturalSize)).toEqual([512, 512]);
    const other = await context.newPage();
    await other.goto(on.server.address);
    await other.waitForSelector("[data-example] img");
    expect(await other.locator(".queue li").count()).toBe(0);
    await other.close();
    await page.unroute("**/api/reconstruct*");
    // Now in the middle: the first one is read, the others wait.
    await page.reload();
    const kept = page.locator(".part-list:not(.queue) strong");
    await expect.poll(() => kept.count()).toBeGreaterThan(0);
    await page.reload();
    await expect
      .poll(() => kept.allInnerTexts(), { timeout: 60_000 })
      .toEqual(["three", "two", "one"]);
    expect(await queue.count()).toBe(0);
    await page.reload();
    await page.waitForSelector("#measure-volume");
    await page.getByLabel("New or earlier part").click();
    await expect.poll(() => kept.count()).toBe(3);
    expect(await queue.count()).toBe(0);
  });

  it("beyond what the browser should hold are refused in words, and the part stays open", async () => {
    const { page } = now.visited;
    await openExample(page, "cylinder");
    const content = Buffer.from("add_sketch(XY)\nadd_circle(0, 0, 3)\nadd_extrude(0, 2)\n");
    const files = Array.from({ length: 61 }, (_, at) => ({
      name: `${at}.cad`,
      type: "text/plain",
      content,
    }));
    await dropAll(page, files);
    await expect.poll(() => page.locator(".news").innerText()).toContain("At most 60 files");
    expect(await page.locator("#measure-volume").isVisible()).toBe(true);
    await page.getByLabel("New or earlier part").click();
    expect(await page.locator(".queue li").count()).toBe(0);
  });

  it("wait where the server is away, and go on when it is back", async () => {
    const { page } = now.visited;
    await page.waitForSelector("[data-example] img");
    await page.route("**/api/reconstruct*", (route) => route.abort());
    const content = await readFile(example("cylinder.png"));
    await dropAll(page, [
      { name: "one.png", type: "image/png", content },
      { name: "two.png", type: "image/png", content },
    ]);
    const retry = page.getByRole("button", { name: "Try again" });
    await retry.waitFor();
    expect(await page.locator(".queue li").count()).toBe(2);
    await page.getByLabel("Remove two.png").click();
    await page.unroute("**/api/reconstruct*");
    await retry.click();
    await expect
      .poll(() => page.locator(".part-list:not(.queue) strong").allInnerTexts())
      .toEqual(["one"]);
    expect(await page.locator(".queue li").count()).toBe(0);
  });
});

function sizeOfCanvas(canvas: Element): number[] {
  return canvas instanceof HTMLCanvasElement ? [canvas.width, canvas.height] : [];
}

function naturalSize(image: Element): number[] {
  return image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : [];
}
