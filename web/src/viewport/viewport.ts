/** The solid in 3D: what is shown, what the pointer does, and the tools over it. */

import { Vector3 } from "three";
import { element } from "../dom/element";
import { operationOfOrigin } from "../program/describe";
import { isCurve } from "../program/operation";
import { sketches } from "../program/sketch";
import type { Build } from "../server/answers";
import type { State } from "../state/state";
import type { Workbench } from "../state/workbench";
import { Compass } from "./compass";
import { paletteOf } from "./palette";
import { type Emphasis, NOTHING, Part } from "./part";
import { type CanvasPoint, Picker } from "./picker";
import { PictureView } from "./picture_view";
import { type Measured, Ruler } from "./ruler";
import { Section, type SectionAxis } from "./section";
import { Stage } from "./stage";
import { TracedSketch } from "./traced_sketch";
import { FIRST_LOOK } from "./views";

/** How far, in pixels, a pointer may move in a click. */
const CLICK_REACH_PX = 5;

/** Radians that an arrow key turns the view by. */
const KEY_TURN = Math.PI / 24;

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
  private readonly section: Section;
  private readonly traced = new TracedSketch();
  private readonly compass: Compass;
  private pressed: CanvasPoint | null = null;
  private isMeasuring = false;
  private isEmpty = true;
  private operationsOfFaces: readonly (readonly number[])[] = [];

  /** @param measured Is told of two measured points. */
  constructor(
    private readonly workbench: Workbench,
    measured: (measured: Measured | null) => void,
  ) {
    this.element = element("div", { class: "viewport" }, this.canvas);
    this.stage = new Stage(this.canvas);
    this.part = new Part(paletteOf(document.documentElement));
    this.picker = new Picker(this.part, this.stage.camera, this.canvas);
    this.section = new Section(this.part, paletteOf(document.documentElement));
    this.ruler = new Ruler(this.picker, measured);
    this.pictureView = new PictureView(this.stage, this.part);
    this.compass = new Compass((direction) => {
      this.pictureView.turnOff();
      this.stage.look(direction);
    });
    this.element.prepend(this.pictureView.image);
    this.element.append(this.ruler.overlay, this.ruler.label, this.compass.element);
    this.stage.scene.add(this.part.group, this.section.group, this.traced.lines);
    this.stage.onDraw(() => this.follow());
    this.listen();
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

  showEdges(isShown: boolean): void {
    this.part.showEdges(isShown);
    this.stage.redraw();
  }

  /** Starts or ends measuring: then clicks take points. */
  measure(isOn: boolean): void {
    this.isMeasuring = isOn;
    this.element.classList.toggle("measuring", isOn);
    this.ruler.clear();
  }

  /** Cuts the part across an axis, at a share of its extent from 0 to 1; says where. */
  cut(axis: SectionAxis, share: number): number {
    const box = this.part.box();
    if (box.isEmpty()) {
      return 0;
    }
    const position = box.min[axis] + (box.max[axis] - box.min[axis]) * share;
    this.section.cut(axis, position, this.stage.center, this.stage.radius * 4);
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
      this.part.color((face) => this.emphasis(face));
      this.stage.redraw();
    }
    // Last: it draws, with all that has changed before it.
    if (state.build !== before.build && state.build !== null) {
      this.show(state.build);
    }
    if (state.opened !== before.opened) {
      this.showWhole();
    }
    if (state.build === null && before.build !== null) {
      this.part.show(NOTHING);
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

  private emphasis(face: number): Emphasis {
    const { selected, hovered } = this.workbench.store.state;
    const made = this.operationsOfFaces[face] ?? [];
    if (selected !== null && made.includes(selected)) {
      return "selected";
    }
    return made.some((operation) => hovered.includes(operation)) ? "hovered" : "none";
  }

  private follow(): void {
    this.ruler.place();
    this.compass.follow(this.stage.camera);
  }

  private listen(): void {
    const { canvas } = this;
    canvas.addEventListener("pointermove", (event) => this.hover(event));
    canvas.addEventListener("pointerleave", () => this.leave());
    canvas.addEventListener("pointerdown", (event) => {
      this.pressed = placeOf(event);
    });
    canvas.addEventListener("pointerup", (event) => this.click(placeOf(event)));
    canvas.addEventListener("keydown", (event) => this.key(event));
  }

  private hover(event: PointerEvent): void {
    if (event.buttons !== 0) {
      return;
    }
    if (this.isMeasuring) {
      this.ruler.hover(this.picker.snap(placeOf(event)));
      return;
    }
    const face = this.picker.face(placeOf(event));
    const made = face === null ? [] : (this.operationsOfFaces[face] ?? []);
    const { hovered } = this.workbench.store.state;
    if (made.join() !== hovered.join()) {
      this.workbench.store.update({ hovered: made });
    }
  }

  private leave(): void {
    this.ruler.hover(null);
    if (this.workbench.store.state.hovered.length > 0) {
      this.workbench.store.update({ hovered: [] });
    }
  }

  private click(at: CanvasPoint): void {
    const moved = this.pressed && Math.hypot(at.x - this.pressed.x, at.y - this.pressed.y);
    this.pressed = null;
    if (moved === null || moved > CLICK_REACH_PX) {
      return;
    }
    if (this.isMeasuring) {
      const snap = this.picker.snap(at);
      if (snap !== null) {
        this.ruler.take(snap);
      }
      return;
    }
    const face = this.picker.face(at);
    this.workbench.select(face === null ? null : (this.operationsOfFaces[face]?.[0] ?? null));
  }

  private key(event: KeyboardEvent): void {
    const turns: Record<string, readonly [number, number]> = {
      ArrowLeft: [-KEY_TURN, 0],
      ArrowRight: [KEY_TURN, 0],
      ArrowUp: [0, KEY_TURN],
      ArrowDown: [0, -KEY_TURN],
    };
    const turn = turns[event.key];
    if (turn !== undefined) {
      this.stage.orbit(...turn);
      event.preventDefault();
    } else if (event.key === "+" || event.key === "=") {
      this.stage.zoom(1 / 1.2);
    } else if (event.key === "-") {
      this.stage.zoom(1.2);
    }
  }
}

function placeOf(event: PointerEvent): CanvasPoint {
  return { x: event.offsetX, y: event.offsetY };
}

/** Length of what was measured, in model units. */
export function lengthOf([one, other]: Measured): number {
  return new Vector3().subVectors(one, other).length();
}
