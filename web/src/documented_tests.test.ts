/** Every test that docs/workbench-tests.md names is there. */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const WEB = fileURLToPath(new URL("..", import.meta.url));

const ROW = /^\| (.+) \| `(\S+)` \| (.+) \|$/gm;

/** The texts of the test files of a name. */
function sources(name: string): string {
  const files = ["src", "tests"].flatMap((folder) =>
    readdirSync(`${WEB}/${folder}`, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(`/${name}`) || path === name)
      .map((path) => readFileSync(`${WEB}/${folder}/${path}`, "utf8")),
  );
  return files.join("\n");
}

const rows = [...readFileSync(`${WEB}/../docs/workbench-tests.md`, "utf8").matchAll(ROW)];

it("finds the table", () => {
  expect(rows.length).toBeGreaterThan(50);
});

it.each(rows.map(([, promise, file, test]) => [promise, file, test] as const))(
  "%s",
  (_, file, test) => {
    expect(sources(file ?? "")).toContain(`"${test}"`);
  },
);
