/** The world's axes in a corner of the view; each end is a button that looks from there. */

import { type Camera, Vector3 } from "three";
import { button, drawing, element } from "../dom/element";

const REACH_PX = 30;
const AXES = ["x", "y", "z"] as const;

export class Compass {
  readonly element: HTMLElement;
  private readonly lines = AXES.map((axis) => drawing("line", { class: `axis-${axis}` }));
  private readonly ends: { direction: Vector3; button: HTMLButtonElement }[] = [];

  constructor(look: (direction: Vector3) => void) {
    for (const axis of AXES) {
      for (const sign of [1, -1]) {
        const direction = new Vector3();
        direction[axis] = sign;
        const name = `${sign > 0 ? "+" : "−"}${axis.toUpperCase()}`;
        const label = sign > 0 ? axis.toUpperCase() : "";
        const end = button(label, () => look(upright(direction)), {
          class: `axis-end axis-${axis}`,
          "aria-label": `Look from ${name}`,
          title: `Look from ${name}`,
          "data-sign": sign,
        });
        this.ends.push({ direction, button: end });
      }
    }
    const lines = drawing(
      "svg",
      { viewBox: "-40 -40 80 80", "aria-hidden": "true" },
      ...this.lines,
    );
    const buttons = this.ends.map((end) => end.button);
    this.element = element("div", { class: "compass" }, lines, ...buttons);
  }

  /** Turns with the camera. */
  follow(camera: Camera): void {
    const turn = camera.quaternion.clone().invert();
    for (const { direction, button } of this.ends) {
      const { x, y, z } = direction.clone().applyQuaternion(turn);
      button.style.transform = `translate(${x * REACH_PX}px, ${-y * REACH_PX}px)`;
      button.style.zIndex = String(Math.round(z * 10) + 10);
    }
    AXES.forEach((axis, index) => {
      const direction = new Vector3();
      direction[axis] = REACH_PX;
      const { x, y } = direction.applyQuaternion(turn);
      this.lines[index]?.setAttribute("x2", String(x));
      this.lines[index]?.setAttribute("y2", String(-y));
    });
  }
}

/** The same direction, a little off straight up or down. */
function upright(direction: Vector3): Vector3 {
  return Math.abs(direction.z) === 1 ? direction.clone().add(new Vector3(0, -1e-4, 0)) : direction;
}
