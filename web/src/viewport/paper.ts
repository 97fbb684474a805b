/** The plane of a sketch as it is seen: sketch coordinates on the canvas and back. */

import { type Camera, Plane, Raycaster, Vector3 } from "three";
import { inSketch, inWorld } from "../drawing/frames";
import type { Point } from "../program/operation";
import type { Frame } from "../server/answers";
import { aim, type CanvasPoint, seenAt } from "./sight";

export class Paper {
  private readonly caster = new Raycaster();
  private readonly plane: Plane;

  constructor(
    readonly frame: Frame,
    private readonly camera: Camera,
    private readonly canvas: HTMLCanvasElement,
  ) {
    const [normal, origin] = [new Vector3(...frame.normal), new Vector3(...frame.origin)];
    this.plane = new Plane().setFromNormalAndCoplanarPoint(normal, origin);
  }

  /** Where a point of the sketch, or one at a height over it, is on the canvas. */
  place(point: Point, height = 0): CanvasPoint {
    const place = new Vector3(...inWorld(point, this.frame, height));
    return seenAt(place, this.camera, this.canvas);
  }

  /** The point of the sketch under a place of the canvas; null where the plane is not seen there. */
  point(at: CanvasPoint): Point | null {
    aim(this.caster, at, this.camera, this.canvas);
    const hit = this.caster.ray.intersectPlane(this.plane, new Vector3());
    return hit && inSketch(this.frame, [hit.x, hit.y, hit.z])[0];
  }

  /** Model units that a pixel covers at a point, along the axis that is seen longer. */
  unitsPerPixel(point: Point): number {
    const step = 1e-3 * Math.max(1, Math.hypot(...point));
    const at = this.place(point);
    const pixels = [
      this.place([point[0] + step, point[1]]),
      this.place([point[0], point[1] + step]),
    ].map(({ x, y }) => Math.hypot(x - at.x, y - at.y));
    return step / Math.max(...pixels, 1e-9);
  }

  /** Points as an SVG path. */
  path(points: readonly Point[], height = 0): string {
    return points
      .map((point, at) => {
        const { x, y } = this.place(point, height);
        return `${at === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
      })
      .join("");
  }
}
