/** The solid in 3D: what is shown, what the pointer does, and the tools over it. */

import { element } from "../dom/element";
import { operationOfOrigin } from "../program/describe";
import { isCurve } from "../program/operation";
import { sketches } from "../program/sketch";
import type { Build } from "../server/answers";
import type { Making } from "../state/making";
import type { State } from "../state/state";
import type { Workbench } from "../state/workbench";
import { Choosing } from "./choosing";
import { Compass } from "./compass";
import { DepthArrow } from "./depth_arrow";
import { FaceRuler } from "./face_ruler";
import { Ink } from "./ink";
import type { Mode } from "./mode";
import { paletteOf } from "./palette";
import { type Emphasis, NOTHING, Part } from "./part";
import { Picker } from "./picker";
import { PictureView } from "./picture_view";
import { Places } from "./places";
import { Pointer } from "./pointer";
import { Ruler } from "./ruler";
import { type Cut, Section } from "./section";
import { SeenLayers } from "./seen_layers";
import { Sketching } from "./sketching";
import { Stage } from "./stage";
import { Stamping } from "./stamping";
import { TracedSketch } from "./traced_sketch";
import { FIRST_LOOK } from "./views";

/** Longer side of the picture of a part in the list of parts. */
const THUMBNAIL_PX = 240;

export class Viewport {
  readonly element: HTMLElement;
  readonly stage: Stage;
  readonly pictureView: PictureView;
  private readonly canvas = element("canvas", {
    tabindex: 0,
    role: "application",
    "aria-label": "The solid in 3D. Arrow keys turn it, plus and minus zoom.",
  });
  private readonly part: Part;
  private readonly picker: Picker;
  private readonly ruler: Ruler;
  private readonly faceRuler: FaceRuler;
  private readonly section: Section;
  private readonly traced = new TracedSketch();
  private readonly compass: Compass;
  readonly sketching: Sketching;
  readonly stamping: Stamping;
  private readonly modes: readonly Mode[];
  private isEmpty = true;
  /** Whether the solid of a part that was opened is still to come. */
  private isNew = false;
  /** The face on which a click would put something. */
  private placed: number | null = null;
  private operationsOfFaces: readonly (readonly number[])[] = [];

  /** @param measured Is told of every length that is measured, in model units, and of its end. */
  constructor(
    private readonly workbench: Workbench,
    making: Making,
    measured: (units: number | null) => void,
  ) {
    this.element = element("div", { class: "viewport" }, this.canvas);
    this.stage = new Stage(this.canvas);
    this.part = new Part(paletteOf(document.documentElement));
    this.picker = new Picker(this.part, this.stage.camera, this.canvas);
    this.section = new Section(this.part, paletteOf(document.documentElement));
    const unit = () => workbench.store.state.unit;
    this.ruler = new Ruler(this.picker, measured, unit);
    const marked = () => this.showEmphasis();
    this.faceRuler = new FaceRuler(this.part, this.picker, unit, marked, measured);
    this.pictureView = new PictureView(this.stage, this.part, new SeenLayers(workbench));
    this.compass = new Compass((direction) => {
      this.pictureView.turnOff();
      this.stage.look(direction);
    });
    const [ink, places] = [new Ink(), new Places(this.stage, this.part, this.picker)];
    const arrow = new DepthArrow(workbench, this.stage, places);
    this.sketching = new Sketching(workbench, making, this.stage, places, ink);
    this.stamping = new Stamping(workbench, making, this.stage, places, ink);
    const choosing = new Choosing(workbench, this.picker, (face) => this.makersOf(face));
    this.modes = [this.ruler, this.faceRuler, this.stamping, this.sketching, arrow, choosing];
    this.stamping.onChange(() => this.markPlace());
    this.element.prepend(this.pictureView.element);
    this.element.append(ink.element, arrow.element);
    this.element.append(this.ruler.overlay, this.ruler.label, this.faceRuler.label);
    this.element.append(this.compass.element);
    this.stage.scene.add(this.part.group, this.section.group, this.traced.lines);
    this.stage.onDraw(() => this.follow());
    new Pointer(this.stage, this.modes);
    this.recolor();
    workbench.store.listen((state, before) => this.refresh(state, before));
  }

  /** Takes the colours of the page's present look. */
  recolor(): void {
    const palette = paletteOf(document.documentElement);
    this.part.recolor(palette, (face) => this.emphasis(face));
    this.section.recolor(palette);
    this.traced.recolor(palette);
    this.pictureView.refresh();
    this.stage.redraw();
  }

  /** Gives the keyboard to the solid. */
  focus(): void {
    this.canvas.focus();
  }

  showEdges(isShown: boolean): void {
    this.part.showEdges(isShown);
    this.stage.redraw();
  }

