/** What pictures of the page show, pixel by pixel. */

import type { Page } from "playwright-core";

/** The lightness of a PNG at places in pixels, from 0 to 255. */
export async function lightness(
  page: Page,
  png: Buffer,
  places: readonly { readonly x: number; readonly y: number }[],
): Promise<number[]> {
  return page.evaluate(
    async ({ source, places }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const paper = canvas.getContext("2d");
      paper?.drawImage(image, 0, 0);
      return places.map(({ x, y }) => {
        const pixel = paper?.getImageData(Math.round(x), Math.round(y), 1, 1).data ?? [];
        return ((pixel[0] ?? 0) + (pixel[1] ?? 0) + (pixel[2] ?? 0)) / 3;
      });
    },
    { source: png.toString("base64"), places },
  );
}

/** Where lines cross a row: the middles of stretches that are darker than all around them. */
export function darkPlaces(row: readonly number[], limit: number): number[] {
  const dark = row.flatMap((value, at) => (value < limit ? [at] : []));
  const starts = dark.filter((at) => !dark.includes(at - 1));
  return starts.map((start) => {
    let end = start;
    while (dark.includes(end + 1)) {
      end++;
    }
    return (start + end) / 2;
  });
}
