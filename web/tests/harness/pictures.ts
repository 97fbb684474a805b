/** Pictures as cameras and people give them. */

import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";

/** A page that remembers the pictures that it sends. */
interface Sending {
  sent: number[][];
}

/** Remembers width and height of every picture that goes to the server. */
export async function recordPictures(page: Page): Promise<void> {
  await page.evaluate(() => {
    const page = globalThis as unknown as Sending;
    page.sent = [];
    const send = globalThis.fetch;
    globalThis.fetch = async (address, request) => {
      if (request?.body instanceof Blob) {
        const { width, height } = await createImageBitmap(request.body);
        page.sent.push([width, height]);
      }
      return send(address, request);
    };
  });
}

export async function sentPictures(page: Page): Promise<number[][]> {
  return page.evaluate(() => (globalThis as unknown as Sending).sent);
}

/** A picture of others side by side, from so many pixels left of its border on. */
export async function sideBySide(
  page: Page,
  paths: readonly string[],
  cutOff: number,
): Promise<Buffer> {
  const files = await Promise.all(paths.map((path) => readFile(path)));
  const bytes = await page.evaluate(
    async ({ sources, cutOff }) => {
      const load = async (source: string): Promise<HTMLImageElement> => {
        const image = new Image();
        image.src = `data:image/png;base64,${source}`;
        await image.decode();
        return image;
      };
      const images = await Promise.all(sources.map(load));
      const width = images.reduce((sum, image) => sum + image.width, 0) - cutOff;
      const canvas = new OffscreenCanvas(width, Math.max(...images.map(({ height }) => height)));
      const paper = canvas.getContext("2d");
      let left = -cutOff;
      for (const image of images) {
        paper?.drawImage(image, left, 0);
        left += image.width;
      }
      const png = await canvas.convertToBlob({ type: "image/png" });
      return [...new Uint8Array(await png.arrayBuffer())];
    },
    { sources: files.map((file) => file.toString("base64")), cutOff },
  );
  return Buffer.from(bytes);
}

/** Where a picture's lower edge stands upright by EXIF: the camera was held on its side. */
const ON_ITS_SIDE = 6;

/** A picture as a phone takes it that is held on its side: a JPEG that lies, and says how it is upright. */
export async function phonePhoto(page: Page, path: string): Promise<Buffer> {
  const png = (await readFile(path)).toString("base64");
  const lying = await page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.height, image.width);
    const paper = canvas.getContext("2d");
    paper?.translate(0, image.width);
    paper?.rotate(-Math.PI / 2);
    paper?.drawImage(image, 0, 0);
    const jpeg = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.95 });
    return [...new Uint8Array(await jpeg.arrayBuffer())];
  }, png);
  const jpeg = Buffer.from(lying);
  return Buffer.concat([jpeg.subarray(0, 2), orientation(ON_ITS_SIDE), jpeg.subarray(2)]);
}

/** The segment of EXIF data with an orientation, and nothing else. */
function orientation(value: number): Buffer {
  const entry = [0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, value, 0x00, 0x00];
  const tiff = [...Buffer.from("MM"), 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01];
  const body = [...Buffer.from("Exif\0\0"), ...tiff, ...entry, 0x00, 0x00, 0x00, 0x00];
  return Buffer.from([0xff, 0xe1, 0x00, body.length + 2, ...body]);
}

/** Drops files on the page, all at once. */
export async function dropAll(
  page: Page,
  files: readonly { readonly name: string; readonly type: string; readonly content: Buffer }[],
): Promise<void> {
  const coded = files.map(({ name, type, content }) => ({
    name,
    type,
    bytes: content.toString("base64"),
  }));
  await page.evaluate((files) => {
    const data = new DataTransfer();
    for (const { name, type, bytes } of files) {
      const content = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
      data.items.add(new File([content], name, { type }));
    }
    document.dispatchEvent(
      new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }),
    );
  }, coded);
}
