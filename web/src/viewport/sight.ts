/** Between the world and the canvas: what is seen where, and what lies under a place. */

import { type Camera, type Raycaster, Vector2, type Vector3 } from "three";

/** A point of the canvas in pixels from its upper left corner. */
export interface CanvasPoint {
  readonly x: number;
  readonly y: number;
}

/** Where a point of the world is on the canvas. */
export function seenAt(point: Vector3, camera: Camera, canvas: HTMLCanvasElement): CanvasPoint {
  const { x, y } = point.clone().project(camera);
  return { x: ((x + 1) / 2) * canvas.clientWidth, y: ((1 - y) / 2) * canvas.clientHeight };
}

/** Aims a ray from the eye through a place of the canvas. */
export function aim(
  caster: Raycaster,
  at: CanvasPoint,
  camera: Camera,
  canvas: HTMLCanvasElement,
): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  caster.setFromCamera(new Vector2((at.x / width) * 2 - 1, 1 - (at.y / height) * 2), camera);
}

export function apart(one: CanvasPoint, other: CanvasPoint): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
