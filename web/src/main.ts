/** Where the page begins: what the address holds, else what was open last. */

import "./styles/tokens.css";
import "./styles/controls.css";
import "./styles/layout.css";
import "./styles/panels.css";
import "./styles/viewport.css";
import "./styles/making.css";
import { element } from "./dom/element";
import { decodeText, readFragment } from "./link/codec";
import { Page } from "./page";
import { Client } from "./server/client";
import { takeToken } from "./server/token";
import { Store } from "./state/state";
import { Workbench } from "./state/workbench";

const client = new Client(takeToken());
const workbench = new Workbench(new Store(), client);

/** Opens the program that the address holds, as a part of its own; says whether there is one. */
async function openLinked(): Promise<boolean> {
  const { program } = readFragment(location.hash);
  if (program === null) {
    return false;
  }
  history.replaceState(null, "", location.pathname + location.search);
  try {
    workbench.open(await decodeText(program), "linked part");
  } catch {
    const message =
      "The link is damaged: it was cut or changed on its way. Ask for it again, whole.";
    workbench.store.update({ problem: { message, of: "link", canRetry: false } });
  }
  return true;
}

/** Says why there is no page. */
function apologize(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  const words = `This browser cannot draw solids: ${reason} Allow WebGL, or take another browser.`;
  document.body.replaceChildren(element("p", { class: "apology", role: "alert" }, words));
}

try {
  const page = new Page(workbench, client);
  const keeper = await page.keep();
  addEventListener("hashchange", () => void openLinked());
  if (!(await openLinked())) {
    await keeper?.goOn();
  }
} catch (error) {
  apologize(error);
}
