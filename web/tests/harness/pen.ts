/** Drawing by mouse alone: the pointer goes where the page says that it would take the wanted point. */

import type { Page } from "playwright-core";

export type Millimetres = readonly [number, number];

interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** What the page says of the point under the pointer, in the plane's coordinates. */
async function told(page: Page): Promise<Millimetres> {
  const words = await page.locator(".make-tray .place").innerText();
  const [x, y] = words.match(/-?[\d.]+/g)?.map(Number) ?? [];
  if (x === undefined || y === undefined) {
    throw new Error(`the page says no place: ${words}`);
  }
  return [x, y];
}

/** A pen over a plane that is seen at any slant: where pixels lie in it is learned from three of them. */
export class Pen {
  private constructor(
    private readonly page: Page,
    private readonly start: Pixel,
    private readonly origin: Millimetres,
    /** Millimetres for a pixel to the right, and for one down. */
    private readonly right: Millimetres,
    private readonly down: Millimetres,
  ) {}

  /** Learns the plane under a pixel, from others so many pixels away that lie on it too. */
  static async over(page: Page, start: Pixel, reach: number): Promise<Pen> {
    const at = async (x: number, y: number): Promise<Millimetres> => {
      await page.mouse.move(start.x + x, start.y + y);
      return told(page);
    };
    const [origin, right, down] = [await at(0, 0), await at(reach, 0), await at(0, reach)];
    const each = (one: Millimetres): Millimetres => [
      (one[0] - origin[0]) / reach,
      (one[1] - origin[1]) / reach,
    ];
    return new Pen(page, start, origin, each(right), each(down));
  }

  /** Moves to a point of the plane. */
  async move(to: Millimetres): Promise<void> {
    let from: Millimetres = this.origin;
    let pixel = this.start;
    for (let attempt = 0; attempt < 12; attempt++) {
      pixel = this.towards(pixel, from, to);
      await this.page.mouse.move(pixel.x, pixel.y);
      from = await told(this.page);
      if (Math.hypot(from[0] - to[0], from[1] - to[1]) < 1e-3) {
        return;
      }
    }
    throw new Error(`the pointer does not come to ${to}; it is at ${from}`);
  }

  /** Moves to where a point of the plane is, whatever is taken there. */
  async near(to: Millimetres): Promise<void> {
    const { x, y } = this.towards(this.start, this.origin, to);
    await this.page.mouse.move(x, y);
  }

  /** Clicks a point of the plane. */
  async click(to: Millimetres): Promise<void> {
    await this.move(to);
    await this.page.mouse.down();
    await this.page.mouse.up();
  }

  private towards({ x, y }: Pixel, from: Millimetres, to: Millimetres): Pixel {
    const [[a, c], [b, d]] = [this.right, this.down];
    const [u, v] = [to[0] - from[0], to[1] - from[1]];
    const determinant = a * d - b * c;
    return { x: x + (u * d - v * b) / determinant, y: y + (v * a - u * c) / determinant };
  }
}

/** Waits until the view has come to rest. */
export async function stands(page: Page): Promise<void> {
  const axis = page.locator(".compass .axis-end").first();
  const shown = async (): Promise<string> =>
    `${await page.locator(".depth-arrow").getAttribute("d")} ${await axis.getAttribute("style")}`;
  for (let before = "", now = await shown(); now !== before; now = await shown()) {
    before = now;
    await page.waitForTimeout(60);
  }
}

/** Clicks a tool of the bar that makes things, unless it is in use. */
export async function takeTool(page: Page, name: string): Promise<void> {
  const tool = page.locator(".make").getByRole("button", { name, exact: true });
  if ((await tool.getAttribute("aria-pressed")) !== "true") {
    await tool.click();
  }
}

/** Drags the arrow of the chosen extrude until it says so many millimetres. */
export async function dragDepth(page: Page, wanted: number): Promise<void> {
  const [from, to] = await page.locator("svg:has(> .depth-arrow)").evaluate((drawing) => {
    const { left, top } = drawing.getBoundingClientRect();
    const d = drawing.querySelector("path")?.getAttribute("d") ?? "";
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = (d.match(/-?[\d.]+/g) ?? []).map(Number);
    return [
      { x: left + x0, y: top + y0 },
      { x: left + x1, y: top + y1 },
    ] as const;
  });
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.down();
  const label = page.locator(".depth-arrow + text");
  let pixels = length / 2;
  for (let move = 0; move < 300; move++) {
    const missing = wanted - Number.parseFloat((await label.textContent()) ?? "");
    if (missing === 0) {
      break;
    }
    pixels += Math.sign(missing) * Math.min(Math.abs(missing), 4);
    await page.mouse.move(from.x + along.x * pixels, from.y + along.y * pixels);
  }
  await page.mouse.up();
}
