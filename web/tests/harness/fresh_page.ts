/** The page as `npm run build` left it in `dist`, in place of the one within the program under test. */

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { BrowserContext } from "playwright-core";

/** Answers for the server's files with those of `dist`; the server's headers stay. */
export async function serveFreshPage(context: BrowserContext, host: string): Promise<void> {
  const isPage = (url: URL): boolean =>
    url.host === host && (url.pathname === "/" || url.pathname.startsWith("/assets/"));
  await context.route(isPage, async (route) => {
    const { pathname } = new URL(route.request().url());
    const name = pathname === "/" ? "index.html" : pathname.slice(1);
    const type = { html: "text/html", css: "text/css", js: "text/javascript" }[
      name.split(".").at(-1) ?? ""
    ];
    const { headers } = await fetch(`http://${host}/`);
    const policy = headers.get("content-security-policy") ?? "";
    await route.fulfill({
      body: await readFile(fileURLToPath(new URL(`../../dist/${name}`, import.meta.url))),
      headers: { "content-type": `${type}; charset=utf-8`, "content-security-policy": policy },
    });
  });
}
