/** The tools that make something. */

import { button, element } from "../dom/element";
import { type IconName, icon } from "../dom/icon";
import { SHAPE_NAMES, SHAPES } from "../drawing/shapes";
import { isCurve } from "../program/operation";
import type { Making } from "../state/making";
import type { State, Tool } from "../state/state";
import type { Workbench } from "../state/workbench";

export class MakeBar {
  readonly element = element("div", { class: "make", role: "toolbar", "aria-label": "Make" });
  private shape = "";

  constructor(
    private readonly workbench: Workbench,
    private readonly making: Making,
  ) {
    const keys = ["history", "sketching", "tool", "selected", "copied", "build"] as const;
    workbench.store.watch(keys, (state) => this.show(state));
  }

  private show(state: State): void {
    this.element.hidden = state.history === null;
    const shape = JSON.stringify([state.tool, state.sketching !== null, possible(state)]);
    if (shape !== this.shape) {
      this.shape = shape;
      this.offer(state);
    }
  }

  /** Shows the tools that there are now; the one with the focus keeps it. */
  private offer(state: State): void {
    const tools = state.sketching === null ? this.partTools(state) : this.sketchTools(state);
    const focused = document.activeElement?.getAttribute("aria-label");
    const had = this.element.contains(document.activeElement);
    this.element.replaceChildren(...tools);
    if (had) {
      tools.find((tool) => tool.getAttribute("aria-label") === focused)?.focus();
    }
  }

  private partTools(state: State): HTMLButtonElement[] {
    const { making } = this;
    const { hasStep, hasSolid, hasCopy } = possible(state);
    return [
      this.choice("sketch", "Sketch", "K", { kind: "plane" }),
      this.act("extrude", "Extrude the chosen sketch", "D", () => making.extrude(), hasStep),
      this.choice("hole", "Hole", "H", { kind: "hole" }, hasSolid),
      this.act("copy", "Copy the chosen feature", "Control+C", () => this.copy(), hasStep),
      this.choice("paste", "Paste the feature", "Control+V", { kind: "paste" }, hasCopy),
    ];
  }

  private sketchTools(state: State): HTMLButtonElement[] {
    const { making } = this;
    const { hasCurve } = possible(state);
    return [
      this.choice("select", "Choose and move", "Escape", null),
      ...SHAPE_NAMES.map((shape) =>
        this.choice(shape, SHAPES[shape].title, SHAPES[shape].key, { kind: "draw", shape }),
      ),
      this.choice(
        "row",
        "Pattern along a line",
        "I",
        { kind: "pattern", pattern: "line" },
        hasCurve,
      ),
      this.choice(
        "ring",
        "Pattern about a centre",
        "J",
        { kind: "pattern", pattern: "circle" },
        hasCurve,
      ),
      this.act("extrude", "Extrude", "D", () => making.extrude(), true),
      this.act("done", "Finish the sketch", "Enter", () => making.closeSketch(), true),
    ];
  }

  private choice(
    name: IconName,
    label: string,
    key: string,
    tool: Tool | null,
    isPossible = true,
  ): HTMLButtonElement {
    const { making, workbench } = this;
    const now = workbench.store.state.tool;
    const isTaken = JSON.stringify(now) === JSON.stringify(tool);
    const made = this.act(name, label, key, () => making.take(isTaken ? null : tool), isPossible);
    made.setAttribute("aria-pressed", String(isTaken));
    return made;
  }

  private act(
    name: IconName,
    label: string,
    key: string,
    act: () => void,
    isPossible: boolean,
  ): HTMLButtonElement {
    const attributes = { class: "tool", "aria-label": label, title: `${label} (${key})` };
    const made = button(icon(name), act, { ...attributes, "aria-keyshortcuts": key });
    made.disabled = !isPossible;
    return made;
  }

  private copy(): void {
    const { selected } = this.workbench.store.state;
    if (selected !== null) {
      this.making.copy(selected);
    }
  }
}

/** What there is for tools to work on. */
function possible({ selected, program, copied, build }: State) {
  const operation = selected === null ? undefined : program?.operations[selected];
  return {
    hasStep: operation !== undefined,
    hasCurve: isCurve(operation),
    hasSolid: build !== null,
    hasCopy: copied !== null,
  };
}
