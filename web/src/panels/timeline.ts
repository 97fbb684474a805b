/** The program as a timeline: an operation a row, the chosen one with its parameters. */

import { button, element, section } from "../dom/element";
import { type IconName, icon } from "../dom/icon";
import { describe } from "../program/describe";
import type { LengthUnit } from "../program/length";
import { nameOf } from "../program/names";
import { isCurve, type Operation, type Program } from "../program/operation";
import { type Parameter, parameters } from "../program/parameters";
import { sketchNumberOf } from "../program/sketch";
import type { Making } from "../state/making";
import type { State } from "../state/state";
import { NOT_KEPT, type Workbench } from "../state/workbench";
import { choices } from "./choices";
import { type NumberActions, NumberField } from "./number_field";
import { nameField, stepActions } from "./step_actions";

const ICONS: Readonly<Record<Operation["op"], IconName>> = {
  add_sketch: "sketch",
  add_line: "line",
  add_arc: "arc",
  add_circle: "circle",
  add_extrude: "extrude",
};

/** From here on the curves of one sketch are shown at a time. */
const MAX_UNFOLDED = 14;

/** Parameters that set the length or radius of a curve. */
const SIZES: readonly string[] = ["length", "radius", "diameter"];

/** A row, with the parts of it that change. */
interface Row {
  readonly item: HTMLLIElement;
  readonly step: HTMLButtonElement;
  readonly title: HTMLElement;
  readonly detail: HTMLElement;
  readonly fields: readonly NumberField[];
}

export class Timeline {
  readonly element: HTMLElement;
  private readonly list = element("ol", { class: "timeline" });
  private rows: Row[] = [];
  private shape = "";
  private selected: number | null = null;

  constructor(
    private readonly workbench: Workbench,
    private readonly making: Making,
  ) {
    this.element = section("steps", "Steps", this.list);
    this.element.dataset.tab = "steps";
    const { store } = workbench;
    store.watch(["program", "selected", "hovered", "build", "problem", "unit"], (state) =>
      this.show(state),
    );
    this.list.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("pointerover", (event) => this.point(event));
    this.list.addEventListener("pointerleave", () => store.update({ hovered: [] }));
  }

  private show(state: State): void {
    const { program } = state;
    const shape = program === null ? "" : shapeOf(program, state);
    if (shape !== this.shape) {
      this.shape = shape;
      this.rebuild(program, state);
    }
    if (program !== null) {
      const isFolded = folding(program, state);
      for (const [index, row] of this.rows.entries()) {
        this.refresh(row, index, program, state);
        row.item.hidden = isFolded(index);
      }
    }
    if (state.selected !== this.selected) {
      this.selected = state.selected;
      this.rows[state.selected ?? -1]?.item.scrollIntoView({ block: "nearest" });
    }
  }

  private rebuild(program: Program | null, state: State): void {
    const focused = this.rows.findIndex(({ step }) => step === document.activeElement);
    const operations = program?.operations ?? [];
    this.rows = operations.map((operation, index) => this.row(operation, index, state));
    this.list.replaceChildren(...this.rows.map(({ item }) => item));
    this.rows[focused]?.step.focus();
  }

  private row(operation: Operation, index: number, state: State): Row {
    const { program } = state;
    const isSelected = state.selected === index;
    const detail = element("span", { class: "detail" });
    const step = button(
      null,
      () => this.workbench.select(this.workbench.store.state.selected === index ? null : index),
      { class: "step", "aria-expanded": isSelected ? "true" : "false", "data-operation": index },
    );
    const title = element("span", { class: "title" });
    step.append(
      element("span", { class: "ordinal" }, String(index + 1)),
      icon(ICONS[operation.op]),
    );
    step.append(title, detail);
    const shown = program !== null && isSelected ? parameters(program, index) : [];
    const fields = shown.map((parameter) => this.field(parameter, index));
    const item = element("li", { class: `operation ${operation.op}` }, step);
    if (program !== null && isSelected) {
      const body = element("div", { class: "parameters" }, ...fields.map((field) => field.element));
      body.append(...choices(this.workbench, program, index, state.build));
      body.append(nameField(this.workbench, index), stepActions(this.making, operation, index));
      item.append(body);
    }
    return { item, step, title, detail, fields };
  }

