/** A headless Chromium with nothing but the page in it. */

import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { serveFreshPage } from "./fresh_page";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  // WebGL without a graphics card.
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Debian's Chromium, or the one that `CHROMIUM` names. */
export async function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) {
    throw new Error(`${executablePath} is not there; install chromium, or name one in CHROMIUM`);
  }
  return chromium.launch({ executablePath, args: FLAGS, headless: true, timeout: 150_000 });
}

/** How the page is looked at. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly scheme: "light" | "dark";
}

export const WIDE: Look = { width: 1400, height: 900, scheme: "light" };

/** A page in a profile of its own, with all that went wrong in it. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts, refusals of the content policy, requests to other hosts. */
  readonly faults: string[];
}

/** Opens an address as a new person does. */
export async function visit(browser: Browser, address: string, look = WIDE): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.scheme,
    hasTouch: look.width < 600,
  });
  if (process.env.FRESH_PAGE) {
    await serveFreshPage(context, new URL(address).host);
  }
  const page = await context.newPage();
  const faults: string[] = [];
  const host = new URL(address).host;
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // The browser itself notes answers of 4xx; they are what some tests are about.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      faults.push(`console: ${message.text()}`);
    }
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.host !== host) {
      faults.push(`request to ${url.host}`);
    }
  });
  await page.goto(address);
  return { page, context, faults };
}
