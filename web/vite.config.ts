import { defineConfig } from "vite";

/** Where `cadseq serve` listens while the page is developed with `npm run dev`. */
const server = process.env.CADSEQ_SERVER ?? "http://127.0.0.1:7823";

export default defineConfig({
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // The server's content policy knows no data: scripts or fonts, and files have a name each.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    // The notices of what is bundled go with it.
    license: { fileName: "licenses.md" },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { "/api": server, "/health": server } },
  preview: { proxy: { "/api": server, "/health": server } },
});
