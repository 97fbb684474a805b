/** The server and the browser that a file of tests runs on. */

import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launch } from "./browser";
import { Server } from "./server";

export interface Stage {
  server: Server;
  browser: Browser;
}

/** Both start before the tests of the file; after them whatever did start is stopped. */
export function stage(): Stage {
  // Tests read it only after `beforeAll` has filled it.
  const started = {} as Stage;
  beforeAll(async () => {
    started.server = await Server.start();
    started.browser = await launch();
  });
  afterAll(async () => {
    await Promise.allSettled([started.browser?.close(), started.server?.kill()]);
  });
  return started;
}
