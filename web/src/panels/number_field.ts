/** A number with its unit: a field for exact values and a slider for trying. */

import { element } from "../dom/element";
import { decimal, type LengthUnit, MILLIMETRES } from "../program/length";
import type { Quantity } from "../program/parameters";
import { readNumber } from "../program/typed_number";

/** What a person does with the number. */
export interface NumberActions {
  /**
   * A new value; `gesture` names the drag or the run of keys that it belongs to. Says why there is no such
   * value, null where there is.
   */
  change(value: number, gesture: string | null): string | null;
  /** The gesture has ended. */
  settle(): void;
}

export class NumberField {
  readonly element: HTMLElement;
  private readonly field: HTMLInputElement;
  private readonly slider: HTMLInputElement;
  private readonly refusal: HTMLElement;
  /** What the field's numbers are in: millimetres, or inches of them. */
  private readonly factor: number;
  private readonly unit: string;

  constructor(
    private parameter: Quantity,
    id: string,
    private readonly actions: NumberActions,
    lengthUnit: LengthUnit = "mm",
  ) {
    const { label } = parameter;
    const unit = parameter.unit === "mm" ? lengthUnit : parameter.unit;
    this.factor = unit === "in" ? MILLIMETRES.in : 1;
    const names = { mm: "millimetres", in: "inches", "°": "degrees", "": "" };
    const words = unit === "" ? label : `${label} in ${names[unit]}`;
    this.unit = unit;
    this.field = element("input", {
      id,
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      class: "number",
      role: "spinbutton",
      "aria-label": words,
    });
    this.slider = element("input", {
      type: "range",
      "data-parameter": parameter.key,
      "aria-label": words.replace(label, `${label}, slider,`),
    });
    this.refusal = element("p", { id: `${id}-refusal`, class: "refusal", role: "status" });
    this.field.setAttribute("aria-describedby", this.refusal.id);
    const caption = element("label", { for: id }, label);
    const value = element("span", { class: "number-box" }, this.field, element("span", {}, unit));
    this.element = element(
      "div",
      { class: "parameter" },
      caption,
      this.slider,
      value,
      this.refusal,
    );
    this.listen();
    this.show(parameter);
  }

  /** Shows the parameter's present value; what is being typed stays. */
  show(parameter: Quantity): void {
    const isOthers = parameter.value !== this.parameter.value && !this.isTyped(parameter.value);
    this.parameter = parameter;
    const { value, range } = parameter;
    const text = this.textOf(value);
    // The ends stay while a person drags: a slider that rescales under the thumb runs away.
    if (document.activeElement !== this.slider || this.slider.min === "") {
      this.slider.min = String(Math.min(range[0], value));
      this.slider.max = String(Math.max(range[1], value));
      this.slider.step = String(this.step);
    }
    if (document.activeElement !== this.slider || this.slider.valueAsNumber !== value) {
      this.slider.value = String(value);
    }
    this.slider.setAttribute("aria-valuetext", `${text} ${this.unit}`);
    this.field.setAttribute("aria-valuenow", text);
    if (document.activeElement !== this.field || isOthers) {
      this.field.value = text;
      this.say(null);
    }
  }

  private textOf(value: number): string {
    return decimal(value / this.factor, this.factor === 1 ? 3 : 4);
  }

  /** What a notch of the wheel and an arrow key on the slider change. */
  private get step(): number {
    const { unit, range } = this.parameter;
    const fine = 10 ** Math.floor(Math.log10((range[1] - range[0]) / 100));
    return unit === "mm" ? Math.min(0.1, fine) : 1;
  }

  /** Says why a value is refused; null where it is not. */
  private say(refusal: string | null): void {
    this.field.setAttribute("aria-invalid", String(refusal !== null));
    this.refusal.textContent = refusal;
  }

  /** Whether the field already says this value, in the words of the one who typed it. */
  private isTyped(value: number): boolean {
    const typed = readNumber(this.field.value, this.factor);
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
    // Only with the focus: else the panel could not be scrolled.
    this.element.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
  }

  private typed(): void {
    const value = readNumber(this.field.value, this.factor);
    if (value === null) {
      this.say("Type a number, such as 12, 1.2 cm, 25/2 or 1/2 in.");
    } else {
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
      // A tenth of an inch is about as far as a millimetre goes.
      const unit = this.factor === 1 ? 1 : this.factor / 10;
      const value = Number(decimal(this.parameter.value + direction * step * unit));
      this.field.value = this.textOf(value);
      this.change(value, "keys");
    }
  }

  private wheel(event: WheelEvent): void {
    if (this.element.contains(document.activeElement)) {
      event.preventDefault();
      const notches = (event.deltaY || event.deltaX) < 0 ? 1 : -1;
      const step = this.step * (event.shiftKey ? 10 : 1);
      const value = Number(decimal(this.parameter.value + notches * step));
      this.field.value = this.textOf(value);
      this.change(value, "wheel");
    }
  }

  private change(value: number, gesture: string): void {
    this.say(this.actions.change(value, `${this.field.id} ${gesture}`));
  }
}
