/** Controls of the view's tools: section, measuring, the picture. */

import { button, element } from "../dom/element";
import { decimal, MM_PER_UNIT } from "../program/length";
import { type Cut, SECTION_AXES } from "./section";
import type { Viewport } from "./viewport";

/** What is measured. */
export type MeasuredKind = "points" | "faces";

const MEASURED: Readonly<Record<MeasuredKind, string>> = { points: "points", faces: "faces" };

const MEASURING: Readonly<Record<MeasuredKind, string>> = {
  points: "Click two points; corners and edges are taken first.",
  faces: "Click a round face for its diameter, two faces for their distance or angle.",
};

/** Where the section lies, and a button that flips it. */
export function sectionRow(viewport: Viewport, first: Cut, changed: (cut: Cut) => void) {
  let cut = first;
  const place = element("output", { class: "value" });
  const slider = range("Place of the section", cut.share);
  const move = (change: Partial<Cut>): void => {
    cut = { ...cut, ...change };
    changed(cut);
    place.value = `${decimal(viewport.cut(cut) * MM_PER_UNIT, 1)} mm`;
    flip.setAttribute("aria-pressed", String(cut.isFlipped));
  };
  const axes = element("select", { "aria-label": "Axis of the section" });
  axes.append(
    ...SECTION_AXES.map((axis) => element("option", { value: axis }, axis.toUpperCase())),
  );
  axes.value = cut.axis;
  axes.addEventListener("change", () => {
    move({ axis: SECTION_AXES.find((axis) => axis === axes.value) ?? "z" });
  });
  slider.addEventListener("input", () => move({ share: slider.valueAsNumber }));
  const flip = button("Flip", () => move({ isFlipped: !cut.isFlipped }), { class: "secondary" });
  move({});
  return element("div", { class: "tray-row" }, "Section across", axes, slider, place, flip);
}

/** How much is seen of the solid and of the picture. */
export function pictureRow(viewport: Viewport): HTMLElement {
  const slider = range("Fade from solid to picture", 0.5);
  slider.addEventListener("input", () => viewport.pictureView.fade(slider.valueAsNumber));
  viewport.pictureView.fade(0.5);
  return element("div", { class: "tray-row" }, "Solid", slider, "Picture");
}

/** What is measured, with what to click. */
export function measureRow(kind: MeasuredKind, choose: (kind: MeasuredKind) => void): HTMLElement {
  const select = element("select", { class: "wide", "aria-label": "What is measured" });
  select.append(
    ...Object.entries(MEASURED).map(([value, title]) => element("option", { value }, title)),
  );
  select.value = kind;
  const hint = element("p", { class: "hint" }, MEASURING[kind]);
  select.addEventListener("change", () => {
    const chosen = select.value === "faces" ? "faces" : "points";
    hint.textContent = MEASURING[chosen];
    choose(chosen);
  });
  const row = element("label", { class: "tray-row" }, "Measure", select);
  return element("div", {}, row, hint);
}

function range(label: string, value: number): HTMLInputElement {
  const made = element("input", {
    type: "range",
    min: 0,
    max: 1,
    step: 0.005,
    "aria-label": label,
  });
  made.value = String(value);
  return made;
}
