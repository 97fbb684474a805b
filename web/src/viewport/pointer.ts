/** Pointer, wheel and keys over the solid: they go to the first mode that is on. */

import type { Mode } from "./mode";
import type { CanvasPoint } from "./sight";
import type { Stage } from "./stage";

/** How far, in pixels, a pointer may move in a click. */
const CLICK_REACH_PX = 5;

/** Radians that an arrow key turns the view by. */
const KEY_TURN = Math.PI / 24;

export class Pointer {
  /** The mode to which the present drag belongs. */
  private dragging: Mode | null = null;
  private pressed: CanvasPoint | null = null;

  /** @param modes The first that is on has the pointer. */
  constructor(
    private readonly stage: Stage,
    private readonly modes: readonly Mode[],
  ) {
    const { canvas } = stage;
    canvas.addEventListener("pointermove", (event) => this.move(event));
    canvas.addEventListener("pointerleave", () => this.mode?.hover(null));
    // Before the orbit, which must not turn the solid while something is dragged.
    canvas.addEventListener("pointerdown", (event) => this.press(event), { capture: true });
    canvas.addEventListener("pointerup", (event) => this.release(event));
    canvas.addEventListener("pointercancel", (event) => this.release(event));
    canvas.addEventListener("wheel", (event) => this.wheel(event), { capture: true });
    canvas.addEventListener("keydown", (event) => this.key(event));
  }

  private get mode(): Mode | undefined {
    return this.modes.find(({ isOn }) => isOn);
  }

  private press(event: PointerEvent): void {
    const at = placeOf(event);
    this.pressed = at;
    const isPlain = event.button === 0 && event.isPrimary;
    this.dragging = isPlain ? (this.modes.find((mode) => mode.press?.(at)) ?? null) : null;
    if (this.dragging !== null) {
      this.stage.controls.enabled = false;
      this.stage.canvas.setPointerCapture(event.pointerId);
    }
  }

  private move(event: PointerEvent): void {
    if (this.dragging !== null) {
      this.dragging.drag?.(placeOf(event));
    } else if (event.buttons === 0) {
      this.mode?.hover(placeOf(event));
    }
  }

  private release(event: PointerEvent): void {
    const { pressed, dragging } = this;
    this.pressed = null;
    if (dragging !== null) {
      this.dragging = null;
      this.stage.controls.enabled = true;
      dragging.drop?.();
      return;
    }
    const at = placeOf(event);
    if (pressed !== null && Math.hypot(at.x - pressed.x, at.y - pressed.y) <= CLICK_REACH_PX) {
      this.mode?.click(at);
    }
  }

  private wheel(event: WheelEvent): void {
    if (this.mode?.wheel?.(event.deltaY < 0 ? 1 : -1)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }

  private key(event: KeyboardEvent): void {
    const turns: Record<string, readonly [number, number]> = {
      ArrowLeft: [-KEY_TURN, 0],
      ArrowRight: [KEY_TURN, 0],
      ArrowUp: [0, KEY_TURN],
      ArrowDown: [0, -KEY_TURN],
    };
    const turn = event.altKey ? undefined : turns[event.key];
    if (turn !== undefined) {
      this.stage.orbit(...turn);
      event.preventDefault();
    } else if (event.key === "+" || event.key === "=") {
      this.stage.zoom(1 / 1.2);
    } else if (event.key === "-") {
      this.stage.zoom(1.2);
    }
  }
}

function placeOf(event: PointerEvent): CanvasPoint {
  return { x: event.offsetX, y: event.offsetY };
}