  /** Starts to measure points or faces, which clicks then take; null ends it. */
  measure(what: "points" | "faces" | null): void {
    this.ruler.isOn = what === "points";
    this.faceRuler.isOn = what === "faces";
    this.element.classList.toggle("measuring", what !== null);
    this.ruler.clear();
    this.faceRuler.clear();
    this.showEmphasis();
  }

  /** Cuts the part across an axis; says where. */
  cut(cut: Cut): number {
    const box = this.part.box();
    if (box.isEmpty()) {
      return 0;
    }
    const { axis, share } = cut;
    const position = box.min[axis] + (box.max[axis] - box.min[axis]) * share;
    this.section.cut(cut, position, this.stage.center, this.stage.radius * 4);
    this.stage.redraw();
    return position;
  }

  /** Ends the section. */
  uncut(): void {
    this.section.clear();
    this.stage.redraw();
  }

  /** A small picture of the solid as it is seen now. */
  thumbnail(): string {
    return this.stage.picture(THUMBNAIL_PX);
  }

  private refresh(state: State, before: State): void {
    const isChosenOld = state.selected !== before.selected;
    if (isChosenOld || state.build !== before.build) {
      this.trace(state);
    }
    if (isChosenOld || state.hovered !== before.hovered) {
      this.showEmphasis();
    }
    // Last: it draws, with all that has changed before it.
    if (state.build !== before.build && state.build !== null) {
      this.show(state.build);
      this.sketching.showSolid();
    }
    if (state.opened !== before.opened) {
      this.isNew = true;
      this.showWhole();
    } else if (this.isNew && state.build !== before.build && !this.pictureView.isSeen) {
      this.stage.fit("jump");
    }
    const isBuilt = state.built?.part === state.history?.present.part;
    this.isNew &&= !isBuilt && state.sketching === null;
    if (state.build === null && before.build !== null) {
      this.part.show(NOTHING);
      this.stage.setBox(null);
      this.stage.redraw();
    }
    this.isEmpty ||= state.history === null;
    if (state.picture !== before.picture) {
      this.pictureView.setPicture(state.picture);
    }
  }

  /** Shows another solid from where the eye is. */
  private show(build: Build): void {
    this.operationsOfFaces = build.mesh.faces.map(({ origins }) =>
      origins
        .map((origin) => operationOfOrigin(build.program, origin))
        .filter((one) => one !== null),
    );
    this.part.show(build.mesh);
    this.part.color((face) => this.emphasis(face));
    this.section.follow();
    this.ruler.clear();
    this.faceRuler.clear();
    const box = this.part.box();
    if (!box.isEmpty()) {
      this.stage.setBox(box);
    }
    this.pictureView.follow();
    this.stage.draw();
  }

  /** Shows all of a part that was opened; a view through the picture's camera stays. */
  private showWhole(): void {
    if (this.isEmpty) {
      this.isEmpty = false;
      this.stage.look(FIRST_LOOK, "jump");
    } else if (!this.pictureView.isSeen) {
      this.stage.fit();
    }
  }

  private trace(state: State): void {
    const { program } = state;
    const { selected, build } = state;
    const chosen = selected === null ? undefined : program?.operations[selected];
    const sketch = program && sketches(program).findLast(({ index }) => index <= (selected ?? -1));
    const placed = build?.sketches.find(({ operation }) => operation === sketch?.index);
    const all = sketch?.curves.map(({ curve }) => curve) ?? [];
    const curves = isCurve(chosen) ? [chosen] : chosen?.op === "add_sketch" ? all : [];
    this.traced.show(curves, placed?.frame ?? null);
  }

  /** Marks the face on which a click would put something. */
  private markPlace(): void {
    if (this.placed !== this.stamping.face) {
      this.placed = this.stamping.face;
      this.part.color((face) => this.emphasis(face));
    }
  }

  private showEmphasis(): void {
    this.part.color((face) => this.emphasis(face));
    this.stage.redraw();
  }

  private makersOf(face: number): readonly number[] {
    return this.operationsOfFaces[face] ?? [];
  }

  private emphasis(face: number): Emphasis {
    if (face === this.placed) {
      return "selected";
    }
    const measured = this.faceRuler.marks(face);
    if (measured !== null || this.faceRuler.isOn) {
      return measured ?? "none";
    }
    const { selected, hovered } = this.workbench.store.state;
    const made = this.makersOf(face);
    if (selected !== null && made.includes(selected)) {
      return "selected";
    }
    return made.some((operation) => hovered.includes(operation)) ? "hovered" : "none";
  }

  private follow(): void {
    for (const mode of this.modes) {
      mode.draw?.();
    }
    this.compass.follow(this.stage.camera);
  }
}
