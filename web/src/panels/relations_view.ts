/** The constraints that hold in a sketch, each with a tick: what is ticked, edits keep. */

import { button, element } from "../dom/element";
import { type Constraint, isSameConstraint } from "../program/constraints/constraint";
import { foundConstraints } from "../program/constraints/found";
import { constraintsOf } from "../program/names";
import type { Sketch } from "../program/sketch";
import type { State } from "../state/state";
import type { Workbench } from "../state/workbench";
import { operationsOf, relationWords } from "./relation_words";

/** What a sketch keeps. */
export function keptIn(sketch: Sketch | null, { history }: State): readonly Constraint[] {
  const read = history?.present.read ?? null;
  return read === null || sketch === null ? [] : constraintsOf(read, sketch.index);
}

export class RelationsView {
  readonly element: HTMLElement;
  private readonly summary = element("summary");
  private readonly list = element("ul", { class: "relation-list" });
  private readonly details: HTMLDetailsElement;
  private sketch: Sketch | null = null;
  /** What the list now shows. */
  private shown = "";

  constructor(private readonly workbench: Workbench) {
    const all = button("Keep all", () => this.keep(this.found()), { class: "secondary" });
    const none = button("Keep none", () => this.keep([]), { class: "secondary" });
    const actions = element("div", { class: "sketch-actions" }, all, none);
    const hint = element(
      "p",
      { class: "hint" },
      "What is ticked holds when points and numbers change.",
    );
    this.details = element(
      "details",
      { class: "relations" },
      this.summary,
      hint,
      this.list,
      actions,
    );
    this.element = this.details;
    this.details.addEventListener("toggle", () => this.show(this.sketch, workbench.store.state));
  }

  /** Shows what holds in a sketch, and how much of it is kept. */
  show(sketch: Sketch | null, state: State): void {
    this.sketch = sketch;
    const kept = keptIn(sketch, state);
    this.details.hidden = sketch === null || sketch.curves.length === 0;
    this.summary.textContent = kept.length === 0 ? "Relations" : `Relations: ${kept.length} kept`;
    if (!this.details.open) {
      return;
    }
    const offered = [...this.found(), ...this.lengths()];
    const rest = kept.filter((one) => !offered.some((other) => isSameConstraint(one, other)));
    const rows = [...rest, ...offered];
    const shown = JSON.stringify([sketch?.index, rows, kept]);
    if (shown !== this.shown) {
      this.shown = shown;
      const boxes: (Element | null)[] = [...this.list.querySelectorAll("input")];
      const focused = boxes.indexOf(document.activeElement);
      this.list.replaceChildren(...rows.map((row) => this.row(row, kept)));
      this.list.querySelectorAll("input")[focused]?.focus();
    }
  }

  private row(constraint: Constraint, kept: readonly Constraint[]): HTMLLIElement {
    const box = element("input", { type: "checkbox" });
    box.checked = kept.some((one) => isSameConstraint(one, constraint));
    box.addEventListener("change", () => {
      const others = kept.filter((one) => !isSameConstraint(one, constraint));
      this.keep(box.checked ? [...others, constraint] : others);
    });
    const operations = operationsOf(constraint, this.sketch);
    const words = relationWords(constraint, operations);
    const row = element("li", {}, element("label", {}, box, words));
    row.addEventListener("pointerenter", () => this.point(operations));
    row.addEventListener("pointerleave", () => this.point([]));
    return row;
  }

  /** Shows in sketch and solid which curves a row is about. */
  private point(hovered: readonly number[]): void {
    this.workbench.store.update({ hovered });
  }

  private found(): Constraint[] {
    return foundConstraints(this.sketch?.curves.map(({ curve }) => curve) ?? []);
  }

  /** The length of every curve, which stays where that is wanted. */
  private lengths(): Constraint[] {
    return (this.sketch?.curves ?? []).map((_, curve) => ({ kind: "length", curves: [curve] }));
  }

  private keep(constraints: readonly Constraint[]): void {
    if (this.sketch !== null) {
      this.workbench.constrain(this.sketch.index, constraints);
    }
  }
}
