/** "This length is 40 mm": one known length sets the size of the whole program. */

import { button, element, section } from "../dom/element";
import { decimal, lengthIn, lengthText, MILLIMETRES, MM_PER_UNIT } from "../program/length";
import { type NamedLength, namedLengths } from "../program/scale";
import { readNumber } from "../program/typed_number";
import type { Build } from "../server/answers";
import type { State } from "../state/state";
import type { Workbench } from "../state/workbench";

export class ScalePanel {
  readonly element: HTMLElement;
  private readonly which = element("select", { "aria-label": "The known length" });
  private readonly known = element("input", {
    type: "text",
    inputmode: "decimal",
    class: "number",
    "aria-label": "Its true length in millimetres",
  });
  private readonly unit = element("span");
  private lengths: readonly NamedLength[] = [];
  private measured: number | null = null;

  constructor(private readonly workbench: Workbench) {
    const box = element("span", { class: "number-box" }, this.known, this.unit);
    const act = button("Set scale", () => this.apply(), { class: "secondary" });
    const row = element("div", { class: "scale-row" }, this.which, "is", box, act);
    this.element = section("scale", "Scale", row, unitChoice(workbench));
    this.element.dataset.tab = "picture";
    this.which.addEventListener("change", () => this.propose());
    this.known.addEventListener("keydown", (event) => event.key === "Enter" && this.apply());
    workbench.store.watch(["program", "build", "unit"], (state) => this.show(state));
  }

  /** Takes the distance of two measured points, in model units. */
  measure(units: number | null): void {
    this.measured = units;
    this.show(this.workbench.store.state);
    if (units !== null) {
      this.which.selectedIndex = 0;
      this.propose();
    }
  }

  private show(state: State): void {
    const chosen = this.lengths[this.which.selectedIndex]?.name;
    const { program } = state;
    const own = program === null ? [] : namedLengths(program);
    const measured = this.measured ? [{ name: "Measured", units: this.measured }] : [];
    this.lengths = [...measured, ...own, ...boxLengths(state.build)];
    this.unit.textContent = state.unit;
    const options = this.lengths.map(({ name, units }) =>
      element("option", {}, `${name}, ${lengthText(units, state.unit)}`),
    );
    this.which.replaceChildren(...options);
    const again = this.lengths.findIndex(({ name }) => name === chosen);
    this.which.selectedIndex = Math.max(0, again);
    if (document.activeElement !== this.known) {
      this.propose();
    }
  }

  private propose(): void {
    const length = this.lengths[this.which.selectedIndex];
    this.known.value =
      length === undefined ? "" : lengthIn(length.units, this.workbench.store.state.unit, 3);
    this.known.removeAttribute("aria-invalid");
  }

  private apply(): void {
    const length = this.lengths[this.which.selectedIndex];
    const known = readNumber(this.known.value, MILLIMETRES[this.workbench.store.state.unit]);
    const isGood = known !== null && known > 0;
    this.known.setAttribute("aria-invalid", String(!isGood));
    if (length === undefined || !isGood) {
      this.workbench.tell("Give the true length as a number above 0, such as 40 or 1.5 in.");
      return;
    }
    const factor = known / MM_PER_UNIT / length.units;
    this.workbench.scale(factor);
    this.workbench.tell(`Everything is ${decimal(factor, 4)} times as large.`);
  }
}

/** In which lengths are shown, and typed where no unit is said. */
function unitChoice(workbench: Workbench): HTMLElement {
  const choices = { mm: "Millimetres", in: "Inches" };
  const select = element(
    "select",
    {},
    ...Object.entries(choices).map(([unit, name]) => element("option", { value: unit }, name)),
  );
  select.addEventListener("change", () => {
    workbench.showIn(select.value === "in" ? "in" : "mm");
  });
  workbench.store.watch(["unit"], ({ unit }) => {
    select.value = unit;
  });
  return element("label", { class: "choice" }, element("span", {}, "Lengths in"), select);
}

function boxLengths(build: Build | null): NamedLength[] {
  const box = build?.measures?.box;
  if (box === undefined) {
    return [];
  }
  const [low, high] = box;
  return [
    { name: "Whole part, x", units: high[0] - low[0] },
    { name: "Whole part, y", units: high[1] - low[1] },
    { name: "Whole part, z", units: high[2] - low[2] },
  ];
}
