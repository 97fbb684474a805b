/** What the solid is, in numbers, under the solid. */

import { element } from "../dom/element";
import { decimal, type LengthUnit, lengthIn, MILLIMETRES, MM_PER_UNIT } from "../program/length";
import { trustOf, trustWords } from "../state/confidence";
import type { State } from "../state/state";
import type { Workbench } from "../state/workbench";

/** What is said while the program makes no solid. */
const OLD: [string, string, string] = ["old", "Shown", "the last solid that could be built"];

export class MeasuresBar {
  readonly element = element("dl", { class: "measures", "aria-label": "The solid" });

  constructor(workbench: Workbench) {
    workbench.store.watch(["build", "editMillis", "problem", "picture", "unit"], (state) =>
      this.show(state),
    );
  }

  private show({ build, editMillis, problem, picture, unit }: State): void {
    this.element.hidden = build === null;
    if (build === null) {
      return;
    }
    const isOld = problem?.of === "build" || problem?.of === "text";
    const items: [string, string, string][] = [
      ...(isOld ? [OLD] : []),
      ...sizes(build.measures, unit),
      ["bodies", "Bodies", `${build.bodies}`],
    ];
    if (editMillis !== null) {
      items.push(["time", "Rebuilt in", `${decimal(editMillis, 0)} ms`]);
    }
    if (picture !== null) {
      const { confidence } = picture.picture;
      items.push(["trust", "Reading", trustWords(confidence)]);
      this.element.dataset.trust = trustOf(confidence);
    }
    if (build.notes.length > 0) {
      items.push(["notes", "Note", build.notes.join(" ")]);
    }
    this.element.replaceChildren(
      ...items.map(([name, title, value]) =>
        element(
          "div",
          { class: name },
          element("dt", {}, title),
          element("dd", { id: `measure-${name}` }, value),
        ),
      ),
    );
  }
}

function sizes(
  measures: NonNullable<State["build"]>["measures"],
  unit: LengthUnit,
): [string, string, string][] {
  if (measures === null) {
    return [["volume", "Volume", "nothing is left"]];
  }
  const [low, high] = measures.box;
  const box = ([0, 1, 2] as const).map((axis) => lengthIn(high[axis] - low[axis], unit));
  if (unit === "in") {
    const inch = MILLIMETRES.in / MM_PER_UNIT;
    return [
      ["volume", "Volume", `${decimal(measures.volume / inch ** 3, 5)} in³`],
      ["area", "Area", `${decimal(measures.surface_area / inch ** 2, 4)} in²`],
      ["box", "Box", `${box.join(" × ")} in`],
    ];
  }
  return [
    ["volume", "Volume", `${decimal(measures.volume, 4)} cm³`],
    ["area", "Area", `${decimal(measures.surface_area, 3)} cm²`],
    ["box", "Box", `${box.join(" × ")} mm`],
  ];
}
