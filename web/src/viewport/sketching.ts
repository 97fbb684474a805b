/** The open sketch over the solid: drawing, patterns, choosing and moving what is drawn. */

import { Vector3 } from "three";
import { copies } from "../drawing/copies";
import { frameOfSketch } from "../drawing/frames";
import type { Handle } from "../drawing/handles";
import { type Measure, shapeOf } from "../drawing/shapes";
import { type Snapped, stepOf } from "../drawing/snap";
import { Stroke } from "../drawing/stroke";
import { type Curve, isCurve, type Point } from "../program/operation";
import { chosenShape } from "../state/making";
import type { State } from "../state/state";
import { MakingMode } from "./making_mode";
import type { Mode } from "./mode";
import { OpenSketch } from "./open_sketch";
import { apart, type CanvasPoint } from "./sight";

/** How far, in pixels, a drag goes that draws. */
const DRAG_PX = 9;

const MAX_SIDES = 24;
const MAX_COUNT = 60;

export class Sketching extends MakingMode implements Mode {
  /** Sides of polygons, and copies of patterns with the original. */
  sides = 6;
  count = 4;
  stroke: Stroke | null = null;
  private open: OpenSketch | null = null;
  private under: Snapped | null = null;
  private pressed: CanvasPoint | null = null;
  private dragged: Handle | null = null;
  private at: CanvasPoint | null = null;
  /** From where the finished solid is to be seen, once it is there. */
  private turn: readonly [number, number, number] | null = null;

  get isOn(): boolean {
    return this.open !== null;
  }

  /** Whether there is something that could be accepted. */
  get isBusy(): boolean {
    const { tool } = this.workbench.store.state;
    return this.stroke?.isBegun === true || tool?.kind === "pattern";
  }

  /** The point that a click would take. */
  get place(): Point | null {
    return this.under && this.isOn ? this.cursorAt(this.under).point : null;
  }

  press(at: CanvasPoint): boolean {
    if (this.open === null) {
      return false;
    }
    this.pressed = at;
    if (this.workbench.store.state.tool === null) {
      this.dragged = this.open.handleAt(at);
      return this.dragged !== null;
    }
    return true;
  }

  drag(at: CanvasPoint): void {
    const { program } = this.workbench.store.state;
    if (this.dragged === null) {
      const isFar = this.pressed !== null && apart(this.pressed, at) > DRAG_PX;
      if (isFar && this.pressed !== null) {
        // Drawing by a drag: it begins where the pointer went down.
        this.click(this.pressed);
        this.pressed = null;
      }
      this.hover(at);
      return;
    }
    const to = this.open?.snap(at, [], this.dragged.point)?.point;
    const next = program && to && this.dragged.move(program, to);
    if (next) {
      this.workbench.edit(next, `drag ${this.dragged.key}`);
    }
  }

  drop(): void {
    if (this.dragged !== null) {
      this.dragged = null;
      this.workbench.settle();
    } else if (this.at !== null) {
      this.click(this.at);
    }
    this.pressed = null;
  }

  hover(at: CanvasPoint | null): void {
    this.at = at;
    const { open, stroke } = this;
    const isDrawing = at !== null && this.workbench.store.state.tool !== null;
    const begun = (stroke?.all ?? []).slice(0, -1);
    this.under = isDrawing && open ? open.snap(at, begun, null) : null;
    const pointer = at && open?.paper.point(at);
    if (this.under !== null && pointer && open) {
      stroke?.hover(this.under, pointer, stepOf(open.paper.unitsPerPixel(pointer)));
    }
    this.changed();
  }

  click(at: CanvasPoint): void {
    const { tool } = this.workbench.store.state;
    this.hover(at);
    if (tool === null) {
      this.workbench.select(this.open?.curveAt(at) ?? this.workbench.store.state.sketching);
    } else {
      this.accept();
    }
  }

  /** Takes what is under the pointer: the next point of the stroke, or the place of a pattern. */
  accept(): void {
    const { tool } = this.workbench.store.state;
    if (tool?.kind === "pattern" && this.under !== null) {
      this.making.pattern(tool.pattern, this.under.point, this.count);
      this.making.take(null);
    } else if (this.stroke !== null) {
      this.making.add(this.stroke.take());
      this.hover(this.at);
    }
  }

  /** Forgets the points of the stroke; says whether there were any. */
  cancel(): boolean {
    const wasBegun = this.stroke?.cancel() ?? false;
    this.changed();
    return wasBegun;
  }

  /** A number of the stroke was typed. */
  type(measure: Measure, value: number): void {
    this.stroke?.type(measure, value);
    this.changed();
  }

