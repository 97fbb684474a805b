/** Nothing is wrong: what is doubtful says so, what is refused says why, and what may help is offered. */

import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  choose,
  difference,
  drop,
  example,
  openExample,
  openText,
  settled,
  solid,
  text,
  white,
} from "./harness/bench";
import { job } from "./harness/job";
import { recordPictures, sentPictures, sideBySide } from "./harness/pictures";
import { stage } from "./harness/stage";

const on = stage();
const now = job(on);

/** Lets the server's readings come with another confidence. */
async function answerWith(page: Page, confidence: number): Promise<void> {
  await page.route("**/api/reconstruct*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), confidence } });
  });
}

describe("a reading", () => {
  it("that is doubtful says so at the solid, in the panel, in exports and in the text", async () => {
    const { page } = now.visited;
    await answerWith(page, 0.27);
    await openExample(page, "cylinder");
    const measures = page.locator(".measures");
    expect(await measures.getAttribute("data-trust")).toBe("doubtful");
    for (const place of ["#measure-trust", "#picture .trust", ".remark"]) {
      expect(await page.locator(place).innerText(), place).toContain("Doubtful reading");
    }
    expect(await text(page)).toMatch(/^# Read from cylinder.png: doubtful, 27 % sure.\nadd_sketch/);
    await page.locator('[data-format="stl"]').click();
    await expect.poll(() => page.locator(".news").innerText()).toContain("Doubtful reading");
    await settled(page, on.server.address);
  });

  it("that is likely right says that, and exports say nothing", async () => {
    const { page } = now.visited;
    await answerWith(page, 0.77);
    await openExample(page, "cylinder");
    expect(await page.locator("#measure-trust").innerText()).toContain("likely right (77\u00a0%)");
    expect(await page.locator(".remark").innerText()).toBe("");
  });

  it("says which edge may be none, and which candidates differ only in size", async () => {
    const { page } = now.visited;
    await page.route("**/api/reconstruct*", async (route) => {
      const response = await route.fetch();
      const answer = await response.json();
      const [first] = answer.candidates;
      const text = (size: number) =>
        [
          "add_sketch(XY)",
          `add_line(0, 0, ${size}, 0)`,
          `add_line(${size}, 0, ${size}, ${size})`,
          `add_line(${size}, ${size}, 0, ${0.05 * size})`,
          `add_line(0, ${0.05 * size}, 0, 0)`,
          `add_extrude(0, ${size / 2}, new)`,
        ].join("\n");
      const texts = [text(8), text(12)];
      const candidates = texts.map((text) => ({ ...first, text }));
      await route.fulfill({ response, json: { ...answer, candidates } });
    });
    await openExample(page, "half-disc");
    const remarks = page.locator(".remarks");
    expect(await remarks.innerText()).toContain("step 5");
    expect(await remarks.innerText()).toContain("Candidate 2 is candidate 1, 1.5 times as large");
    expect(await page.locator(".candidate").nth(1).getAttribute("aria-label")).toContain(
      "1.5 times as large",
    );
  });
});

describe("what was seen", () => {
  it("lies over the picture, with what its colours mean", async () => {
    const { page } = now.visited;
    await openExample(page, "fillet");
    await page.keyboard.press("p");
    const choice = page.getByLabel("What was seen");
    const seen = page.locator(".picture-behind .seen");
    await page.getByLabel("Fade from solid to picture").fill("1");
    const bare = await solid(page);
    let asked = 0;
    page.on("request", (request) => {
      asked += request.url().includes("/api/see") ? 1 : 0;
    });
    const pictures = [];
    for (const [name, words] of [
      ["mask", "taken for the part"],
      ["normals", "green up"],
      ["depth", "Light is near"],
      ["edges", "rim of a hole"],
    ] as const) {
      await choice.selectOption(name);
      await expect.poll(() => page.locator(".tray .legend").innerText()).toContain(words);
      await seen.waitFor();
      pictures.push(await solid(page));
      await page.screenshot({ path: `test-output/1400-light-seen-${name}.png` });
    }
    const [mask = bare, normals = bare] = pictures;
    expect(await difference(page, bare, mask)).toBeGreaterThan(0.02);
    expect(await difference(page, mask, normals)).toBeGreaterThan(0.02);
    expect(asked).toBe(1);
    await choice.selectOption("");
    await expect.poll(() => seen.isVisible()).toBe(false);
  });

  it("is asked again where the server was away", async () => {
    const { page } = now.visited;
    await openExample(page, "cylinder");
    await page.keyboard.press("p");
    await page.route("**/api/see*", (route) => route.abort());
    await page.getByLabel("What was seen").selectOption("edges");
    await page.getByRole("button", { name: "Try again" }).waitFor();
    await page.unroute("**/api/see*");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".picture-behind .seen").waitFor();
    expect(await page.getByLabel("What was seen").inputValue()).toBe("edges");
  });
});

