import { defineConfig } from "vitest/config";

/** Limits of every browser test. */
const LIMITS = {
  // A machine that also builds, and draws without a graphics card, may take its time.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 30_000 } },
};

const SPEED = "tests/speed.test.ts";

/**
 * Tests of the page in a real browser, against the real server: two files at a time, each with a
 * browser and a server of its own. What is measured runs alone, after them.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "page",
          include: ["tests/**/*.test.ts"],
          exclude: [SPEED],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
          ...LIMITS,
        },
      },
      {
        test: { name: "speed", include: [SPEED], sequence: { groupOrder: 1 }, ...LIMITS },
      },
    ],
  },
});
