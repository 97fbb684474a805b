/** What can be done with a step as a whole: its name, its place, and whether it is there. */

import { button, element } from "../dom/element";
import { type IconName, icon } from "../dom/icon";
import { nameOf } from "../program/names";
import type { Operation } from "../program/operation";
import type { Making } from "../state/making";
import type { Workbench } from "../state/workbench";

/** The name of a step, as a field. */
export function nameField(workbench: Workbench, index: number): HTMLElement {
  const read = workbench.store.state.history?.present.read ?? null;
  const name = read === null ? "" : nameOf(read, index);
  const input = element("input", {
    type: "text",
    value: name,
    placeholder: "None",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: 80,
  });
  input.addEventListener("change", () => workbench.nameStep(index, input.value));
  return element("label", { class: "choice" }, element("span", {}, "Name"), input);
}

/** Buttons to draw in a sketch, to extrude it, to move and to delete a step. */
export function stepActions(making: Making, operation: Operation, index: number): HTMLElement {
  const own =
    operation.op === "add_sketch"
      ? [
          wordy("sketch", "Draw", "Draw in this sketch", () => making.openSketch(index)),
          wordy("extrude", "Extrude", "Extrude this sketch", () => making.extrude()),
        ]
      : [];
  const what = operation.op === "add_sketch" ? "the sketch with all of its steps" : "the step";
  return element(
    "div",
    { class: "step-actions", role: "group", "aria-label": "This step" },
    ...own,
    element("span", { class: "spacer" }),
    small("up", `Move ${what} up`, "Alt+ArrowUp", () => making.move(index, -1)),
    small("down", `Move ${what} down`, "Alt+ArrowDown", () => making.move(index, 1)),
    small("delete", `Delete ${what}`, "Delete", () => making.remove(index)),
  );
}

function wordy(name: IconName, word: string, label: string, act: () => void): HTMLButtonElement {
  const made = button(icon(name), act, { class: "secondary", "aria-label": label, title: label });
  made.append(word);
  return made;
}

function small(name: IconName, label: string, key: string, act: () => void): HTMLButtonElement {
  const attributes = { class: "tool", "aria-label": label, title: `${label} (${key})` };
  return button(icon(name), act, { ...attributes, "aria-keyshortcuts": key });
}
