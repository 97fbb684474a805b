/** What a person does at the workbench, and what stands on it. */

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import type { Build } from "../../src/server/answers";
import { dropAll } from "./pictures";

/** A file of the repository's examples. */
export function example(name: string): string {
  return fileURLToPath(new URL(`../../../examples/pictures/${name}`, import.meta.url));
}

/** Takes an example and waits for its solid. */
export async function openExample(page: Page, name: string): Promise<void> {
  await page.click(`[data-example="${name}"]`);
  await page.waitForSelector("#measure-volume");
  await page.waitForSelector(".start", { state: "hidden" });
}

/** Drops a file on the page. */
export async function drop(page: Page, path: string, type: string, content?: Buffer) {
  const bytes = content ?? (await readFile(path));
  await dropAll(page, [{ name: basename(path), type, content: bytes }]);
}

/** The program's text as it stands in the editor. */
export async function text(page: Page): Promise<string> {
  return page.locator("#text").inputValue();
}

/** The volume that the page shows, in cubic centimetres. */
export async function volume(page: Page): Promise<number> {
  return Number.parseFloat(await page.locator("#measure-volume").innerText());
}

/** What the kernel says of a text. */
export async function build(address: string, text: string): Promise<Build> {
  const response = await fetch(`${address}/api/build`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ text }),
  });
  if (!response.ok) {
    throw new Error(`build: ${response.status} ${await response.text()}`);
  }
  return (await response.json()) as Build;
}

/** Waits until the page shows the volume that the kernel has for the page's text. */
export async function settled(page: Page, address: string): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const [shown, written] = [await volume(page), await text(page)];
    const kernel = (await build(address, written)).measures?.volume ?? Number.NaN;
    // The page shows four decimals.
    if (Math.abs(shown - kernel) < 6e-5 && written === (await text(page))) {
      return kernel;
    }
    await page.waitForTimeout(50);
  }
  const said = await page.locator(".message, #text-problem").allInnerTexts();
  throw new Error(
    `the page shows ${await volume(page)} cm³ and says ${said.join(" ")} for\n${await text(page)}`,
  );
}

/** Chooses a step of the timeline. */
export async function choose(page: Page, operation: number): Promise<void> {
  const step = page.locator(`[data-operation="${operation}"]`);
  if ((await step.getAttribute("aria-expanded")) !== "true") {
    await step.click();
  }
}

/** Share of pixels that differ between two pictures of the page. */
export async function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async (sources) => {
      const pixels = await Promise.all(
        sources.map(async (source) => {
          const image = new Image();
          image.src = `data:image/png;base64,${source}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext("2d");
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, image.width, image.height).data ?? [];
        }),
      );
      const [first = [], second = []] = pixels;
      let different = 0;
      for (let at = 0; at < first.length; at += 4) {
        const isSame = [0, 1, 2].every(
          (part) => Math.abs((first[at + part] ?? 0) - (second[at + part] ?? 0)) < 12,
        );
        different += isSame ? 0 : 1;
      }
      return different / (first.length / 4);
    },
    [one.toString("base64"), other.toString("base64")],
  );
}

/** A picture of the solid, without what stands over it. */
export async function solid(page: Page): Promise<Buffer> {
  // Two frames: what was asked for is drawn in the next one.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  const box = await page.locator(".viewport").boundingBox();
  if (box === null) {
    throw new Error("there is no viewport");
  }
  const { x, y, width, height } = box;
  const clip = { x: x + width * 0.2, y: y + 120, width: width * 0.6, height: height - 300 };
  return page.screenshot({ clip });
}

/** Opens a text as a file, and waits for its steps. */
export async function openText(page: Page, content: string, name: string): Promise<void> {
  await page.waitForSelector("[data-example] img");
  await drop(page, name, "text/plain", Buffer.from(content));
  await page.waitForSelector(".start", { state: "hidden" });
  await page.waitForFunction(
    () =>
      document.querySelector("#measure-volume") !== null ||
      document.querySelector(".problem:not([hidden])") !== null,
  );
}

/** A white picture of this size as PNG. */
export async function white(page: Page, width: number, height: number): Promise<Buffer> {
  const bytes = await page.evaluate(
    async ([width = 1, height = 1]) => {
      const canvas = new OffscreenCanvas(width, height);
      const paper = canvas.getContext("2d");
      if (paper !== null) {
        paper.fillStyle = "white";
        paper.fillRect(0, 0, width, height);
      }
      const png = await canvas.convertToBlob({ type: "image/png" });
      return [...new Uint8Array(await png.arrayBuffer())];
    },
    [width, height],
  );
  return Buffer.from(bytes);
}
