/** The sketch of the chosen operation, flat: its curves, and its points to drag. */

import { button, drawing, element, section, setAttributes } from "../dom/element";
import { type Handle, handles } from "../drawing/handles";
import { polyline } from "../program/arc";
import { decimal, lengthText, MM_PER_UNIT } from "../program/length";
import type { Point } from "../program/operation";
import { type Sketch, sketches } from "../program/sketch";
import type { State } from "../state/state";
import type { Workbench } from "../state/workbench";
import { RelationMarks } from "./relation_marks";
import { RelationsView } from "./relations_view";
import { Sheet } from "./sheet";
import { SketchAreas } from "./sketch_areas";
import { SketchPicture } from "./sketch_picture";

/** By how much the pieces of a drawn curve turn: none shows on a sheet that fills the screen. */
const SHOWN_STEP_DEG = 1.5;

export class SketchView {
  readonly element: HTMLElement;
  private readonly svg = drawing("svg", { class: "sheet", role: "group" });
  private readonly curves = drawing("g", { class: "curves" });
  private readonly points = drawing("g", { class: "points" });
  private readonly grid = drawing("path", { class: "grid" });
  private readonly axes = drawing("path", { class: "axes" });
  private readonly where = element("p", { class: "hint" });
  private readonly areas: SketchAreas;
  private readonly relations: RelationsView;
  private readonly marks: RelationMarks;
  private readonly picture = new SketchPicture();
  private readonly under = button("Picture below", () => this.togglePicture(), {
    class: "secondary",
    "aria-pressed": "false",
  });
  private readonly larger = button("Larger", () => this.enlarge(!this.isLarge), {
    class: "secondary",
    "aria-pressed": "false",
  });
  private sheet = new Sheet([], 1, 1);
  private sketch: Sketch | null = null;
  private dragged: Handle | null = null;
  /** Width and height of the sheet in pixels. */
  private size: [number, number] = [280, 220];

