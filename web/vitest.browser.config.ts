import { defineConfig } from "vitest/config";

/** Tests of the page in a real browser, against the real server: one browser at a time. */
export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
