import { defineConfig } from "vitest/config";

/** Tests of the page in a real browser, against the real server: one browser at a time. */
export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    fileParallelism: false,
    // A machine that also builds, and draws without a graphics card, may take its time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
