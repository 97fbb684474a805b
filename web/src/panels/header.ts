/** The bar on top: open, undo, redo, share, look, help. */

import { button, element } from "../dom/element";
import { type IconName, icon } from "../dom/icon";
import type { Workbench } from "../state/workbench";

/** What the bar's buttons do beyond the workbench. */
export interface HeaderActions {
  open(): void;
  share(): void;
  look(): void;
  help(): void;
}

export function header(workbench: Workbench, actions: HeaderActions): HTMLElement {
  const undo = tool("undo", "Undo", "Control+Z", () => workbench.undo());
  const redo = tool("redo", "Redo", "Control+Shift+Z", () => workbench.redo());
  const fresh = tool("add", "New or earlier part", "N", () => workbench.close());
  const share = tool("link", "Copy a link", "L", actions.share);
  const logo = element("strong", { class: "logo" }, "cadseq");
  const title = element("h1", { class: "part-title" });
  workbench.store.watch(["history"], ({ history, name }) => {
    title.hidden = history === null;
    title.textContent = name || "part";
    undo.disabled = (history?.past.length ?? 0) === 0;
    redo.disabled = (history?.future.length ?? 0) === 0;
    fresh.disabled = history === null;
    share.disabled = history === null;
  });
  return element(
    "header",
    { class: "bar" },
    logo,
    fresh,
    tool("file", "Open a picture or a program", "O", actions.open),
    undo,
    redo,
    element("span", { class: "spacer" }, title),
    share,
    tool("look", "Light or dark", "T", actions.look),
    tool("help", "Keys", "?", actions.help),
  );
}

function tool(name: IconName, label: string, key: string, act: () => void): HTMLButtonElement {
  const attributes = { class: "tool", "aria-label": label, title: `${label} (${key})` };
  return button(icon(name), act, { ...attributes, "aria-keyshortcuts": key });
}
