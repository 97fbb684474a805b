/** Every tool that makes something, on one page in a real browser. */

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  build,
  choose,
  difference,
  drop,
  openExample,
  settled,
  solid,
  text,
} from "./harness/bench";
import { type Visit, visit } from "./harness/browser";
import { dragDepth, type Millimetres, Pen, stands, takeTool } from "./harness/pen";
import { stage } from "./harness/stage";

const PLATE = [
  "# A plate.",
  "add_sketch(XY)   # base",
  "add_line(-4, -3, 4, -3)",
  "add_line(4, -3, 4, 3)",
  "add_line(4, 3, -4, 3)",
  "add_line(-4, 3, -4, -3)",
  "add_extrude(0, 1, new)   # 10 mm",
  "",
].join("\n");

const MIDDLE = { x: 686, y: 480 };

const on = stage();
let visited: Visit;
let page: Page;

beforeAll(async () => {
  visited = await visit(on.browser, on.server.address);
  page = visited.page;
  await page.waitForSelector("[data-example] img");
});

afterAll(async () => {
  await visited.context.close();
  expect(visited.faults).toEqual([]);
});

/** Opens a program as a part of its own. */
async function open(program: string): Promise<void> {
  await drop(page, "plate.cad", "text/plain", Buffer.from(program));
  await expect.poll(() => text(page)).toBe(program);
  await page.waitForSelector("#measure-volume");
  await settled(page, on.server.address);
}

/** A new sketch on XY, seen from above. */
async function sketchOnTop(): Promise<Pen> {
  await page.getByLabel("New or earlier part").click();
  await page.getByRole("button", { name: "Draw a part by hand" }).click();
  await page.getByRole("button", { name: "Sketch on XY" }).click();
  await stands(page);
  return Pen.over(page, MIDDLE, 200);
}

async function draw(pen: Pen, tool: string, points: readonly Millimetres[]): Promise<void> {
  await takeTool(page, tool);
  for (const point of points) {
    await pen.click(point);
  }
}

/** The lines of the text that are not blank. */
async function lines(): Promise<string[]> {
  return (await text(page)).split("\n").filter((line) => line !== "");
}