  constructor(private readonly workbench: Workbench) {
    this.areas = new SketchAreas(workbench);
    this.marks = new RelationMarks(workbench);
    const drawn = [this.areas.element, this.curves, this.marks.element, this.points];
    this.svg.append(this.grid, this.axes, ...drawn);
    const paper = element("div", { class: "sheet-box" }, this.picture.element, this.svg);
    const actions = element("div", { class: "sketch-actions" }, this.under, this.larger);
    this.relations = new RelationsView(workbench);
    const parts = [paper, this.marks.choice, this.where, actions, this.relations.element];
    this.element = section("sketch", "Sketch", ...parts);
    this.element.dataset.tab = "sketch";
    const { store } = workbench;
    store.watch(["program", "selected", "hovered", "unit"], (state) => this.show(state));
    store.watch(["picture", "build"], (state) => this.showPicture(state));
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.isLarge) {
        event.stopPropagation();
        this.enlarge(false);
      }
    });
    new ResizeObserver(() => {
      this.size = [this.svg.clientWidth, this.svg.clientHeight];
      this.show(store.state);
    }).observe(this.svg);
    this.svg.addEventListener("pointermove", (event) => this.drag(event));
    for (const end of ["pointerup", "pointercancel"] as const) {
      this.svg.addEventListener(end, () => this.drop());
    }
  }

  private show(state: State): void {
    const { program } = state;
    const all = program === null ? [] : sketches(program);
    this.sketch = all.findLast(({ index }) => index <= (state.selected ?? -1)) ?? all[0] ?? null;
    const number = this.sketch === null ? 0 : all.indexOf(this.sketch) + 1;
    this.svg.setAttribute("aria-label", `Sketch ${number}, flat; its points can be moved`);
    if (this.dragged === null) {
      const corners = this.sketch?.curves.flatMap(({ curve }) => polyline(curve)) ?? [];
      this.sheet = new Sheet(corners, ...this.size);
    }
    this.grid.setAttribute("d", this.sheet.gridPath());
    this.axes.setAttribute("d", this.sheet.axesPath());
    this.areas.show(this.sheet, this.sketch, state);
    this.showPicture(state);
    this.showCurves(state);
    this.showHandles();
    this.marks.show(this.sheet, this.sketch, state);
    this.relations.show(this.sketch, state);
    this.where.textContent = `Grid ${lengthText(this.sheet.gridUnits, state.unit, 3)}. Drag points or use arrow keys.`;
  }

  private showPicture(state: State): void {
    this.under.disabled = !this.picture.show(this.sheet, this.sketch, state);
    this.svg.classList.toggle("over-picture", !this.picture.element.hidden);
  }

  private togglePicture(): void {
    this.picture.isOn = !this.picture.isOn;
    this.under.setAttribute("aria-pressed", String(this.picture.isOn));
    this.showPicture(this.workbench.store.state);
  }

  private get isLarge(): boolean {
    return this.element.classList.contains("large");
  }

  /** Shows the sketch over the solid, or beside it again. */
  private enlarge(isLarge: boolean): void {
    this.element.classList.toggle("large", isLarge);
    this.larger.setAttribute("aria-pressed", String(isLarge));
    this.larger.textContent = isLarge ? "Smaller" : "Larger";
    this.larger.focus();
  }

  private showCurves(state: State): void {
    const paths = (this.sketch?.curves ?? []).map(({ index, curve }) => {
      const isChosen = state.selected === index || state.hovered.includes(index);
      const d = this.sheet.path(polyline(curve, SHOWN_STEP_DEG));
      const path = drawing("path", { class: isChosen ? "curve chosen" : "curve", d });
      path.addEventListener("click", () => this.workbench.select(index));
      return path;
    });
    this.curves.replaceChildren(...paths);
  }

  /** Keeps the elements of handles that stay, and with them focus and pointer. */
  private showHandles(): void {
    const now = this.sketch === null ? [] : handles(this.sketch);
    while (this.points.childElementCount > now.length) {
      this.points.lastElementChild?.remove();
    }
    now.forEach((handle, at) => {
      const known = this.points.children[at];
      const circle = known instanceof SVGCircleElement ? known : this.newHandle(at);
      const { x, y } = this.sheet.place(handle.point);
      const words = handle.point.map((value) => decimal(value * MM_PER_UNIT)).join(", ");
      setAttributes(circle, {
        class: `handle ${handle.kind}`,
        cx: x,
        cy: y,
        "aria-label": `${handle.label} at ${words} millimetres`,
      });
    });
  }

  private newHandle(at: number): SVGCircleElement {
    const circle = drawing("circle", { r: 6, tabindex: 0, role: "button" });
    circle.addEventListener("pointerdown", (event) => {
      this.dragged = this.handle(at);
      this.svg.setPointerCapture(event.pointerId);
      event.preventDefault();
      circle.focus();
    });
    circle.addEventListener("keydown", (event) => this.key(event, at));
    this.points.append(circle);
    return circle;
  }

  private handle(at: number): Handle | null {
    return this.sketch === null ? null : (handles(this.sketch)[at] ?? null);
  }

  private drag(event: PointerEvent): void {
    if (this.dragged !== null) {
      const box = this.svg.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      this.move(this.dragged, this.sheet.rounded(this.sheet.point(at)), `drag ${this.dragged.key}`);
    }
  }

  private drop(): void {
    if (this.dragged !== null) {
      this.dragged = null;
      this.workbench.settle();
      this.show(this.workbench.store.state);
    }
  }

  private key(event: KeyboardEvent, at: number): void {
    const steps: Record<string, Point> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const step = steps[event.key];
    const handle = this.handle(at);
    if (step === undefined || handle === null) {
      return;
    }
    event.preventDefault();
    const units = (event.shiftKey ? 10 : event.altKey ? 0.1 : 1) / MM_PER_UNIT;
    const to: Point = [handle.point[0] + step[0] * units, handle.point[1] + step[1] * units];
    this.move(handle, to, `keys ${handle.key}`);
  }

  private move(handle: Handle, to: Point, gesture: string): void {
    const { program } = this.workbench.store.state;
    const next = program && handle.move(program, to);
    if (next) {
      this.workbench.edit(next, gesture);
    }
  }
}
