import { defineConfig } from "vitest/config";

/** Tests of the modules that need no browser. */
export default defineConfig({ test: { include: ["src/**/*.test.ts"] } });