describe("a sketch", () => {
  it("has circles, rectangles, slots and polygons by clicks", async () => {
    await open(PLATE);
    const pen = await sketchOnTop();
    await draw(pen, "Circle", [
      [-30, 20],
      [-20, 20],
    ]);
    await draw(pen, "Rectangle", [
      [10, 10],
      [30, 25],
    ]);
    await draw(pen, "Slot", [
      [-30, -20],
      [-10, -20],
    ]);
    await pen.near([-10, -15]);
    await page.mouse.down();
    await page.mouse.up();
    await takeTool(page, "Polygon");
    await pen.click([20, -20]);
    await pen.move([30, -20]);
    await page.mouse.wheel(0, 100);
    await page.mouse.wheel(0, 100);
    await pen.click([30, -20]);
    expect(await lines()).toEqual([
      "add_sketch(XY)",
      "add_circle(-3, 2, 1)",
      "add_line(1, 1, 3, 1)",
      "add_line(3, 1, 3, 2.5)",
      "add_line(3, 2.5, 1, 2.5)",
      "add_line(1, 2.5, 1, 1)",
      "add_line(-3, -2.5, -1, -2.5)",
      "add_arc(-1, -2.5, -1, -2, 180)",
      "add_line(-1, -1.5, -3, -1.5)",
      "add_arc(-3, -1.5, -3, -2, 180)",
      "add_line(3, -2, 2, -1)",
      "add_line(2, -1, 1, -2)",
      "add_line(1, -2, 2, -3)",
      "add_line(2, -3, 3, -2)",
    ]);
    await page.keyboard.press("d");
    await page.waitForSelector("#measure-volume");
    const volume = await settled(page, on.server.address);
    // Disc, rectangle, slot and square.
    expect(volume).toBeCloseTo((Math.PI + 3 + 2 + Math.PI / 4 + 2) * 0.5, 6);
  });

  it("takes typed sizes, and Escape goes back step by step", async () => {
    const pen = await sketchOnTop();
    await draw(pen, "Line", [[0, 0]]);
    await pen.near([31, 7]);
    const length = page.locator(".make-tray").getByLabel("Length in millimetres", { exact: true });
    await length.fill("25");
    await page.locator(".make-tray").getByLabel("Angle in degrees", { exact: true }).fill("90");
    await page.keyboard.press("Enter");
    expect(await lines()).toEqual(["add_sketch(XY)", "add_line(0, 0, 0, 2.5)"]);
    const pressed = page.locator(".make [aria-pressed='true']");
    await page.locator(".viewport canvas").focus();
    await page.keyboard.press("Escape");
    expect(await pressed.getAttribute("aria-label")).toBe("Line");
    await page.keyboard.press("Escape");
    expect(await pressed.getAttribute("aria-label")).toBe("Choose and move");
    await page.keyboard.press("Delete");
    expect(await lines()).toEqual([]);
    await page.keyboard.press("Control+z");
    expect(await lines()).toEqual(["add_sketch(XY)", "add_line(0, 0, 0, 2.5)"]);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    expect(await text(page)).toBe("");
  });

  it("has patterns along a line and about a centre, and its holes stay holes", async () => {
    await open(PLATE.replace("add_extrude", "add_circle(-3, 2, 0.25)\nadd_extrude"));
    await choose(page, 0);
    await page.getByRole("button", { name: "Draw in this sketch" }).click();
    await stands(page);
    await choose(page, 5);
    await takeTool(page, "Pattern along a line");
    const pen = await Pen.over(page, MIDDLE, 150);
    await page.mouse.wheel(0, 100);
    await pen.click([-10, 20]);
    expect(await lines()).toContain("add_circle(-1, 2, 0.25)");
    expect(await lines()).toContain("add_circle(1, 2, 0.25)");
    await choose(page, 5);
    await takeTool(page, "Pattern about a centre");
    await page.mouse.move(MIDDLE.x, MIDDLE.y);
    await page.mouse.wheel(0, 100);
    await pen.click([0, 0]);
    expect((await lines()).filter((line) => line.includes("circle"))).toEqual([
      "add_circle(-3, 2, 0.25)",
      "add_circle(-1, 2, 0.25)",
      "add_circle(1, 2, 0.25)",
      "add_circle(3, -2, 0.25)",
    ]);
    await page.keyboard.press("Enter");
    const volume = await settled(page, on.server.address);
    expect(volume).toBeCloseTo(48 - 4 * Math.PI * 0.0625, 6);
  });

  it("has patterns of shapes of several curves", async () => {
    await open(PLATE);
    await choose(page, 0);
    await page.getByRole("button", { name: "Draw in this sketch" }).click();
    await stands(page);
    await takeTool(page, "Slot");
    const pen = await Pen.over(page, MIDDLE, 150);
    await draw(pen, "Slot", [
      [-30, 20],
      [-20, 20],
    ]);
    await pen.near([-20, 23]);
    await page.mouse.down();
    await page.mouse.up();
    await choose(page, 6);
    await takeTool(page, "Pattern along a line");
    await pen.click([10, 20]);
    const arcs = (await lines()).filter((line) => line.startsWith("add_arc"));
    expect(arcs).toHaveLength(4);
    const length = (await lines()).length;
    expect(length).toBe(2 + 4 + 2 * 4 + 1);
    await page.keyboard.press("Enter");
    const slot = Number(arcs[0]?.match(/add_arc\(-2, ([\d.]+)/)?.[1]);
    const radius = 2 - slot;
    const hole = 2 * radius + Math.PI * radius ** 2;
    expect(await settled(page, on.server.address)).toBeCloseTo(48 - 2 * hole, 6);
  });

  it("moves points by a drag, which meet others", async () => {
    await open(PLATE);
    await choose(page, 0);
    await page.getByRole("button", { name: "Draw in this sketch" }).click();
    await stands(page);
    await takeTool(page, "Circle");
    const pen = await Pen.over(page, MIDDLE, 150);
    await pen.move([40, 30]);
    await page.keyboard.press("Escape");
    await page.mouse.down();
    await pen.near([0.2, -0.2]);
    await page.mouse.up();
    expect(await lines()).toContain("add_line(0, 0, -4, 3)");
    await page.keyboard.press("Enter");
    expect(await settled(page, on.server.address)).toBeCloseTo(24, 6);
  });
});

describe("the solid", () => {
  it("takes a sketch on a clicked face; dragged into it, it cuts", async () => {
    await open(PLATE);
    await page.selectOption("[aria-label='Standard view']", "0");
    await stands(page);
    await takeTool(page, "Sketch");
    await page.mouse.click(MIDDLE.x, MIDDLE.y - 40);
    await stands(page);
    const pen = await Pen.over(page, MIDDLE, 150);
    await draw(pen, "Circle", [
      [0, 0],
      [10, 0],
    ]);
    await takeTool(page, "Extrude");
    await settled(page, on.server.address);
    await stands(page);
    expect(await text(page)).toMatch(
      /^# A plate.\nadd_sketch\(XY\) {3}# base[\s\S]*\n\nadd_sketch\(end\(0\)\)\n/,
    );
    await dragDepth(page, 5);
    expect((await lines()).at(-1)).toBe("add_extrude(0, 0.5, join)");
    expect(await settled(page, on.server.address)).toBeCloseTo(48 + Math.PI / 2, 6);
    await dragDepth(page, -5);
    expect((await lines()).at(-1)).toBe("add_extrude(0, -0.5, cut)");
    expect(await settled(page, on.server.address)).toBeCloseTo(48 - Math.PI / 2, 6);
  });

  it("takes a hole of a depth, which undo takes back", async () => {
    await open(PLATE);
    await page.selectOption("[aria-label='Standard view']", "0");
    await stands(page);
    await page.keyboard.press("h");
    await page.getByLabel("Through").uncheck();
    const tray = page.locator(".make-tray");
    await tray.getByLabel("Diameter in millimetres", { exact: true }).fill("10");
    await tray.getByLabel("Depth in millimetres", { exact: true }).fill("4");
    await page.mouse.move(MIDDLE.x, MIDDLE.y - 40);
    await page.mouse.click(MIDDLE.x, MIDDLE.y - 40);
    expect(await settled(page, on.server.address)).toBeCloseTo(48 - Math.PI * 0.1, 6);
    expect((await lines()).at(-1)).toBe("add_extrude(0, -0.4, cut)");
    await page.keyboard.press("Control+z");
    expect(await text(page)).toBe(PLATE);
  });

  it("takes copies of a feature by copy, paste and a click", async () => {
    const boss = "add_sketch(end(0))\nadd_circle(-2, 0, 0.5)\nadd_extrude(0, 1, join)\n";
    await open(`${PLATE}\n${boss}`);
    await page.selectOption("[aria-label='Standard view']", "3");
    await stands(page);
    await choose(page, 6);
    await page.keyboard.press("Control+c");
    await takeTool(page, "Paste the feature");
    const pen = await Pen.over(page, MIDDLE, 40);
    await pen.click([20, 10]);
    expect((await lines()).slice(-3)).toEqual([
      "add_sketch(end(0))",
      "add_circle(2, 1, 0.5)",
      "add_extrude(0, 1, join)",
    ]);
    expect(await settled(page, on.server.address)).toBeCloseTo(48 + Math.PI / 2, 6);
  });
});

describe("numbers", () => {
  const DISC = "add_sketch(XY)\nadd_circle(0, 0, 2)\nadd_extrude(0, 1, new)\n";

  it("are typed as sums, fractions and units, and turned by the wheel", async () => {
    await open(DISC);
    const depth = page.getByLabel("Depth in millimetres", { exact: true });
    await depth.fill("25/2");
    await expect.poll(() => text(page)).toContain("add_extrude(0, 1.25, new)");
    await depth.fill("1 1/2 in");
    await expect.poll(() => text(page)).toContain("add_extrude(0, 3.81, new)");
    await depth.fill("1 ft");
    await expect.poll(() => text(page)).toContain("add_extrude(0, 30.48, new)");
    await choose(page, 1);
    const diameter = page.getByLabel("Diameter in millimetres", { exact: true });
    await diameter.fill("9");
    await expect.poll(() => text(page)).toContain("add_circle(0, 0, 0.45)");
    await diameter.hover();
    await page.mouse.wheel(0, -100);
    await expect.poll(() => text(page)).toContain("add_circle(0, 0, 0.455)");
    await page.keyboard.down("Shift");
    await page.mouse.wheel(0, 100);
    await page.keyboard.up("Shift");
    await expect.poll(() => text(page)).toContain("add_circle(0, 0, 0.405)");
    expect(await page.locator('[data-parameter="diameter"]').getAttribute("max")).toBe("20");
    await page.getByLabel("Radius in millimetres", { exact: true }).fill("6");
    await expect.poll(() => diameter.inputValue()).toBe("12");
    await expect.poll(() => text(page)).toContain("add_circle(0, 0, 0.6)");
  });

  it("are shown and typed in inches for those who want them", async () => {
    await open(DISC);
    await page.getByLabel("Lengths in").selectOption("in");
    await page.getByLabel("Depth in inches", { exact: true }).fill("1/2");
    await expect.poll(() => text(page)).toContain("add_extrude(0, 1.27, new)");
    expect(await page.locator("[data-operation='2'] .detail").innerText()).toBe("0.5 in, new");
    const box = page.locator("#measure-box");
    await expect.poll(() => box.innerText()).toBe("1.575 × 1.575 × 0.5 in");
    await page.getByLabel("Lengths in").selectOption("mm");
    await expect.poll(() => box.innerText()).toBe("40 × 40 × 12.7 mm");
  });
});

describe("tidying up", () => {
  const NEARLY = [
    "add_sketch(XY)   # read",
    "add_line(-4.03, 0.01, 4.01, -0.02)",
    "add_line(4.01, -0.02, 4.01, 3)",
    "add_line(4.01, 3, -4.03, 0.01)",
    "add_circle(2.02, 1, 0.303)",
    "add_extrude(0, 1.98, new)",
    "",
  ].join("\n");

  it("proposes round numbers, shows them, keeps those with a tick as one step back", async () => {
    await open(NEARLY);
    await page.getByRole("button", { name: "Tidy up…" }).click();
    await expect.poll(() => text(page)).toContain("add_line(-4, 0, 4, 0)");
    expect(await text(page)).toContain("add_sketch(XY)   # read");
    expect(await page.locator(".proposals li").count()).toBe(6);
    await page.getByLabel(/Step 6, depth: 19.8 → 20 mm/).uncheck();
    await page.getByRole("button", { name: "Keep these" }).click();
    expect((await lines()).slice(1)).toEqual([
      "add_line(-4, 0, 4, 0)",
      "add_line(4, 0, 4, 3)",
      "add_line(4, 3, -4, 0)",
      "add_circle(2, 1, 0.3)",
      "add_extrude(0, 1.98, new)",
    ]);
    expect(await settled(page, on.server.address)).toBeCloseTo((12 - 0.09 * Math.PI) * 1.98, 6);
    await page.getByLabel("Undo").click();
    expect(await text(page)).toBe(NEARLY);
  });

  it("proposes round sweeps, equal circles and symmetric extrudes", async () => {
    // From one end of a chord of 40 mm to the other, almost as a circle of 80 mm.
    const center = -2 / Math.tan(((59.69 / 2) * Math.PI) / 180);
    await open(
      [
        "add_sketch(XY)",
        "add_line(0, 0, 4, 0)",
        `add_arc(4, 0, 2, ${center.toFixed(12)}, -300.31)`,
        "add_circle(1, -3, 0.3251)",
        "add_circle(3, -3, 0.3244)",
        "add_extrude(0, 1.003, new, 0.998)",
        "",
      ].join("\n"),
    );
    await page.getByRole("button", { name: "Tidy up…" }).click();
    const titles = page.locator(".proposals li span");
    expect(await titles.allInnerTexts()).toEqual([
      "Circles 5, 4: diameters equal, 6.5 mm",
      "Step 3, sweep: -300.31° → -300°",
      "Step 6: symmetric, 20 mm",
    ]);
    await page.getByRole("button", { name: "Keep these" }).click();
    expect((await lines()).slice(1)).toEqual([
      "add_line(0, 0, 4, 0)",
      expect.stringMatching(/^add_arc\(4, 0, 2, -3\.4641\d*, -300\)$/),
      "add_circle(1, -3, 0.325)",
      "add_circle(3, -3, 0.325)",
      "add_extrude(0, 2, new, symmetric)",
    ]);
    // A sector of 300 degrees and the triangle on the chord, without the holes.
    const area = (16 * Math.PI * 5) / 6 + 4 * Math.sqrt(3) - 2 * Math.PI * 0.325 ** 2;
    expect(await settled(page, on.server.address)).toBeCloseTo(2 * area, 4);
  });

  it("says how far a reading moves in its picture, and shows it there", async () => {
    await page.route("**/api/reconstruct*", async (route) => {
      const response = await route.fetch();
      const answer = await response.json();
      const text = "add_sketch(XY)\nadd_circle(0, 0, 3.9871)\nadd_extrude(0, 7.953, new)\n";
      const candidates = [{ ...answer.candidates[0], text }];
      await route.fulfill({ response, json: { ...answer, candidates } });
    });
    await page.getByLabel("New or earlier part").click();
    await openExample(page, "cylinder");
    await page.unroute("**/api/reconstruct*");
    await settled(page, on.server.address);
    await page.keyboard.press("p");
    const before = await solid(page);
    await page.getByRole("button", { name: "Tidy up…" }).click();
    const depth = page.getByLabel(/Step 3, depth: 79.53 → 80 mm/);
    expect(await page.locator(".proposals").innerText()).toMatch(
      /moves 0\.47 mm, \d+\.\d px of the picture/,
    );
    await settled(page, on.server.address);
    const tidied = await solid(page);
    expect(await difference(page, before, tidied)).toBeGreaterThan(0.001);
    await depth.uncheck();
    await expect.poll(() => text(page)).toContain("7.953");
    await settled(page, on.server.address);
    expect(await difference(page, tidied, await solid(page))).toBeGreaterThan(0.0005);
    await page.locator("#tidy").getByRole("button", { name: "Cancel" }).click();
    await page.keyboard.press("p");
  });

  it("leaves all as it was on request", async () => {
    await open(NEARLY);
    await page.getByRole("button", { name: "Tidy up…" }).click();
    await expect.poll(() => text(page)).not.toBe(NEARLY);
    await page.locator("#tidy").getByRole("button", { name: "Cancel" }).click();
    expect(await text(page)).toBe(NEARLY);
    expect(await page.locator(".proposals").isVisible()).toBe(false);
  });
});

describe("steps", () => {
  const PAIR = `${PLATE}\nadd_sketch(end(0))   # boss\nadd_circle(0, 0, 1)\nadd_extrude(0, 1, join)\n\nadd_sketch(XZ)   # pin\nadd_circle(0, -5, 0.5)\nadd_extrude(0, 1, new)\n`;

  it("are named, moved and deleted, and the text keeps its comments", async () => {
    await open(PAIR);
    await choose(page, 9);
    await page.keyboard.press("Alt+ArrowUp");
    await expect
      .poll(async () => (await text(page)).indexOf("# pin"))
      .toBeLessThan(PAIR.indexOf("# boss"));
    await page.getByLabel("Name", { exact: true }).first().fill("a pin");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await text(page)).toContain("add_sketch(XZ)   # a pin");
    expect(await page.locator("[data-operation='6'] .title").innerText()).toBe("a pin");
    expect(await settled(page, on.server.address)).toBeCloseTo(48 + Math.PI * 1.25, 6);
    await choose(page, 0);
    await page.getByRole("button", { name: "Delete the sketch with all of its steps" }).click();
    // The boss stays where it was, on a plane of its own.
    expect(await text(page)).toContain("add_sketch(plane(0, 0, 1, 0, 0, 1, 1, 0, 0)) # boss");
    expect(await settled(page, on.server.address)).toBeCloseTo(Math.PI * 1.25, 6);
  });

  it("cannot come before what they lie on, and say so", async () => {
    await open(PAIR);
    await choose(page, 6);
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(() => page.locator(".news").innerText()).toContain("must come after it");
    expect(await text(page)).toBe(PAIR);
  });

  it("that make nothing yet are kept as text, and the solid before them is shown", async () => {
    await open(`${PLATE}`);
    await takeTool(page, "Sketch");
    await page.getByRole("button", { name: "Sketch on XZ" }).click();
    await stands(page);
    const pen = await Pen.over(page, MIDDLE, 100);
    await draw(pen, "Circle", [
      [0, -30],
      [10, -30],
    ]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#text-problem").innerText()).toContain("never extruded");
    const shown = await build(on.server.address, PLATE);
    expect(await page.locator("#measure-volume").innerText()).toBe(`${shown.measures?.volume} cm³`);
    await page.getByRole("button", { name: "Extrude this sketch" }).click();
    await settled(page, on.server.address);
  });
});
