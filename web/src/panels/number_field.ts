/** A number with its unit: a field for exact values and a slider for trying. */

import { element } from "../dom/element";
import { decimal, readNumber } from "../program/length";
import type { Parameter } from "../program/parameters";

/** What a person does with the number. */
export interface NumberActions {
  /** A new value; `gesture` names the drag or the run of keys that it belongs to. */
  change(value: number, gesture: string | null): void;
  /** The gesture has ended. */
  settle(): void;
}

export class NumberField {
  readonly element: HTMLElement;
  private readonly field: HTMLInputElement;
  private readonly slider: HTMLInputElement;

  constructor(
    private parameter: Parameter,
    id: string,
    private readonly actions: NumberActions,
  ) {
    const { label, unit } = parameter;
    const unitWords = unit === "mm" ? "millimetres" : "degrees";
    this.field = element("input", {
      id,
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      class: "number",
      role: "spinbutton",
      "aria-label": `${label} in ${unitWords}`,
    });
    this.slider = element("input", {
      type: "range",
      "data-parameter": parameter.key,
      "aria-label": `${label}, slider, in ${unitWords}`,
      step: unit === "mm" ? 0.1 : 1,
    });
    const caption = element("label", { for: id }, label);
    const value = element("span", { class: "number-box" }, this.field, element("span", {}, unit));
    this.element = element("div", { class: "parameter" }, caption, this.slider, value);
    this.listen();
    this.show(parameter);
  }

  /** Shows the parameter's present value; what is being typed stays. */
  show(parameter: Parameter): void {
    const isOthers = parameter.value !== this.parameter.value && !this.isTyped(parameter.value);
    this.parameter = parameter;
    const { value, range } = parameter;
    const text = decimal(value);
    // The ends stay while a person drags: a slider that rescales under the thumb runs away.
    if (document.activeElement !== this.slider || this.slider.min === "") {
      this.slider.min = String(Math.min(range[0], value));
      this.slider.max = String(Math.max(range[1], value));
    }
    if (document.activeElement !== this.slider || this.slider.valueAsNumber !== value) {
      this.slider.value = String(value);
    }
    this.slider.setAttribute("aria-valuetext", `${text} ${parameter.unit}`);
    this.field.setAttribute("aria-valuenow", text);
    if (document.activeElement !== this.field || isOthers) {
      this.field.value = text;
      this.field.removeAttribute("aria-invalid");
    }
  }

  /** Whether the field already says this value, in the words of the one who typed it. */
  private isTyped(value: number): boolean {
    const typed = readNumber(this.field.value);
    return typed !== null && Math.abs(typed - value) <= 1e-6 * Math.max(1, Math.abs(value));
  }

  private listen(): void {
    const { slider, field } = this;
    slider.addEventListener("input", () => this.change(slider.valueAsNumber, "slider"));
    slider.addEventListener("change", () => this.actions.settle());
    field.addEventListener("focus", () => field.select());
    field.addEventListener("input", () => this.typed());
    field.addEventListener("blur", () => {
      this.actions.settle();
      this.show(this.parameter);
    });
    field.addEventListener("keydown", (event) => this.key(event));
  }

  private typed(): void {
    const value = readNumber(this.field.value);
    this.field.setAttribute("aria-invalid", String(value === null));
    if (value !== null) {
      this.change(value, "typing");
    }
  }

  private key(event: KeyboardEvent): void {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (event.key === "Enter") {
      this.actions.settle();
      this.field.select();
    } else if (direction !== undefined) {
      event.preventDefault();
      const step = event.shiftKey ? 10 : event.altKey ? 0.1 : 1;
      const value = Number(decimal(this.parameter.value + direction * step));
      this.field.value = decimal(value);
      this.change(value, "keys");
    }
  }

  private change(value: number, gesture: string): void {
    this.actions.change(value, `${this.field.id} ${gesture}`);
  }
}
