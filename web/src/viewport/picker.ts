/** What of the part lies under the pointer: a face, and the nearest vertex or edge. */

import { type Camera, Raycaster, Vector3 } from "three";
import type { Part } from "./part";
import { aim, apart, type CanvasPoint, seenAt } from "./sight";

/** How near, in pixels, the pointer must be to a vertex or an edge to take it. */
const VERTEX_REACH_PX = 12;
const EDGE_REACH_PX = 8;

/** What was taken, best first. */
export type SnapKind = "vertex" | "edge" | "face";

/** A point of the part. */
export interface Snap {
  readonly kind: SnapKind;
  readonly point: Vector3;
}

export class Picker {
  private readonly caster = new Raycaster();

  constructor(
    private readonly part: Part,
    private readonly camera: Camera,
    private readonly canvas: HTMLCanvasElement,
  ) {}

  /** The face under the pointer. */
  face(at: CanvasPoint): number | null {
    return this.place(at)?.face ?? null;
  }

  /** The face under the pointer, with the point of it. */
  place(at: CanvasPoint): { readonly face: number; readonly point: Vector3 } | null {
    const hit = this.hit(at);
    const face = this.part.mesh.triangle_faces[hit?.faceIndex ?? -1];
    return hit === undefined || face === undefined ? null : { face, point: hit.point };
  }

  /** The point of the part that a person means: a vertex, else an edge, else a face. */
  snap(at: CanvasPoint): Snap | null {
    const hit = this.hit(at);
    // A little of the part is let through, however far the eye is.
    const radius = this.part.faces.geometry.boundingSphere?.radius ?? Number.POSITIVE_INFINITY;
    const slack = Math.min(0.02 * (hit?.distance ?? 0), 0.1 * radius);
    const limit = hit ? hit.distance + slack : Number.POSITIVE_INFINITY;
    const isSeen = (point: Vector3): boolean => point.distanceTo(this.camera.position) <= limit;
    const vertex = this.nearestVertex(at, isSeen);
    const edge = vertex ?? this.nearestOnEdge(at, isSeen);
    return edge ?? (hit ? { kind: "face", point: hit.point } : null);
  }

  /** Where a point of the world is on the canvas. */
  project(point: Vector3): CanvasPoint {
    return seenAt(point, this.camera, this.canvas);
  }

  private hit(at: CanvasPoint) {
    aim(this.caster, at, this.camera, this.canvas);
    return this.caster.intersectObject(this.part.faces, false)[0];
  }

  private nearestVertex(at: CanvasPoint, isSeen: (point: Vector3) => boolean): Snap | null {
    const { vertices } = this.part;
    let [best, reach]: [Vector3 | null, number] = [null, VERTEX_REACH_PX];
    for (let index = 0; index < vertices.length; index += 3) {
      const point = new Vector3().fromArray(vertices, index);
      const away = apart(this.project(point), at);
      if (away < reach && isSeen(point)) {
        [best, reach] = [point, away];
      }
    }
    return best && { kind: "vertex", point: best };
  }

  private nearestOnEdge(at: CanvasPoint, isSeen: (point: Vector3) => boolean): Snap | null {
    const { segments } = this.part;
    let [best, reach]: [Vector3 | null, number] = [null, EDGE_REACH_PX];
    for (let index = 0; index < segments.length; index += 6) {
      const start = new Vector3().fromArray(segments, index);
      const end = new Vector3().fromArray(segments, index + 3);
      const point = start.lerp(end, shareAlong(this.project(start), this.project(end), at));
      const away = apart(this.project(point), at);
      if (away < reach && isSeen(point)) {
        [best, reach] = [point, away];
      }
    }
    return best && { kind: "edge", point: best };
  }
}

/** Where along a stretch the point nearest to another one lies, from 0 to 1. */
function shareAlong(start: CanvasPoint, end: CanvasPoint, at: CanvasPoint): number {
  const [x, y] = [end.x - start.x, end.y - start.y];
  const along = (at.x - start.x) * x + (at.y - start.y) * y;
  return Math.min(1, Math.max(0, along / (x * x + y * y || 1)));
}