describe("a refused picture", () => {
  it("stays on the page with the reason, and a part of it can be read", async () => {
    const { page } = now.visited;
    await page.waitForSelector("[data-example] img");
    await recordPictures(page);
    await drop(page, "paper.png", "image/png", await white(page, 400, 200));
    const refused = page.locator(".refused");
    await refused.waitFor();
    expect(await refused.getByRole("alert").innerText()).toContain("picture");
    const box = await refused.locator(".crop").boundingBox();
    const at = (x: number, y: number) =>
      [(box?.x ?? 0) + x * (box?.width ?? 0), (box?.y ?? 0) + y * (box?.height ?? 0)] as const;
    await page.mouse.move(...at(0.25, 0.5));
    await page.mouse.down();
    await page.mouse.move(...at(0.5, 0.75), { steps: 4 });
    await page.mouse.up();
    await page.getByRole("button", { name: "Read what is in the frame" }).click();
    await expect.poll(() => sentPictures(page)).toHaveLength(2);
    const [whole, [width = 0, height = 0] = []] = await sentPictures(page);
    expect(whole).toEqual([400, 200]);
    expect(Math.abs(width - 100)).toBeLessThan(5);
    expect(Math.abs(height - 50)).toBeLessThan(5);
    await refused.waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    await expect.poll(() => page.locator(".invitation").isVisible()).toBe(true);
  });

  it("offers what is seen in it", async () => {
    const { page } = now.visited;
    await page.waitForSelector("[data-example] img");
    const cut = await sideBySide(page, [example("rotor.png")], 200);
    await drop(page, "cut.png", "image/png", cut);
    const refused = page.locator(".refused");
    await refused.waitFor({ timeout: 90_000 });
    expect(await refused.getByRole("alert").innerText()).toContain("cut off");
    const canvas = page.locator(".crop canvas");
    const bare = await canvas.screenshot();
    const map = page.getByLabel("What is seen in the picture");
    await map.selectOption("edges");
    await expect.poll(() => refused.locator(".legend").innerText()).toContain("rim of a hole");
    await expect
      .poll(async () => difference(page, bare, await canvas.screenshot()))
      .toBeGreaterThan(0.005);
    await page.screenshot({ path: "test-output/1400-light-refused-seen.png" });
    await map.selectOption("");
    await expect.poll(async () => difference(page, bare, await canvas.screenshot())).toBe(0);
  });

  it("of several objects is sent as the one that is chosen, with its camera", async () => {
    const { page } = now.visited;
    await page.waitForSelector("[data-example] img");
    const pair = await sideBySide(page, [example("rotor.png"), example("cylinder.png")], 0);
    await page.route("**/api/reconstruct*", (route) =>
      route.fulfill({ status: 422, json: { error: { message: "no part found" } } }),
    );
    await drop(page, "pair.png", "image/png", pair);
    const refused = page.locator(".refused");
    await refused.getByRole("button", { name: "Find its objects" }).click();
    await refused.getByRole("button", { name: "Object 2" }).waitFor({ timeout: 90_000 });
    expect(await refused.getByRole("button", { name: /^Object/ }).count()).toBe(2);
    await recordPictures(page);
    await refused.getByRole("button", { name: "Turn right" }).click();
    await refused.getByRole("button", { name: "Object 2" }).click();
    await refused.getByRole("button", { name: "Turn left" }).click();
    await page.screenshot({ path: "test-output/1400-light-object.png" });
    await page.getByLabel("Its camera").selectOption("isometric");
    const [asked] = await Promise.all([
      page.waitForRequest((request) => request.url().includes("/api/reconstruct")),
      page.getByRole("button", { name: "Read what is in the frame" }).click(),
    ]);
    expect(new URL(asked.url()).searchParams.get("camera")).toBe("isometric");
    const [[width = 0, height = 0] = []] = await sentPictures(page);
    expect(Math.max(width, height)).toBeLessThan(200);
  });
});

