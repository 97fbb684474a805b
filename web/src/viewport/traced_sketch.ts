/** The curves of the selected sketch, drawn where they lie in the world. */

import { LineMaterial } from "three/addons/lines/LineMaterial.js";
import { LineSegments2 } from "three/addons/lines/LineSegments2.js";
import { LineSegmentsGeometry } from "three/addons/lines/LineSegmentsGeometry.js";
import { inWorld } from "../drawing/frames";
import { polyline } from "../program/arc";
import type { Curve, Point } from "../program/operation";
import type { Frame } from "../server/answers";
import type { Palette } from "./palette";

export class TracedSketch {
  readonly lines: LineSegments2;
  private readonly material = new LineMaterial({
    linewidth: 2.5,
    depthTest: false,
    transparent: true,
    opacity: 0.9,
  });

  constructor() {
    this.lines = new LineSegments2(new LineSegmentsGeometry(), this.material);
    this.lines.renderOrder = 20;
    this.lines.visible = false;
    this.lines.frustumCulled = false;
  }

  /** Traces these curves, or nothing. */
  show(curves: readonly Curve[], frame: Frame | null): void {
    this.lines.visible = frame !== null && curves.length > 0;
    if (frame === null || curves.length === 0) {
      return;
    }
    const numbers = curves.flatMap((curve) => segments(polyline(curve), frame));
    this.lines.geometry.dispose();
    this.lines.geometry = new LineSegmentsGeometry();
    this.lines.geometry.setPositions(numbers);
  }

  recolor(palette: Palette): void {
    this.material.color.copy(palette.accent);
  }
}

function segments(points: readonly Point[], frame: Frame): number[] {
  const corners = points.map((point) => inWorld(point, frame));
  return corners.slice(1).flatMap((corner, at) => [...(corners[at] ?? corner), ...corner]);
}
