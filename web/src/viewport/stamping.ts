/** Choosing a plane by a click, for a sketch, a hole or a copied feature. */

import { marksOf, type Snapped, snapped } from "../drawing/snap";
import { curvesAt, holeStamp, lastFeature, type Stamp, throughDepth } from "../drawing/stamp";
import type { Plane, Point } from "../program/operation";
import type { Making } from "../state/making";
import type { State } from "../state/state";
import type { Workbench } from "../state/workbench";
import type { Ink } from "./ink";
import type { Mode } from "./mode";
import type { CanvasPoint } from "./picker";
import type { Place, Places } from "./places";
import type { Stage } from "./stage";

/** What the wheel does to a diameter, in model units. */
const WHEEL_STEP = 0.05;

export class Stamping implements Mode {
  /** Of holes, in model units; a depth of null goes through. */
  diameter = 0.5;
  depth: number | null = null;
  private under: Place | null = null;
  private snap: Snapped | null = null;
  /** The feature of the latest click, to which the next hole on the same face belongs. */
  private latest: { readonly sketch: number; readonly key: string } | null = null;
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly workbench: Workbench,
    private readonly making: Making,
    private readonly stage: Stage,
    private readonly places: Places,
    private readonly ink: Ink,
  ) {
    workbench.store.listen((state, before) => this.follow(state, before));
  }

  get isOn(): boolean {
    const { tool } = this.workbench.store.state;
    return tool?.kind === "plane" || tool?.kind === "hole" || tool?.kind === "paste";
  }

  /** The plane face under the pointer. */
  get face(): number | null {
    return this.isOn ? (this.under?.face ?? null) : null;
  }

  /** Where a click would put something, on its plane. */
  get place(): Point | null {
    return this.isOn ? (this.snap?.point ?? null) : null;
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  hover(at: CanvasPoint | null): void {
    const { build, tool } = this.workbench.store.state;
    const face = at && build ? this.places.face(at, build) : null;
    this.under = face ?? (at && tool?.kind !== "hole" ? this.places.origin(at) : null);
    this.snap = this.under && tool?.kind !== "plane" ? this.snapAt(this.under) : null;
    this.changed();
  }

  click(at: CanvasPoint): void {
    this.hover(at);
    const { tool } = this.workbench.store.state;
    const { under, snap } = this;
    if (under === null) {
      const words = tool?.kind === "hole" ? "a flat face" : "a flat face or a plane";
      this.workbench.tell(`Click ${words}.`);
    } else if (tool?.kind === "plane") {
      this.making.sketchOn(under.plane);
    } else {
      const stamp = this.stampAt();
      if (stamp !== null && snap !== null) {
        this.put(under.plane, snap.point, stamp);
      }
    }
  }

  wheel(notches: number): boolean {
    const isHole = this.workbench.store.state.tool?.kind === "hole";
    if (isHole) {
      this.setDiameter(Math.max(WHEEL_STEP, this.diameter + notches * WHEEL_STEP));
    }
    return isHole;
  }

  /** Says whether there are such holes. */
  setDiameter(diameter: number): boolean {
    const isPossible = diameter > 0;
    this.diameter = isPossible ? Number(diameter.toFixed(6)) : this.diameter;
    this.changed();
    return isPossible;
  }

  /** Says whether there are such holes; null is through all. */
  setDepth(depth: number | null): boolean {
    const isPossible = depth === null || depth > 0;
    this.depth = isPossible ? depth : this.depth;
    this.changed();
    return isPossible;
  }

  draw(): void {
    if (!this.isOn) {
      return;
    }
    const { tool } = this.workbench.store.state;
    const { under, snap } = this;
    this.ink.clear();
    if (tool?.kind !== "hole") {
      const plane = under?.face === null ? under.plane : null;
      this.ink.drawSquares(this.places.squares(), plane);
    }
    const stamp = this.stampAt();
    if (under !== null && snap !== null && stamp !== null) {
      const preview = curvesAt(stamp, snap.point);
      this.ink.draw({ paper: under.paper, preview, cursor: snap, aligned: snap.aligned });
    }
  }

  private stampAt(): Stamp | null {
    const { tool, copied, build } = this.workbench.store.state;
    const { under, snap } = this;
    if (tool?.kind === "paste") {
      return copied;
    }
    if (tool?.kind !== "hole" || under === null || snap === null || build === null) {
      return null;
    }
    const { frame } = under.paper;
    const through = throughDepth(build.mesh, frame, snap.point, this.diameter / 2);
    return holeStamp(this.diameter, this.depth ?? (through > 0 ? through : this.diameter));
  }

  private put(plane: Plane, at: Point, stamp: Stamp): void {
    const { program } = this.workbench.store.state;
    const key = JSON.stringify([plane, stamp]);
    const isSame =
      this.latest?.key === key && program && lastFeature(program)?.from === this.latest.sketch;
    if (isSame) {
      this.making.stampAgain(at, stamp);
    } else {
      this.making.stamp(plane, at, stamp);
    }
    const now = this.workbench.store.state;
    const sketch = now.program ? lastFeature(now.program)?.from : undefined;
    this.latest = now.tool?.kind === "hole" && sketch !== undefined ? { sketch, key } : null;
    if (now.tool?.kind === "paste") {
      this.making.take(null);
    }
  }

  private snapAt({ paper, point }: Place): Snapped {
    const marks = [...marksOf([]), ...this.places.marks(paper)];
    return snapped(point, { marks, curves: [], unitsPerPixel: paper.unitsPerPixel(point) });
  }

  private follow(state: State, before: State): void {
    if (state.tool !== before.tool) {
      this.under = null;
      this.latest = null;
      this.ink.clear();
      this.changed();
    }
  }

  private changed(): void {
    this.stage.redraw();
    for (const listener of this.listeners) {
      listener();
    }
  }
}
