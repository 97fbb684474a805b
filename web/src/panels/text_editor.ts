/** The program as text: typed, built as soon as it is right, marked where it is not. */

import { element, section } from "../dom/element";
import type { Problem, State } from "../state/state";
import type { Workbench } from "../state/workbench";

export class TextEditor {
  readonly element: HTMLElement;
  private readonly area = element("textarea", {
    id: "text",
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
    wrap: "off",
    rows: 8,
    "aria-label": "Program text",
    "aria-describedby": "text-problem",
  });
  private readonly numbers = element("div", { class: "line-numbers", "aria-hidden": "true" });
  private readonly marks = element("pre", { class: "marks", "aria-hidden": "true" });
  private readonly problem = element("p", {
    id: "text-problem",
    class: "problem-text",
    role: "status",
  });

  private selected: number | null = null;
  private place = { top: 0, left: 0 };

  constructor(workbench: Workbench) {
    const box = element("div", { class: "editor" }, this.numbers, this.marks, this.area);
    this.element = section("text-panel", "Program text", box, this.problem);
    this.element.dataset.tab = "text";
    this.area.addEventListener("input", () => workbench.type(this.area.value));
    this.area.addEventListener("scroll", () => {
      this.place = { top: this.area.scrollTop, left: this.area.scrollLeft };
      this.follow(this.place);
    });
    workbench.store.watch(["text", "problem", "selected", "history"], (state) => this.show(state));
  }

  private show(state: State): void {
    if (this.area.value !== state.text) {
      this.area.value = state.text;
    }
    this.area.disabled = state.history === null;
    const problem = state.problem?.line === undefined ? null : state.problem;
    this.area.setAttribute("aria-invalid", String(problem !== null));
    this.problem.textContent = problem?.message ?? "";
    this.mark(state, problem);
    if (state.selected !== this.selected) {
      this.selected = state.selected;
      this.reveal();
    }
    // To ask the text where it is would lay out the page on every edit.
    if (this.place.top > 0 || this.place.left > 0) {
      this.follow(this.place);
    }
  }

  /** Draws line numbers, the line of the chosen operation, and what is wrong. */
  private mark({ text, selected }: State, problem: Problem | null): void {
    const lines = text.split("\n");
    const chosen = selected === null ? -1 : (operationLines(lines)[selected] ?? -1);
    this.numbers.replaceChildren(
      ...lines.map((_, at) =>
        element("span", { class: at + 1 === problem?.line ? "wrong" : null }, String(at + 1)),
      ),
    );
    this.marks.replaceChildren(
      ...lines.map((line, at) => {
        const isWrong = at + 1 === problem?.line;
        const content = isWrong ? underlined(line, problem.column ?? 1) : [line || " "];
        return element("span", { class: at === chosen ? "chosen" : null }, ...content);
      }),
    );
  }

  /** Scrolls to the line of the chosen operation, unless the text is being written. */
  private reveal(): void {
    const lines = [...this.marks.children];
    const line = lines.findIndex((one) => one.classList.contains("chosen"));
    const { clientHeight, scrollTop, scrollHeight } = this.area;
    if (line < 0 || clientHeight === 0 || document.activeElement === this.area) {
      return;
    }
    const top = (line / lines.length) * scrollHeight;
    const isSeen = top >= scrollTop && top + 30 <= scrollTop + clientHeight;
    this.area.scrollTop = isSeen ? scrollTop : top - clientHeight / 3;
  }

  /** Moves numbers and marks to where the text is scrolled. */
  private follow({ top, left }: { top: number; left: number }): void {
    this.marks.scrollTop = top;
    this.marks.scrollLeft = left;
    this.numbers.scrollTop = top;
  }
}

/** The lines that hold operations, in the order of the program. */
function operationLines(lines: readonly string[]): number[] {
  return lines.flatMap((line, at) => (line.replace(/#.*/, "").trim() === "" ? [] : [at]));
}

/** A line whose word at a column, counted from 1, is marked. */
function underlined(line: string, column: number): (Node | string)[] {
  const from = Math.min(Math.max(column - 1, 0), Math.max(line.length - 1, 0));
  const length = /^[^\s,()]+/.exec(line.slice(from))?.[0].length ?? 1;
  const word = line.slice(from, from + length) || " ";
  return [line.slice(0, from), element("mark", {}, word), line.slice(from + length)];
}
