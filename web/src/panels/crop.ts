/** A picture on which a person marks the part: a frame to draw, or to move by keys. */

import { element } from "../dom/element";

/** Left, top, right, bottom as shares of the picture. */
type Frame = readonly [number, number, number, number];

/** How far an arrow key moves a side. */
const STEP = 0.02;

/** The smallest frame, so that a click is none. */
const LEAST = 0.04;

const FIRST: Frame = [0.15, 0.15, 0.85, 0.85];

export class Crop {
  readonly element: HTMLElement;
  private readonly image = element("img", {
    alt: "The picture that was refused",
    draggable: "false",
  });
  private readonly mark = element("div", {
    class: "crop-frame",
    tabindex: 0,
    role: "group",
    "aria-label": "Frame around the part: arrow keys move it, with Shift its size changes",
  });
  private frame = FIRST;
  private from: readonly [number, number] | null = null;

  constructor() {
    this.element = element("div", { class: "crop" }, this.image, this.mark);
    this.element.addEventListener("pointerdown", (event) => this.begin(event));
    this.element.addEventListener("pointermove", (event) => this.draw(event));
    this.element.addEventListener("pointerup", () => {
      this.from = null;
    });
    this.mark.addEventListener("keydown", (event) => this.key(event));
  }

  show(address: string): void {
    if (this.image.src !== address) {
      this.image.src = address;
      this.place(FIRST);
    }
  }

  /** The picture within the frame. */
  async cut(content: Blob): Promise<Blob> {
    const bitmap = await createImageBitmap(content);
    const [left, top, right, bottom] = this.frame;
    const { width, height } = bitmap;
    const size = [(right - left) * width, (bottom - top) * height] as const;
    const canvas = new OffscreenCanvas(Math.round(size[0]), Math.round(size[1]));
    const paper = canvas.getContext("2d");
    paper?.drawImage(bitmap, -left * width, -top * height);
    return canvas.convertToBlob({ type: "image/png" });
  }

  private begin(event: PointerEvent): void {
    this.from = this.at(event);
    this.element.setPointerCapture(event.pointerId);
    event.preventDefault();
  }

  private draw(event: PointerEvent): void {
    if (this.from !== null) {
      const [[x, y], [u, v]] = [this.from, this.at(event)];
      this.place([Math.min(x, u), Math.min(y, v), Math.max(x, u), Math.max(y, v)]);
    }
  }

  private at({ clientX, clientY }: PointerEvent): readonly [number, number] {
    const { left, top, width, height } = this.image.getBoundingClientRect();
    return [share((clientX - left) / width), share((clientY - top) / height)];
  }

  private key(event: KeyboardEvent): void {
    const steps: Record<string, readonly [number, number]> = {
      ArrowLeft: [-STEP, 0],
      ArrowRight: [STEP, 0],
      ArrowUp: [0, -STEP],
      ArrowDown: [0, STEP],
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const [left, top, right, bottom] = this.frame;
      const [x, y] = event.shiftKey ? [left, top] : [left + step[0], top + step[1]];
      this.place([x, y, right + step[0], bottom + step[1]]);
    }
  }

  private place([left, top, right, bottom]: Frame): void {
    const frame: Frame = [share(left), share(top), share(right), share(bottom)];
    if (frame[2] - frame[0] < LEAST || frame[3] - frame[1] < LEAST) {
      return;
    }
    this.frame = frame;
    this.mark.style.inset = [frame[1], 1 - frame[2], 1 - frame[3], frame[0]]
      .map((side) => `${side * 100}%`)
      .join(" ");
  }
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}
