/** Renderer, camera, light and orbit: everything about the view but the part itself. */

import {
  Box3,
  DirectionalLight,
  HemisphereLight,
  PerspectiveCamera,
  Scene,
  Sphere,
  Vector3,
  WebGLRenderer,
} from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import { TILT } from "./views";

/** Vertical field of view, in degrees, of every view but the picture's. */
const PERSPECTIVE_DEG = 32;

/**
 * That of an orthographic view: from so far away that the sizes of what is near and what is far differ by six
 * thousandths at most. From farther still, the numbers of a graphics card would show as bands on flat faces.
 */
const ORTHOGRAPHIC_DEG = 0.4;

/** Free space around the part when all of it is shown, as a share of its size. */
const MARGIN = 1.25;

const TURN_MILLIS = 220;

/** Share of the canvas that a small picture of the part shows. */
const MIDDLE = 0.72;

/** What is seen where there is no part yet: room for one of about a hand. */
const EMPTY_BOX = new Box3(new Vector3(-2.4, -2.4, -2.4), new Vector3(2.4, 2.4, 2.4));

/** How the view comes to another one. */
export type Motion = "turn" | "jump";

/** A pinhole camera in the world. */
export interface Pinhole {
  readonly position: Vector3;
  readonly target: Vector3;
  readonly up: Vector3;
  /** Field of view over the height of the canvas. */
  readonly verticalFovDeg: number;
}

/** A part of the canvas's picture, from its upper left corner in pixels, enlarged to all of it. */
export interface CanvasWindow {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export class Stage {
  readonly scene = new Scene();
  readonly camera = new PerspectiveCamera(PERSPECTIVE_DEG, 1, 0.1, 1000);
  readonly controls: OrbitControls;
  readonly renderer: WebGLRenderer;
  private readonly box = EMPTY_BOX.clone();
  private frame = 0;
  private readonly afterDraw: (() => void)[] = [];
  private turn = 0;
  private fieldOfViewDeg = PERSPECTIVE_DEG;

