/** One face of the part, or two: a diameter, a distance or an angle. */

import { Vector3 } from "three";
import { element } from "../dom/element";
import { type Relation, relationOf, type Surface, surfaceOf } from "../drawing/surfaces";
import { decimal, type LengthUnit, lengthText } from "../program/length";
import type { Mode } from "./mode";
import type { Part } from "./part";
import type { Picker } from "./picker";
import type { CanvasPoint } from "./sight";

interface Measured {
  readonly face: number;
  readonly surface: Surface;
}

const DISTANCES = {
  planes: "between the faces",
  axes: "between the axes",
  axis: "from the axis to the face",
} as const;

export class FaceRuler implements Mode {
  isOn = false;
  readonly label = element("output", { class: "face-label", hidden: true });
  private measured: readonly Measured[] = [];
  private hovered: number | null = null;

  /**
   * @param changed Is told when other faces are marked than before.
   * @param done Is told of each length that is measured, and of its end.
   */
  constructor(
    private readonly part: Part,
    private readonly picker: Picker,
    private readonly unit: () => LengthUnit,
    private readonly changed: () => void,
    private readonly done: (units: number | null) => void,
  ) {}

  /** How a face is marked. */
  marks(face: number): "selected" | "hovered" | null {
    if (this.measured.some((one) => one.face === face)) {
      return "selected";
    }
    return this.hovered === face ? "hovered" : null;
  }

  hover(at: CanvasPoint | null): void {
    const hovered = at && this.picker.face(at);
    if (hovered !== this.hovered) {
      this.hovered = hovered;
      this.changed();
    }
  }

  /** Takes a face: the first, or the second, or the first of the next pair. */
  click(at: CanvasPoint): void {
    const face = this.picker.face(at);
    const surface = face === null ? null : surfaceOf(this.part.mesh, face);
    if (face === null || surface === null) {
      this.clear();
      return;
    }
    const isSecond = this.measured.length === 1 && this.measured[0]?.face !== face;
    this.measured = isSecond ? [...this.measured, { face, surface }] : [{ face, surface }];
    this.tell();
  }

  /** Forgets all faces. */
  clear(): void {
    if (this.measured.length > 0 || this.hovered !== null) {
      this.measured = [];
      this.hovered = null;
      this.tell();
    }
  }

  /** Puts the label where the faces now are on the canvas. */
  draw(): void {
    const places = this.measured.map(({ surface }) =>
      this.picker.project(new Vector3(...surface.middle)),
    );
    this.label.hidden = places.length === 0;
    const mean = (of: (place: CanvasPoint) => number): number =>
      places.reduce((sum, place) => sum + of(place), 0) / places.length;
    if (places.length > 0) {
      this.label.style.left = `${mean(({ x }) => x)}px`;
      this.label.style.top = `${mean(({ y }) => y)}px`;
    }
  }

  private tell(): void {
    const [one, other] = this.measured.map(({ surface }) => surface);
    const relation = one && other ? relationOf(one, other) : null;
    const [strong, words] = relation ? this.inWords(relation) : this.alone(one);
    this.label.replaceChildren(element("strong", {}, strong), element("span", {}, words));
    const own = one?.kind === "cylinder" ? 2 * one.radius : null;
    this.done(relation === null ? own : relation.kind === "distance" ? relation.units : null);
    this.changed();
  }

  private alone(surface: Surface | undefined): [string, string] {
    return surface?.kind === "cylinder"
      ? [`⌀ ${lengthText(2 * surface.radius, this.unit())}`, "round face"]
      : ["Flat face", "click another one"];
  }

  private inWords(relation: Relation): [string, string] {
    if (relation.kind === "angle") {
      return [`${decimal(relation.degrees, 2)}°`, "between the faces"];
    }
    const { units, of } = relation;
    return of === "axes" && units < 1e-6
      ? ["Concentric", "one axis"]
      : [lengthText(units, this.unit()), DISTANCES[of]];
  }
}
