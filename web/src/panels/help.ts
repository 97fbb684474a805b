/** The sheet of keys, which `?` opens. */

import { button, element } from "../dom/element";

const KEYS: readonly (readonly [string, string])[] = [
  ["Ctrl Z, Ctrl Shift Z", "undo, redo"],
  ["O", "open a picture or a program file"],
  ["N", "put the part away: a new one, or an earlier one"],
  ["K, H, D", "new sketch, hole, extrude the chosen sketch"],
  ["L A C R S G", "in a sketch: line, arc, circle, rectangle, slot, polygon"],
  ["I, J", "in a sketch: pattern along a line, about a centre"],
  ["digits", "while drawing: type the size"],
  ["Enter, Escape", "accept, or finish the sketch; one step back out"],
  ["Delete, Alt ↑, Alt ↓", "delete or move the chosen step"],
  ["Ctrl C, Ctrl V", "copy the chosen feature; put it on a face"],
  ["F", "fit to view"],
  ["0 to 6", "isometric, front, right, top, back, left, bottom"],
  ["E", "edges on or off"],
  ["X", "section"],
  ["Q", "orthographic view"],
  ["M", "measure points or faces"],
  ["P", "picture over the solid"],
  ["S", "save STEP (outside a sketch)"],
  ["L", "copy a link that holds the program (outside a sketch)"],
  ["T", "light, dark, or as the system"],
  ["arrows in a number", "1 mm; with Shift 10, with Alt 0.1"],
  ["arrows in the solid", "turn it; + and − zoom"],
  ["?", "this sheet"],
];

/** A dialog with all keys. */
export function helpDialog(): HTMLDialogElement {
  const rows = KEYS.map(([keys, does]) =>
    element("tr", {}, element("th", { scope: "row" }, keys), element("td", {}, does)),
  );
  const table = element("table", {}, element("tbody", {}, ...rows));
  const dialog = element("dialog", { id: "help", "aria-labelledby": "help-title" });
  const close = button("Close", () => dialog.close(), { class: "secondary" });
  dialog.append(element("h2", { id: "help-title" }, "Keys"), table, close);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  return dialog;
}
