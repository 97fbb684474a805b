/** The areas of a sketch, of which the chosen extrude takes some: a click adds or takes away one. */

import { drawing } from "../dom/element";
import { type AddExtrude, withOperation } from "../program/operation";
import { type Profile, profilesOf } from "../program/profiles";
import type { Sketch } from "../program/sketch";
import type { State } from "../state/state";
import type { Workbench } from "../state/workbench";
import type { Sheet } from "./sheet";

export class SketchAreas {
  readonly element = drawing("g", { class: "areas" });

  constructor(private readonly workbench: Workbench) {}

  /** Shows the areas where an extrude of this sketch is chosen, and nothing else. */
  show(sheet: Sheet, sketch: Sketch | null, { program, selected }: State): void {
    const index = selected !== null && sketch?.extrudes.includes(selected) ? selected : null;
    const extrude = index === null ? undefined : program?.operations[index];
    if (index === null || extrude?.op !== "add_extrude") {
      this.element.replaceChildren();
      return;
    }
    const profiles = profilesOf(sketch?.curves.map(({ curve }) => curve) ?? []);
    const areas = profiles.map((profile, number) =>
      this.area(sheet, profile, number, extrude, index),
    );
    this.element.replaceChildren(...areas);
  }

  private area(
    sheet: Sheet,
    { outer, holes }: Profile,
    number: number,
    extrude: AddExtrude,
    index: number,
  ): SVGPathElement {
    const isTaken = extrude.profiles.includes(number);
    const loops = [outer, ...holes].map(({ points }) => `${sheet.path(points)}z`);
    const words = `Profile ${number}: click to ${isTaken ? "leave it out" : "take it too"}`;
    const path = drawing(
      "path",
      { class: isTaken ? "area taken" : "area", d: loops.join(""), "data-profile": number },
      drawing("title", {}, words),
    );
    path.addEventListener("click", () => this.toggle(extrude, index, number));
    return path;
  }

  private toggle(extrude: AddExtrude, index: number, number: number): void {
    const { program } = this.workbench.store.state;
    const { profiles } = extrude;
    const next = profiles.includes(number)
      ? profiles.filter((one) => one !== number)
      : [...profiles, number].sort((one, other) => one - other);
    if (next.length === 0) {
      this.workbench.tell("An extrude takes at least one profile.");
    } else if (program !== null) {
      this.workbench.edit(withOperation(program, index, { ...extrude, profiles: next }), null);
    }
  }
}
