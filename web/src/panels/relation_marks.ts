/** What a sketch keeps, as small marks beside its curves: each shows what it is about, and can be taken away. */

import { button, drawing, element } from "../dom/element";
import {
  type Constraint,
  type ConstraintKind,
  isSameConstraint,
} from "../program/constraints/constraint";
import { brokenConstraints } from "../program/constraints/found";
import type { Sketch } from "../program/sketch";
import type { State } from "../state/state";
import type { Workbench } from "../state/workbench";
import { type MarkPlace, markPlaces } from "./mark_places";
import { operationsOf, relationWords } from "./relation_words";
import { keptIn } from "./relations_view";
import type { Sheet } from "./sheet";

/** Strokes about a middle, 5 pixels to each side. */
const PATHS: Readonly<Record<ConstraintKind, string>> = {
  horizontal: "M-4.5 0H4.5M-4.5 -2V2M4.5 -2V2",
  vertical: "M0 -4.5V4.5M-2 -4.5H2M-2 4.5H2",
  perpendicular: "M-4.5 4H4.5M0 4V-4.5",
  equal: "M-4 -2H4M-4 2H4",
  tangent: "M-4.5 4.5H4.5M0 4.5A4 4 0 110 -3.5 4 4 0 010 4.5",
  concentric:
    "M-4.5 0A4.5 4.5 0 104.5 0 4.5 4.5 0 10-4.5 0M-1.5 0A1.5 1.5 0 101.5 0 1.5 1.5 0 10-1.5 0",
  symmetric: "M0 -5V5M-2.5 -2.5L-5 0 -2.5 2.5M2.5 -2.5L5 0 2.5 2.5",
  length: "M-5 -4V4M5 -4V4M-5 0H5M-3 -2L-5 0 -3 2M3 -2L5 0 3 2",
};

export class RelationMarks {
  readonly element = drawing("g", { class: "relation-marks" });
  /** What a chosen mark says, with its removal. */
  readonly choice: HTMLElement;
  private readonly words = element("span", { role: "status" });
  private kept: readonly Constraint[] = [];
  private sketch: Sketch | null = null;
  private chosen: Constraint | null = null;
  /** What is drawn now. */
  private shown = "";

  constructor(private readonly workbench: Workbench) {
    const remove = button("Remove", () => this.chosen && this.remove(this.chosen), {
      class: "secondary",
    });
    const leave = button("Leave", () => this.choose(null), { class: "secondary" });
    this.choice = element("div", { class: "mark-choice", hidden: true }, this.words, remove, leave);
  }

  show(sheet: Sheet, sketch: Sketch | null, state: State): void {
    this.kept = keptIn(sketch, state);
    this.sketch = sketch;
    this.showChoice();
    const places = sketch === null ? [] : markPlaces(sheet, sketch, this.kept);
    const broken = brokenConstraints(sketch?.curves.map(({ curve }) => curve) ?? [], this.kept);
    const shown = JSON.stringify([sketch?.index, places, broken]);
    if (shown !== this.shown) {
      this.shown = shown;
      const focused = [...this.element.children].indexOf(document.activeElement ?? this.element);
      const marks = places.map((place, at) =>
        this.mark(place, {
          isFirst: places.findIndex(({ constraint }) => constraint === place.constraint) === at,
          isBroken: broken.includes(place.constraint),
        }),
      );
      this.element.replaceChildren(...marks);
      marks[focused]?.focus();
    }
  }

  /** A mark; the first one of a relation can be reached by keyboard. */
  private mark(
    { constraint, x, y }: MarkPlace,
    { isFirst, isBroken }: { readonly isFirst: boolean; readonly isBroken: boolean },
  ): SVGGElement {
    const operations = operationsOf(constraint, this.sketch);
    const words = relationWords(constraint, operations);
    const mark = drawing(
      "g",
      {
        class: isBroken ? "relation-mark broken" : "relation-mark",
        transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
        ...(isFirst
          ? { role: "button", tabindex: 0, "aria-label": words }
          : { "aria-hidden": "true" }),
      },
      drawing("title", {}, isBroken ? `${words}; it does not hold now` : words),
      drawing("rect", { x: -8, y: -8, width: 16, height: 16, rx: 4 }),
      drawing("path", { d: PATHS[constraint.kind] }),
    );
    for (const begin of ["pointerenter", "focus"]) {
      mark.addEventListener(begin, () => this.point(operations));
    }
    for (const end of ["pointerleave", "blur"]) {
      mark.addEventListener(end, () => this.point([]));
    }
    mark.addEventListener("click", () => this.choose(constraint));
    mark.addEventListener("keydown", (event) => {
      const acts: Record<string, () => void> = {
        Enter: () => this.choose(constraint),
        " ": () => this.choose(constraint),
        Delete: () => this.remove(constraint),
      };
      const act = acts[event.key];
      if (act !== undefined) {
        // The page's own keys are for steps.
        event.preventDefault();
        event.stopPropagation();
        act();
      }
    });
    return mark;
  }

  /** Shows in sketch and solid which curves a mark is about. */
  private point(hovered: readonly number[]): void {
    this.workbench.store.update({ hovered });
  }

  private choose(constraint: Constraint | null): void {
    this.chosen = constraint;
    this.showChoice();
    this.choice.scrollIntoView({ block: "nearest" });
  }

  /** Keeps the elements while the words stay: a button that is pressed is not taken away. */
  private showChoice(): void {
    const chosen = this.kept.find((one) => this.chosen && isSameConstraint(one, this.chosen));
    this.chosen = chosen ?? null;
    this.choice.hidden = chosen === undefined;
    const words = chosen ? relationWords(chosen, operationsOf(chosen, this.sketch)) : "";
    if (words !== this.words.textContent) {
      this.words.textContent = words;
    }
  }

  private remove(constraint: Constraint): void {
    if (this.sketch !== null) {
      this.point([]);
      const rest = this.kept.filter((one) => !isSameConstraint(one, constraint));
      this.workbench.constrain(this.sketch.index, rest);
    }
  }
}
