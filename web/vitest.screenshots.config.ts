import { defineConfig } from "vitest/config";

/** Takes the pictures of README and docs; no tests. */
export default defineConfig({
  test: { include: ["scripts/screenshots.ts"], testTimeout: 120_000, hookTimeout: 60_000 },
});
