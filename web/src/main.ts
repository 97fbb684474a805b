/** Where the page begins: what the address holds, else what was open last. */

import "./styles/tokens.css";
import "./styles/controls.css";
import "./styles/layout.css";
import "./styles/panels.css";
import "./styles/viewport.css";
import { element } from "./dom/element";
import { decodeText, readFragment } from "./link/codec";
import { Page } from "./page";
import { Client } from "./server/client";
import { takeToken } from "./server/token";
import { savedProgram, saveNow } from "./state/saved";
import { Store } from "./state/state";
import { Workbench } from "./state/workbench";

const client = new Client(takeToken());
const workbench = new Workbench(new Store(), client);

/** Opens the program that the address holds; says whether there is one. */
async function openLinked(): Promise<boolean> {
  const { program } = readFragment(location.hash);
  if (program === null) {
    return false;
  }
  history.replaceState(null, "", location.pathname + location.search);
  try {
    workbench.visit(await decodeText(program));
  } catch {
    const message =
      "The link is damaged: it was cut or changed on its way. Ask for it again, whole.";
    workbench.store.update({ problem: { message, of: "link", canRetry: false } });
  }
  return true;
}

/** Goes on with the program that was open last. */
function openSaved(): void {
  const saved = savedProgram();
  if (saved !== null) {
    workbench.open(saved.text, saved.name);
  }
}

/** Says why there is no page. */
function apologize(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  const words = `This browser cannot draw solids: ${reason} Allow WebGL, or take another browser.`;
  document.body.replaceChildren(element("p", { class: "apology", role: "alert" }, words));
}

try {
  new Page(workbench, client);
  addEventListener("pagehide", saveNow);
  addEventListener("hashchange", () => void openLinked());
  if (!(await openLinked())) {
    openSaved();
  }
} catch (error) {
  apologize(error);
}
