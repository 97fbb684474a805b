/** From a photograph of a part on a table to the STEP file of the edited part. */

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { nameWithoutKind } from "../src/state/pictures";
import { drop, settled, text } from "./harness/bench";
import { job } from "./harness/job";
import { program } from "./harness/server";
import { stage } from "./harness/stage";

/** A step of 60 x 40 x 40 mm. */
const STEP_BLOCK = [
  "add_sketch(XZ)",
  "add_line(0, 0, 6, 0)",
  "add_line(6, 0, 6, -1.5)",
  "add_line(6, -1.5, 2, -1.5)",
  "add_line(2, -1.5, 2, -4)",
  "add_line(2, -4, 0, -4)",
  "add_line(0, -4, 0, 0)",
  "add_extrude(0, 4, new)",
].join("\n");

const on = stage();
const now = job(on);

it("a photograph becomes an edited STEP file", async () => {
  await toEditedStep("table.png", "image/png", await photograph(STEP_BLOCK));
});

const { DEVSET } = process.env;

it.skipIf(DEVSET === undefined)("so does one that another program made", async () => {
  await toEditedStep("B_003.jpg", "image/jpeg", await readFile(`${DEVSET}/photo/B_003.jpg`));
});

/** Reads a photograph, types another depth, and checks the STEP file. */
async function toEditedStep(name: string, type: string, picture: Buffer): Promise<void> {
  const { page } = now.visited;
  await page.waitForSelector("[data-example] img");
  await drop(page, name, type, picture);
  await page.waitForSelector("#measure-volume", { timeout: 150_000 });
  await settled(page, on.server.address);
  expect(await page.locator("#measure-trust").innerText()).toMatch(/\d+\s%/);
  await page.getByLabel(/^(Depth|Forward) in millimetres$/).fill("37.5");
  await expect.poll(() => text(page)).toMatch(/add_extrude\(.*\b3\.75\b.*\)\n$/);
  await settled(page, on.server.address);
  const downloaded = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  await page.click('[data-format="step"]');
  const step = await readFile(await (await downloaded).path(), "utf8");
  expect(step).toBe(await stepOf(on.server.address, await text(page), nameWithoutKind(name)));
  expect(step).toMatch(/^ISO-10303-21;[\s\S]*MANIFOLD_SOLID_BREP/);
}

/** A picture of a part on a table, as a camera takes it. */
async function photograph(part: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "cadseq-photo-"));
  try {
    const [source, picture] = [join(folder, "part.cad"), join(folder, "part.png")];
    await writeFile(source, part);
    const look = ["--style", "photo", "--seed", "3"];
    await promisify(execFile)(program(), ["render", source, ...look, "-o", picture]);
    return await readFile(picture);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The STEP file that the server makes of a text. */
async function stepOf(address: string, program: string, name: string): Promise<string> {
  const response = await fetch(`${address}/api/convert`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ text: program, to: "step", name }),
  });
  return response.text();
}