  /** @throws Where the browser has no WebGL. */
  constructor(readonly canvas: HTMLCanvasElement) {
    this.renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true, stencil: true });
    this.renderer.localClippingEnabled = true;
    this.camera.up.set(0, 0, 1);
    this.camera.position.set(20, -30, 22);
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.zoomToCursor = true;
    this.controls.addEventListener("change", () => this.redraw());
    this.scene.add(this.camera, new HemisphereLight(0xffffff, 0x8d93a3, 1.9));
    const key = new DirectionalLight(0xffffff, 1.6);
    key.position.set(-0.4, 0.9, 1);
    this.camera.add(key, key.target);
    new ResizeObserver(() => this.resize()).observe(canvas.parentElement ?? canvas);
    this.resize();
  }

  /** Calls back after every drawing, to place what stands over it. */
  onDraw(listener: () => void): void {
    this.afterDraw.push(listener);
  }

  /** Draws before the browser shows its next frame. */
  redraw(): void {
    if (this.frame === 0) {
      this.frame = requestAnimationFrame(() => this.draw());
    }
  }

  /** Draws at once. */
  draw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.clip();
    this.renderer.render(this.scene, this.camera);
    for (const listener of this.afterDraw) {
      listener();
    }
  }

  /** A square picture of the middle of what is seen, as a `data:` address; what is not drawn on shines through. */
  picture(pixels: number): string {
    // In the same task: after it the browser takes the drawing away.
    this.draw();
    const { width, height } = this.canvas;
    const side = MIDDLE * Math.min(width, height);
    const square = document.createElement("canvas");
    square.width = pixels;
    square.height = pixels;
    const [x, y] = [(width - side) / 2, (height - side) / 2];
    square.getContext("2d")?.drawImage(this.canvas, x, y, side, side, 0, 0, pixels, pixels);
    return square.toDataURL("image/webp", 0.8);
  }

  /** What "all of it" is from now on; null where nothing is there. */
  setBox(box: Box3 | null): void {
    this.box.copy(box ?? EMPTY_BOX);
  }

  /** Half the diagonal of the part's box. */
  get radius(): number {
    return Math.max(this.box.getBoundingSphere(new Sphere()).radius, 1e-3);
  }

  get center(): Vector3 {
    return this.box.getCenter(new Vector3());
  }

  /** Shows all of the part, from where it is seen now. */
  fit(motion: Motion = "turn"): void {
    this.look(this.towardsEye, motion);
  }

  /** Shows parallel lines parallel, or as the eye sees them, from where the part is seen now. */
  setOrthographic(isOrthographic: boolean): void {
    const tangent = (): number => Math.tan((this.camera.fov / 2) * (Math.PI / 180));
    const before = tangent();
    this.fieldOfViewDeg = isOrthographic ? ORTHOGRAPHIC_DEG : PERSPECTIVE_DEG;
    this.camera.fov = this.fieldOfViewDeg;
    this.zoom(before / tangent());
  }

  /** The direction from the part to the eye. */
  get towardsEye(): Vector3 {
    return this.camera.position.clone().sub(this.controls.target).normalize();
  }

  /** Shows all of the part from a direction, given from the part towards the eye. */
  look(direction: Vector3, motion: Motion = "turn"): void {
    this.camera.up.set(0, 0, 1);
    this.camera.fov = this.fieldOfViewDeg;
    this.camera.clearViewOffset();
    this.camera.updateProjectionMatrix();
    const half = (this.fieldOfViewDeg / 2) * (Math.PI / 180);
    const narrow = Math.atan(Math.tan(half) * Math.min(1, this.camera.aspect));
    const distance = (this.radius * MARGIN) / Math.sin(narrow);
    this.travel(this.center, direction.clone().normalize(), distance, motion);
  }

  /** Shows all of the part straight from a direction; upright ones have +Y up. */
  lookAlong([x, y, z]: readonly [number, number, number]): void {
    const isUpright = Math.hypot(x, y) < 1e-4;
    this.look(isUpright ? new Vector3(0, -TILT, z) : new Vector3(x, y, z));
  }

  /** Looks through a pinhole camera, of whose picture the canvas shows a window. */
  lookThrough(pinhole: Pinhole, window: CanvasWindow): void {
    cancelAnimationFrame(this.turn);
    const { clientWidth, clientHeight } = this.canvas;
    const { x, y, scale } = window;
    this.camera.up.copy(pinhole.up);
    this.camera.fov = pinhole.verticalFovDeg;
    const [width, height] = [clientWidth / scale, clientHeight / scale];
    this.camera.setViewOffset(clientWidth, clientHeight, x, y, width, height);
    this.camera.position.copy(pinhole.position);
    this.controls.target.copy(pinhole.target);
    this.controls.update();
    this.draw();
  }

  /** Turns the view by angles in radians, as the arrow keys do. */
  orbit(right: number, up: number): void {
    const offset = this.camera.position.clone().sub(this.controls.target);
    offset.applyAxisAngle(new Vector3(0, 0, 1), -right);
    const side = new Vector3(0, 0, 1).cross(offset).normalize();
    const turned = offset.clone().applyAxisAngle(side, -up);
    const isUpright = Math.abs(turned.z) < 0.999 * turned.length();
    this.camera.position.copy(this.controls.target).add(isUpright ? turned : offset);
    this.controls.update();
  }

  /** Moves the eye nearer or farther. */
  zoom(factor: number): void {
    const offset = this.camera.position.clone().sub(this.controls.target).multiplyScalar(factor);
    this.camera.position.copy(this.controls.target).add(offset);
    this.controls.update();
  }

  private travel(target: Vector3, direction: Vector3, distance: number, motion: Motion): void {
    cancelAnimationFrame(this.turn);
    const from = this.camera.position.clone().sub(this.controls.target);
    const [fromTarget, fromDistance] = [this.controls.target.clone(), from.length()];
    from.normalize();
    const start = performance.now();
    const still = motion === "jump" || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const step = (): void => {
      const share = still ? 1 : Math.min(1, (performance.now() - start) / TURN_MILLIS);
      const eased = share * share * (3 - 2 * share);
      const towards = share === 1 ? direction : between(from, direction, eased);
      this.controls.target.lerpVectors(fromTarget, target, eased);
      const away = fromDistance + (distance - fromDistance) * eased;
      this.camera.position.copy(this.controls.target).addScaledVector(towards, away);
      this.controls.update();
      this.redraw();
      this.turn = share < 1 ? requestAnimationFrame(step) : 0;
    };
    step();
  }

  /** Sets the near and far plane around the part, for an exact depth buffer. */
  private clip(): void {
    const away = this.camera.position.distanceTo(this.center);
    this.camera.near = Math.max((away - 4 * this.radius) * 0.9, this.radius / 200);
    this.camera.far = away + 12 * this.radius;
    this.camera.updateProjectionMatrix();
  }

  private resize(): void {
    const place = this.canvas.parentElement;
    const [width, height] = [place?.clientWidth ?? 0, place?.clientHeight ?? 0];
    if (width === 0 || height === 0) {
      return;
    }
    this.renderer.setPixelRatio(Math.min(devicePixelRatio, 2));
    this.renderer.setSize(width, height, false);
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
    this.draw();
  }
}

/** A direction between two, along the shorter arc. */
function between(from: Vector3, to: Vector3, share: number): Vector3 {
  const mixed = from.clone().lerp(to, share);
  return mixed.lengthSq() < 1e-6 ? to.clone() : mixed.normalize();
}