  wheel(notches: number): boolean {
    const { tool } = this.workbench.store.state;
    const isPolygon = tool?.kind === "draw" && tool.shape === "polygon" && this.stroke?.isBegun;
    if (isPolygon) {
      this.setSides(this.sides + notches);
    } else if (tool?.kind === "pattern") {
      this.setCount(this.count + notches);
    }
    return isPolygon === true || tool?.kind === "pattern";
  }

  /** Says whether there are polygons of so many sides. */
  setSides(sides: number): boolean {
    if (!isWhole(sides, 3, MAX_SIDES)) {
      return false;
    }
    this.sides = sides;
    if (this.stroke !== null) {
      this.stroke.sides = sides;
    }
    this.changed();
    return true;
  }

  /** Says whether there are patterns of so many. */
  setCount(count: number): boolean {
    if (!isWhole(count, 2, MAX_COUNT)) {
      return false;
    }
    this.count = count;
    this.changed();
    return true;
  }

  draw(): void {
    const { open, under } = this;
    if (open === null) {
      return;
    }
    const { paper, curves, areas } = open;
    const { program, selected, tool } = this.workbench.store.state;
    const own = curves.map(([, curve]) => curve);
    const chosen =
      tool?.kind === "pattern" && program ? chosenShape(program, selected) : [selected];
    const middle = paper.point({
      x: this.stage.canvas.clientWidth / 2,
      y: this.stage.canvas.clientHeight / 2,
    });
    this.ink.draw({
      paper,
      ...(middle && { middle }),
      curves: own,
      chosen: curves.filter(([index]) => chosen.includes(index)).map(([, curve]) => curve),
      profiles: areas,
      preview: this.preview(),
      handles: tool === null ? open.handles.map(({ point }) => point) : [],
      cursor: tool !== null && under ? this.cursorAt(under) : undefined,
      aligned: under?.aligned ?? [],
    });
  }

  private cursorAt(under: Snapped) {
    const point = this.stroke?.all.at(-1) ?? under.point;
    return { point, name: under.name };
  }

  private preview(): Curve[] {
    const { program, tool, selected } = this.workbench.store.state;
    if (tool?.kind !== "pattern" || program === null || this.under === null) {
      return this.stroke?.curves ?? [];
    }
    const originals = chosenShape(program, selected)
      .map((index) => program.operations[index])
      .filter(isCurve);
    return copies(tool.pattern, originals, this.under.point, this.count).flat();
  }

  protected follow(state: State, before: State): void {
    this.turnAway(state, before);
    if (state.sketching !== before.sketching) {
      this.show(state);
    } else if (state.sketching !== null && this.open === null && state.build !== before.build) {
      this.show(state);
    }
    if (state.tool !== before.tool || state.sketching !== before.sketching) {
      const { tool } = state;
      this.stroke = tool?.kind === "draw" ? new Stroke(shapeOf(tool.shape), this.sides) : null;
      this.under = null;
    }
    if (state.program !== before.program && this.stroke?.isBegun && state.program !== null) {
      this.forgetUndone(state, before);
    }
    this.changed();
  }

  /** Looks at a sketch that has just been extruded from its side, so that its depth is seen. */
  private turnAway(state: State, before: State): void {
    const { program, selected, sketching } = state;
    const isExtruded = selected !== null && program?.operations[selected]?.op === "add_extrude";
    if (before.sketching !== null && sketching === null && isExtruded) {
      const { x, y, z } = this.stage.towardsEye;
      this.turn =
        Math.abs(z) > 0.9 ? [0.9, -1.2, Math.sign(z)] : [x - 0.7 * y, y + 0.7 * x, z + 0.6];
    }
  }

  /** Turns the view once the solid is there. */
  showSolid(): void {
    if (this.turn !== null) {
      this.stage.look(new Vector3(...this.turn));
      this.turn = null;
    }
  }

  /** Ends a chain whose latest line was taken back. */
  private forgetUndone(state: State, before: State): void {
    const lengths = [state, before].map(({ program }) => program?.operations.length ?? 0);
    if ((lengths[0] ?? 0) < (lengths[1] ?? 0)) {
      this.stroke?.cancel();
    }
  }

  /** Looks at the paper of the open sketch. */
  private show({ program, sketching, build }: State): void {
    const frame =
      program === null || sketching === null ? null : frameOfSketch(program, sketching, build);
    const { store } = this.workbench;
    this.open = frame && new OpenSketch(store, this.places, this.places.paper(frame));
    this.ink.clear();
    if (frame === null || program === null || sketching === null) {
      return;
    }
    const sketch = program.operations[sketching];
    const isFront = sketch?.op === "add_sketch" && sketch.plane === "XZ";
    const [x, y, z] = frame.normal;
    this.stage.lookAlong(isFront ? [-x, -y, -z] : [x, y, z]);
  }

  private changed(): void {
    if (this.isOn) {
      this.stage.redraw();
    }
    this.tell();
  }
}

function isWhole(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}
