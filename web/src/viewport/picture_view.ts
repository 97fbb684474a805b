/**
 * The picture behind the solid, seen through the picture's own camera, so that they lie on each
 * other: fading from one to the other shows how well the program explains the picture.
 */

import { Box2, Vector2, Vector3 } from "three";
import { element } from "../dom/element";
import type { PictureCamera } from "../server/answers";
import { cameraOf, type PictureUse } from "../state/version";
import type { Part } from "./part";
import type { SeenLayers } from "./seen_layers";
import type { CanvasWindow, Motion, Stage } from "./stage";

/** Free space around the part in the picture, as a multiple of its size. */
const ROOM = 1.7;

export class PictureView {
  readonly element: HTMLElement;
  private readonly image = element("img", { alt: "" });
  private camera: PictureCamera | null = null;
  private isOn = false;
  private share = 0.5;
  /** Whether the picture has changed since the last solid. */
  private isOld = false;
  private readonly listeners: ((isOn: boolean) => void)[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly part: Part,
    readonly layers: SeenLayers,
  ) {
    this.element = element("div", { class: "picture-behind", hidden: true });
    this.element.append(this.image, layers.image);
    new ResizeObserver(() => this.isOn && this.align()).observe(stage.canvas);
    stage.controls.addEventListener("change", () => {
      if (this.isOn && this.hasLeft()) {
        this.turnOff("jump");
      }
    });
  }

  /** Whether there is a picture to look through. */
  get isPossible(): boolean {
    return this.camera !== null;
  }

  /** Whether the view is through the picture's camera. */
  get isSeen(): boolean {
    return this.isOn;
  }

  /** Calls back when the view through the picture's camera starts and ends. */
  onChange(listener: (isOn: boolean) => void): void {
    this.listeners.push(listener);
  }

  /** Takes another picture, or none. */
  setPicture(use: PictureUse | null): void {
    this.camera = use && cameraOf(use);
    if (use !== null && this.image.src !== use.picture.address) {
      this.image.src = use.picture.address;
    }
    if (this.camera === null) {
      this.turnOff();
    }
    this.isOld = true;
  }

  /** Looks again through the camera that came with the solid which is now there. */
  follow(): void {
    if (this.isOld && this.isOn) {
      this.align();
    }
    this.isOld = false;
  }

  turnOn(): void {
    if (this.camera !== null) {
      this.isOn = true;
      this.align();
      this.refresh();
      this.tell();
    }
  }

  turnOff(motion: Motion = "turn"): void {
    if (this.isOn) {
      this.isOn = false;
      this.refresh();
      this.stage.fit(motion);
      this.tell();
    }
  }

  /** How much of the picture is seen: 0 is the solid alone, 1 the picture with the edges. */
  fade(share: number): void {
    this.share = share;
    this.refresh();
  }

  /** Applies whether and how strongly the picture is seen. */
  refresh(): void {
    this.element.hidden = !this.isOn;
    this.element.style.opacity = String(Math.min(1, 2 * this.share));
    this.part.fade(this.isOn ? 1 - this.share : 1);
    this.stage.redraw();
  }

  /** Looks through the camera at the part of the picture in which the solid is. */
  private align(): void {
    if (this.camera === null) {
      return;
    }
    const { position, target, up, vertical_fov_deg, width, height } = this.camera;
    const { clientWidth, clientHeight } = this.stage.canvas;
    const fit = Math.min(clientWidth / width, clientHeight / height);
    // The canvas sees as much more than the picture as it is higher.
    const half =
      Math.tan((vertical_fov_deg / 2) * (Math.PI / 180)) * (clientHeight / (height * fit));
    const pinhole = {
      position: new Vector3(...position),
      target: new Vector3(...target),
      up: new Vector3(...up),
      verticalFovDeg: (2 * Math.atan(half) * 180) / Math.PI,
    };
    this.stage.lookThrough(pinhole, { x: 0, y: 0, scale: 1 });
    const window = this.windowAroundPart();
    this.stage.lookThrough(pinhole, window);
    const { x, y, scale } = window;
    Object.assign(this.element.style, {
      width: `${width * fit * scale}px`,
      height: `${height * fit * scale}px`,
      left: `${((clientWidth - width * fit) / 2 - x) * scale}px`,
      top: `${((clientHeight - height * fit) / 2 - y) * scale}px`,
    });
  }

  /** The window around what the camera now sees of the part, with the canvas's proportions. */
  private windowAroundPart(): CanvasWindow {
    const { clientWidth, clientHeight } = this.stage.canvas;
    const box = new Box2();
    const { positions } = this.part.mesh;
    for (let at = 0; at < positions.length; at += 3) {
      const { x, y } = new Vector3().fromArray(positions, at).project(this.stage.camera);
      box.expandByPoint(new Vector2(((x + 1) / 2) * clientWidth, ((1 - y) / 2) * clientHeight));
    }
    const size = box.getSize(new Vector2());
    const share = Math.max(size.x / clientWidth, size.y / clientHeight) * ROOM;
    if (box.isEmpty() || share >= 1 || share === 0) {
      return { x: 0, y: 0, scale: 1 };
    }
    const center = box.getCenter(new Vector2());
    const x = center.x - (clientWidth * share) / 2;
    const y = center.y - (clientHeight * share) / 2;
    return { x, y, scale: 1 / share };
  }

  /** Whether a person has turned the view away from the picture's. */
  private hasLeft(): boolean {
    const { position } = this.camera ?? { position: [0, 0, 0] as const };
    const away = this.stage.camera.position.distanceTo(new Vector3(...position));
    return away > 1e-3 * Math.hypot(...position);
  }

  private tell(): void {
    for (const listener of this.listeners) {
      listener(this.isOn);
    }
  }
}
