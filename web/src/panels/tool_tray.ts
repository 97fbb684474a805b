/** What the tool in use wants to know: what to do next, and numbers that can be typed. */

import { button, element } from "../dom/element";
import { SHAPES } from "../drawing/shapes";
import { type LengthUnit, lengthIn, MM_PER_UNIT } from "../program/length";
import { ORIGIN_PLANES, type Point } from "../program/operation";
import type { Quantity } from "../program/parameters";
import type { Making } from "../state/making";
import type { State } from "../state/state";
import type { Workbench } from "../state/workbench";
import type { Viewport } from "../viewport/viewport";
import { type NumberActions, NumberField } from "./number_field";

export class ToolTray {
  readonly element = element("div", { class: "tray make-tray", role: "group", hidden: true });
  private readonly hint = element("p", { class: "hint", role: "status" });
  private readonly place = element("p", { class: "place" });
  private readonly fields = element("div", { class: "tray-fields" });
  private fieldsOf = "";
  private shown: NumberField[] = [];

  constructor(
    private readonly workbench: Workbench,
    private readonly making: Making,
    private readonly viewport: Viewport,
  ) {
    this.element.setAttribute("aria-label", "Tool in use");
    this.element.append(this.hint, this.place, this.fields);
    this.element.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("keydown", (event) => this.digit(event), { capture: true });
    workbench.store.watch(["sketching", "tool", "unit"], (state) => this.ask(state));
    for (const mode of [viewport.sketching, viewport.stamping]) {
      mode.onChange(() => this.ask(workbench.store.state));
    }
  }

  /** Says what to do next, with fields for what can be typed. */
  private ask(state: State): void {
    const asked = this.asked(state);
    this.element.hidden = asked === null;
    if (asked === null) {
      this.fieldsOf = "";
      return;
    }
    if (this.hint.textContent !== asked.hint) {
      this.hint.textContent = asked.hint;
    }
    this.place.textContent = placeWords(
      this.viewport.sketching.place ?? this.viewport.stamping.place,
      state.unit,
    );
    const shape = [asked.key, state.unit, ...asked.numbers.map(({ label }) => label)].join();
    if (shape !== this.fieldsOf) {
      this.fieldsOf = shape;
      this.shown = asked.numbers.map((number) => this.field(number));
      this.fields.replaceChildren(
        ...(asked.extras?.() ?? []),
        ...this.shown.map((field) => field.element),
      );
    }
    for (const [at, number] of asked.numbers.entries()) {
      this.shown[at]?.show(number);
    }
  }