describe("a number", () => {
  const HALF =
    "add_sketch(XY)\nadd_line(0, 0, 8, 0)\nadd_arc(8, 0, 4, 0, 180)\nadd_extrude(0, 3)\n";

  it("that makes no arc is refused in words", async () => {
    const { page } = now.visited;
    await openText(page, HALF, "half.cad");
    await choose(page, 2);
    for (const sweep of ["0", "400", "-360"]) {
      await page.getByLabel("Sweep in degrees").fill(sweep);
      const refusal = page.locator(".parameter", { has: page.getByLabel("Sweep in degrees") });
      expect(await refusal.innerText(), sweep).toContain("A sweep is from -359.9° to 359.9°");
      expect(await text(page)).toBe(HALF);
    }
    await page.getByLabel("Sweep in degrees").fill("90");
    expect(await page.locator(".refusal").allInnerTexts()).toEqual(["", "", "", "", "", ""]);
    await settled(page, on.server.address);
  });

  it("of an arc's radius follows its sweep, and sets it", async () => {
    const { page } = now.visited;
    await openText(page, HALF, "half.cad");
    await choose(page, 2);
    const radius = page.getByLabel("Radius in millimetres");
    expect(await radius.inputValue()).toBe("40");
    await page.getByLabel("Sweep in degrees").fill("90");
    await expect.poll(() => radius.inputValue()).toBe("56.569");
    await radius.fill("80");
    await expect.poll(() => page.getByLabel("Sweep in degrees").inputValue()).toBe("60");
    await settled(page, on.server.address);
  });
});

describe("a long program", () => {
  it("folds other sketches' curves, and shows the chosen line of the text", async () => {
    const { page } = now.visited;
    const square =
      "add_line(0, 0, 4, 0)\nadd_line(4, 0, 4, 4)\nadd_line(4, 4, 0, 4)\nadd_line(0, 4, 0, 0)\n";
    const layer = (at: number) => `add_sketch(end(${at}))\n${square}add_extrude(0, 1, join)\n`;
    const long = `add_sketch(XY)\n${square}add_extrude(0, 1, new)\n${[0, 1, 2, 3].map(layer).join("")}`;
    await openText(page, long, "tower.cad");
    const list = page.locator(".timeline");
    expect(await list.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    const rows = page.locator(".operation:visible");
    expect(await rows.count()).toBe(5 * 2 + 4);
    const sheet = await page.locator(".sheet").boundingBox();
    expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBeLessThanOrEqual(900);
    await choose(page, 0);
    expect(await page.locator('[data-operation="0"]').innerText()).toContain("4 curves");
    expect(await page.locator('[data-operation="1"]').isVisible()).toBe(true);
    expect(await page.locator('[data-operation="26"]').isVisible()).toBe(false);
    const area = page.locator("#text");
    expect(await area.evaluate((one) => one.scrollTop)).toBe(0);
    await choose(page, 29);
    expect(await area.evaluate((one) => one.scrollTop)).toBeGreaterThan(100);
    expect(await page.locator(".marks .chosen").innerText()).toContain("add_extrude(0, 1, join)");
  });
});

describe("a file of no known kind", () => {
  it("is refused with the formats' names", async () => {
    const { page } = now.visited;
    await page.waitForSelector("[data-example] img");
    await drop(page, "part.step", "application/step", Buffer.from("ISO-10303-21;"));
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.innerText()).toContain("Fusion 360 Gallery JSON");
    expect(await alert.innerText()).not.toMatch(/deepcad-vector|text2cad/);
  });
});