  private refresh(row: Row, index: number, program: Program, state: State): void {
    const operation = program.operations[index];
    if (operation === undefined) {
      return;
    }
    const read = state.history?.present.read ?? null;
    const name = read === null ? "" : nameOf(read, index);
    const kind = describe(operation, state.unit).title;
    const detail = detailOf(program, index, operation, state.unit);
    row.title.textContent = name || kind;
    row.detail.textContent = name === "" ? detail : `${kind} ${detail}`;
    row.item.classList.toggle("hovered", state.hovered.includes(index));
    const isWrong = state.problem?.operation === index;
    row.item.classList.toggle("wrong", isWrong);
    const shown = row.fields.length > 0 ? parameters(program, index) : [];
    for (const [at, parameter] of shown.entries()) {
      row.fields[at]?.show(parameter);
    }
  }

  private field(parameter: Parameter, index: number): NumberField {
    const { workbench } = this;
    const { key } = parameter;
    const actions: NumberActions = {
      change(value, gesture) {
        const { program } = workbench.store.state;
        const now = program && parameters(program, index).find((one) => one.key === key);
        const next = program === null ? null : now?.set(program, value);
        if (!next || next === program) {
          return parameter.limits;
        }
        const sized = SIZES.includes(key) ? index : null;
        return workbench.edit(next, gesture, sized) ? null : NOT_KEPT;
      },
      settle: () => workbench.settle(),
    };
    return new NumberField(
      parameter,
      `operation-${index}-${key}`,
      actions,
      workbench.store.state.unit,
    );
  }

  /** Shows in the solid what the row under the pointer made. */
  private point(event: PointerEvent): void {
    const index = this.rows.findIndex(({ item }) => item.contains(event.target as Node));
    const { hovered } = this.workbench.store.state;
    if (index >= 0 && hovered.join() !== String(index)) {
      this.workbench.store.update({ hovered: [index] });
    }
  }

  /** Arrows go from row to row. */
  private key(event: KeyboardEvent): void {
    const rows = this.rows.filter(({ item }) => !item.hidden);
    const at = rows.findIndex(({ step }) => step === event.target);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (at >= 0 && next !== undefined) {
      event.preventDefault();
      rows[next]?.step.focus();
    }
  }
}

/** Which curves a long timeline leaves out: those of sketches that neither are chosen nor have a fault. */
function folding(program: Program, { selected, problem }: State): (index: number) => boolean {
  if (program.operations.length <= MAX_UNFOLDED) {
    return () => false;
  }
  const shown = [selected, problem?.operation].flatMap((index) =>
    typeof index === "number" ? [sketchNumberOf(program, index)] : [],
  );
  let sketch = -1;
  const folded = program.operations.map((operation) => {
    sketch += operation.op === "add_sketch" ? 1 : 0;
    return isCurve(operation) && !shown.includes(sketch);
  });
  return (index) => folded[index] ?? false;
}

/** What tells a step from its neighbours; a sketch of a long program says how much is in it. */
function detailOf(program: Program, index: number, operation: Operation, unit: LengthUnit): string {
  const { detail } = describe(operation, unit);
  if (operation.op !== "add_sketch" || program.operations.length <= MAX_UNFOLDED) {
    return detail;
  }
  const rest = program.operations.slice(index + 1);
  const end = rest.findIndex((one) => !isCurve(one));
  const count = end < 0 ? rest.length : end;
  return `${detail}, ${count} ${count === 1 ? "curve" : "curves"}`;
}

/** What rows and fields there are; while it stays, only their values change. */
function shapeOf(program: Program, { selected, build, unit }: State): string {
  const chosen = selected === null ? undefined : program.operations[selected];
  const kinds = program.operations.map(({ op }) => op).join();
  const choice =
    chosen?.op === "add_extrude"
      ? [Object.keys(chosen.extent), chosen.operation, chosen.profiles].join()
      : chosen?.op === "add_sketch"
        ? JSON.stringify(chosen.plane)
        : "";
  const profiles = build?.sketches.map((sketch) => sketch.profiles).join();
  return [kinds, selected, choice, profiles, unit].join(" ");
}
