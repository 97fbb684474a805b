/** Whether `dist`, which is committed, is what the sources build into. Builds into a folder of its own. */

import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";

const fresh = await mkdtemp(join(tmpdir(), "cadseq-dist-"));
try {
  await build({ logLevel: "warn", build: { outDir: fresh, emptyOutDir: true } });
  const [built, committed] = await Promise.all([contents(fresh), contents("dist")]);
  const names = new Set([...built.keys(), ...committed.keys()]);
  const different = [...names].filter((name) => built.get(name) !== committed.get(name));
  if (different.length > 0) {
    console.error(`error: web/dist is not what the sources build into: ${different.join(", ")}`);
    console.error("Run `npm run build` in web/ and commit web/dist.");
    process.exitCode = 1;
  } else {
    console.log(`web/dist is up to date (${names.size} files).`);
  }
} finally {
  await rm(fresh, { recursive: true });
}

/** Files of a folder by their names. */
async function contents(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [path.slice(folder.length + 1), await readFile(path, "base64")];
  });
  return new Map(await Promise.all(read));
}