  /** Enter takes the point with what was typed. */
  private key(event: KeyboardEvent): void {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
      this.viewport.sketching.accept();
      this.viewport.focus();
    }
  }

  /** A digit while something is drawn begins its first number. */
  private digit(event: KeyboardEvent): void {
    const isOther = event.ctrlKey || event.metaKey || event.altKey || isField(event.target);
    if (this.viewport.sketching.isBusy && !isOther && /^[\d.]$/.test(event.key)) {
      this.fields.querySelector<HTMLInputElement>(".number")?.focus();
      event.stopPropagation();
    }
  }

  private field(number: Wanted): NumberField {
    const { label } = number;
    const actions: NumberActions = {
      change: (value) => {
        const now = this.asked(this.workbench.store.state)?.numbers.find(
          (one) => one.label === label,
        );
        return now?.take(value) ? null : number.limits;
      },
      settle: () => undefined,
    };
    const { unit } = this.workbench.store.state;
    const field = new NumberField(number, `tool-${number.key}`, actions, unit);
    field.element.classList.toggle("without-slider", number.isQuick);
    return field;
  }

  private asked(state: State): Asked | null {
    const { tool, sketching } = state;
    switch (tool?.kind) {
      case "plane":
        return {
          key: "plane",
          hint: "Click a flat face or a plane for the sketch.",
          numbers: [],
          extras: () =>
            ORIGIN_PLANES.map((plane) =>
              button(plane, () => this.making.sketchOn(plane), {
                class: "secondary",
                "aria-label": `Sketch on ${plane}`,
              }),
            ),
        };
      case "draw":
        return this.askedOfStroke();
      case "pattern":
        return this.askedOfPattern(tool.pattern === "line");
      case "hole":
        return this.askedOfHole();
      case "paste":
        return {
          key: "paste",
          hint: "Click where the feature goes.",
          numbers: [],
        };
      case undefined:
        return sketching === null
          ? null
          : {
              key: "select",
              hint: "Drag points; click a curve to change it.",
              numbers: [],
            };
    }
  }

  private askedOfStroke(): Asked {
    const { sketching } = this.viewport;
    const { stroke } = sketching;
    const measures = (stroke?.measures ?? []).map((measure): Wanted => {
      const factor = measure.unit === "mm" ? MM_PER_UNIT : 1;
      const value = measure.of(stroke?.all ?? []) * factor;
      return {
        ...quick(measure.label, measure.unit, Number.isFinite(value) ? value : 0),
        take: (typed) => {
          sketching.type(measure, typed / factor);
          return true;
        },
      };
    });
    const sides: Wanted[] =
      stroke?.shape === SHAPES.polygon
        ? [{ ...quick("Sides", "", sketching.sides), take: (typed) => sketching.setSides(typed) }]
        : [];
    return {
      key: "stroke",
      hint: stroke?.hint ?? "",
      numbers: [...measures, ...sides],
    };
  }

  private askedOfPattern(isLine: boolean): Asked {
    const { sketching } = this.viewport;
    const words = isLine ? "where the second one goes" : "the centre";
    return {
      key: "pattern",
      hint: `Click ${words}; the wheel changes how many there are.`,
      numbers: [
        {
          ...quick("Count", "", sketching.count),
          take: (typed) => sketching.setCount(typed),
        },
      ],
    };
  }

  private askedOfHole(): Asked {
    const { stamping } = this.viewport;
    const through = (): HTMLElement => {
      const box = element("input", { type: "checkbox" });
      box.checked = stamping.depth === null;
      box.addEventListener("change", () =>
        stamping.setDepth(box.checked ? null : stamping.diameter),
      );
      return element("label", { class: "check" }, box, "Through");
    };
    const diameter: Wanted = {
      ...quick("Diameter", "mm", stamping.diameter * MM_PER_UNIT),
      isQuick: false,
      range: [1, 30],
      take: (typed) => stamping.setDiameter(typed / MM_PER_UNIT),
    };
    const depth: Wanted = {
      ...quick("Depth", "mm", (stamping.depth ?? 0) * MM_PER_UNIT),
      isQuick: false,
      range: [0.5, 50],
      take: (typed) => stamping.setDepth(typed / MM_PER_UNIT),
    };
    return {
      key: `hole ${stamping.depth === null}`,
      hint: "Click a flat face; the wheel changes the diameter.",
      numbers: stamping.depth === null ? [diameter] : [diameter, depth],
      extras: () => [through()],
    };
  }
}

interface Asked {
  /** What the fields belong to. */
  readonly key: string;
  readonly hint: string;
  readonly numbers: readonly Wanted[];
  /** What stands before the numbers. */
  extras?(): HTMLElement[];
}

interface Wanted extends Quantity {
  /** Whether the pointer sets it too, and a slider would be in the way. */
  readonly isQuick: boolean;
  /** Takes a number; says whether it can be. */
  take(value: number): boolean;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** Sketch coordinates of the pointer. */
function placeWords(point: Point | null, unit: LengthUnit): string {
  const [x, y] = (point ?? []).map((value) => lengthIn(value, unit, 3));
  return x === undefined ? "" : `x ${x}, y ${y} ${unit}`;
}

function quick(label: string, unit: Wanted["unit"], value: number): Omit<Wanted, "take"> {
  const limits = `This wants a number above 0.`;
  return { key: label.toLowerCase(), label, unit, value, range: [0, 1], limits, isQuick: true };
}
