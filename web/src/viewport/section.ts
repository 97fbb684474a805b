/**
 * A section: the part cut open by a plane, with the cut drawn as a solid cap.
 *
 * The cap is a plane that is drawn where, of the faces behind the cut, more look away from the eye
 * than towards it: the stencil counts them.
 */

import {
  AlwaysStencilFunc,
  BackSide,
  DecrementWrapStencilOp,
  DoubleSide,
  FrontSide,
  Group,
  IncrementWrapStencilOp,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  NotEqualStencilFunc,
  Plane,
  PlaneGeometry,
  ReplaceStencilOp,
  type Side,
  Vector3,
  type WebGLRenderer,
} from "three";
import type { Palette } from "./palette";
import type { Part } from "./part";

/** Axes that a section can be across. */
export const SECTION_AXES = ["x", "y", "z"] as const;
export type SectionAxis = (typeof SECTION_AXES)[number];

/** Where a section lies. */
export interface Cut {
  readonly axis: SectionAxis;
  /** Share of the part's extent, from 0 to 1. */
  readonly share: number;
  /** Whether the lower part is cut away instead of the upper one. */
  readonly isFlipped: boolean;
}

export class Section {
  readonly group = new Group();
  private readonly plane = new Plane(new Vector3(0, 0, -1), 0);
  private readonly back: Mesh;
  private readonly front: Mesh;
  private readonly cap: Mesh<PlaneGeometry, MeshStandardMaterial>;

  constructor(
    private readonly part: Part,
    palette: Palette,
  ) {
    this.back = this.counter(BackSide, IncrementWrapStencilOp);
    this.front = this.counter(FrontSide, DecrementWrapStencilOp);
    const material = new MeshStandardMaterial({
      roughness: 0.9,
      stencilWrite: true,
      stencilRef: 0,
      stencilFunc: NotEqualStencilFunc,
      stencilFail: ReplaceStencilOp,
      stencilZFail: ReplaceStencilOp,
      stencilZPass: ReplaceStencilOp,
      side: DoubleSide,
    });
    this.cap = new Mesh(new PlaneGeometry(1, 1), material);
    this.cap.renderOrder = 1.1;
    this.cap.onAfterRender = (renderer: WebGLRenderer) => renderer.clearStencil();
    this.group.add(this.back, this.front, this.cap);
    this.group.visible = false;
    this.recolor(palette);
  }

  /** Cuts away what lies beyond `position` along an axis, or before it where the cut is flipped. */
  cut({ axis, isFlipped }: Cut, position: number, center: Vector3, size: number): void {
    const side = isFlipped ? 1 : -1;
    this.plane.normal.set(0, 0, 0)[axis] = side;
    this.plane.constant = -side * position;
    const place = center.clone();
    place[axis] = position;
    this.cap.position.copy(place);
    this.cap.scale.setScalar(size);
    this.cap.lookAt(place.clone().sub(this.plane.normal));
    this.group.visible = true;
    this.clipPart([this.plane]);
    this.follow();
  }

  /** Ends the section. */
  clear(): void {
    this.group.visible = false;
    this.clipPart([]);
  }

  /** Takes the part's latest geometry. */
  follow(): void {
    this.back.geometry = this.part.faces.geometry;
    this.front.geometry = this.part.faces.geometry;
  }

  recolor(palette: Palette): void {
    this.cap.material.color.copy(palette.cap);
  }

  private clipPart(planes: Plane[]): void {
    for (const material of [this.part.faces.material, this.part.edges.material]) {
      material.clippingPlanes = planes;
      material.needsUpdate = true;
    }
    this.part.edges.material.clipping = planes.length > 0;
  }

  private counter(
    side: Side,
    step: typeof IncrementWrapStencilOp | typeof DecrementWrapStencilOp,
  ): Mesh {
    const material = new MeshBasicMaterial({
      side,
      depthWrite: false,
      depthTest: false,
      colorWrite: false,
      stencilWrite: true,
      stencilFunc: AlwaysStencilFunc,
      stencilFail: step,
      stencilZFail: step,
      stencilZPass: step,
      clippingPlanes: [this.plane],
    });
    const counter = new Mesh(this.part.faces.geometry, material);
    counter.renderOrder = 1;
    return counter;
  }
}
