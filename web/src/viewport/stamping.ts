/** Choosing a plane by a click, for a sketch, a hole or a copied feature. */

import { marksOf, type Snapped, snapped } from "../drawing/snap";
import { curvesAt, holeStamp, lastFeature, type Stamp, throughDepth } from "../drawing/stamp";
import type { Plane, Point } from "../program/operation";
import type { State } from "../state/state";
import { MakingMode } from "./making_mode";
import type { Mode } from "./mode";
import type { Place } from "./places";
import type { CanvasPoint } from "./sight";

/** What the wheel does to a diameter, in model units. */
const WHEEL_STEP = 0.05;

export class Stamping extends MakingMode implements Mode {
  /** Of holes, in model units; a depth of null goes through. */
  diameter = 0.5;
  depth: number | null = null;
  private under: Place | null = null;
  private snap: Snapped | null = null;
  /** The feature of the latest click, to which the next hole on the same face belongs. */
  private latest: { readonly sketch: number; readonly key: string } | null = null;

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
    } else if (snap !== null) {
      const stamp = this.stamp(this.depthAt(under, snap));
      if (stamp !== null) {
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
    const stamp = this.stamp(this.diameter);
    if (under !== null && snap !== null && stamp !== null) {
      const preview = curvesAt(stamp, snap.point);
      this.ink.draw({ paper: under.paper, preview, cursor: snap, aligned: snap.aligned });
    }
  }

  /** What a click puts: what was copied, or a hole of a depth. */
  private stamp(depth: number): Stamp | null {
    const { tool, copied, build } = this.workbench.store.state;
    if (tool?.kind === "paste") {
      return copied;
    }
    return tool?.kind === "hole" && build !== null ? holeStamp(this.diameter, depth) : null;
  }

  /** How deep a hole goes; through all is looked for in the whole mesh, so not while the pointer moves. */
  private depthAt({ paper }: Place, { point }: Snapped): number {
    const { build } = this.workbench.store.state;
    if (this.depth !== null || build === null) {
      return this.depth ?? this.diameter;
    }
    const through = throughDepth(build.mesh, paper.frame, point, this.diameter / 2);
    return through > 0 ? through : this.diameter;
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

  protected follow(state: State, before: State): void {
    if (state.tool !== before.tool) {
      this.under = null;
      this.latest = null;
      this.ink.clear();
      this.changed();
    }
  }

  private changed(): void {
    this.stage.redraw();
    this.tell();
  }
}
