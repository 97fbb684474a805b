/** Two points of the part and their distance. */

import { Vector3 } from "three";
import { drawing, element } from "../dom/element";
import { type LengthUnit, lengthText } from "../program/length";
import type { Mode } from "./mode";
import type { Picker } from "./picker";
import type { CanvasPoint } from "./sight";

/** Two points, in world coordinates. */
type Measured = readonly [Vector3, Vector3];

export class Ruler implements Mode {
  isOn = false;
  readonly overlay: SVGSVGElement;
  readonly label: HTMLElement;
  private first: Vector3 | null = null;
  private measured: Measured | null = null;
  private readonly line = drawing("line", { class: "ruler-line" });
  private readonly marks = [mark(), mark()];
  private readonly cursor = drawing("circle", { class: "ruler-cursor", r: 6 });

  /** @param done Is told of the distance of each pair of points, and of its end. */
  constructor(
    private readonly picker: Picker,
    private readonly done: (units: number | null) => void,
    private readonly unit: () => LengthUnit,
  ) {
    const parts = [this.line, ...this.marks, this.cursor];
    this.overlay = drawing("svg", { class: "ruler", "aria-hidden": "true" }, ...parts);
    this.label = element("output", { class: "ruler-label", hidden: true });
    this.hover(null);
    this.draw();
  }

  hover(at: CanvasPoint | null): void {
    const snap = at && this.picker.snap(at);
    this.cursor.toggleAttribute("hidden", snap === null);
    if (snap !== null) {
      place(this.cursor, this.picker.project(snap.point));
      this.cursor.dataset.kind = snap.kind;
    }
  }

  /** Takes a point: the first, or the second, or the first of the next pair. */
  click(at: CanvasPoint): void {
    const snap = this.picker.snap(at);
    if (snap === null) {
      return;
    }
    if (this.first === null) {
      this.first = snap.point;
      this.measured = null;
    } else {
      this.measured = [this.first, snap.point];
      this.first = null;
    }
    this.done(this.measured && new Vector3().subVectors(...this.measured).length());
    this.draw();
  }

  /** Forgets all points. */
  clear(): void {
    this.first = null;
    this.measured = null;
    this.hover(null);
    this.done(null);
    this.draw();
  }

  /** Puts line and label where the points now are on the canvas. */
  draw(): void {
    const points = this.measured ?? (this.first ? [this.first] : []);
    this.marks.forEach((mark, index) => {
      const point = points[index];
      mark.toggleAttribute("hidden", point === undefined);
      if (point !== undefined) {
        place(mark, this.picker.project(point));
      }
    });
    this.line.toggleAttribute("hidden", this.measured === null);
    this.label.hidden = this.measured === null;
    if (this.measured !== null) {
      this.placeDistance(this.measured);
    }
  }

  private placeDistance(measured: Measured): void {
    const [one, other] = measured.map((point) => this.picker.project(point));
    if (one === undefined || other === undefined) {
      return;
    }
    for (const [name, value] of Object.entries({
      x1: one.x,
      y1: one.y,
      x2: other.x,
      y2: other.y,
    })) {
      this.line.setAttribute(name, String(value));
    }
    const steps = new Vector3().subVectors(measured[1], measured[0]);
    const axes = (["x", "y", "z"] as const).map(
      (axis) => `Δ${axis} ${lengthText(steps[axis], this.unit())}`,
    );
    this.label.replaceChildren(
      element("strong", {}, lengthText(steps.length(), this.unit())),
      element("span", {}, axes.join("  ")),
    );
    this.label.style.left = `${(one.x + other.x) / 2}px`;
    this.label.style.top = `${(one.y + other.y) / 2}px`;
  }
}

function mark(): SVGCircleElement {
  return drawing("circle", { class: "ruler-mark", r: 4 });
}

function place(circle: SVGCircleElement, at: CanvasPoint): void {
  circle.setAttribute("cx", String(at.x));
  circle.setAttribute("cy", String(at.y));
}
