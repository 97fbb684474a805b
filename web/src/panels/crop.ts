/** A picture that a person turns, and on which the part is marked: a frame to draw, or to move by keys. */

import { element } from "../dom/element";
import { cutOut, drawTurned, type Frame, turnedBy, turnedSize, WHOLE } from "./picture_cut";

/** How far an arrow key moves a side. */
const STEP = 0.02;

/** The smallest frame, so that a click is none. */
const LEAST = 0.04;

/** The frame around what may be the part. */
const MIDDLE: Frame = [0.15, 0.15, 0.85, 0.85];

/** Free space around an object that is framed, as a share of the object's size. */
const MARGIN = 0.15;

/** Longer side of the picture as it is shown. */
const SHOWN_PX = 1200;

/** How strongly a cover shows. */
const COVER_OPACITY = 0.75;

/** A map that lies over the picture. */
export interface Cover {
  readonly image: ImageBitmap;
  /** Where it lies in the picture before any turn. It may reach beyond it. */
  readonly place: Frame;
}

export class Crop {
  readonly element: HTMLElement;
  private readonly canvas = element("canvas", { role: "img", "aria-label": "The picture" });
  private readonly mark = element("div", {
    class: "crop-frame",
    tabindex: 0,
    role: "group",
    "aria-label": "Frame around the part: arrow keys move it, with Shift its size changes",
  });
  private content: Blob | null = null;
  private bitmap: ImageBitmap | null = null;
  private cover: Cover | null = null;
  private quarters = 0;
  private frame = WHOLE;
  private from: readonly [number, number] | null = null;

  constructor() {
    this.element = element("div", { class: "crop" }, this.canvas, this.mark);
    this.element.addEventListener("pointerdown", (event) => this.begin(event));
    this.element.addEventListener("pointermove", (event) => this.draw(event));
    this.element.addEventListener("pointerup", () => {
      this.from = null;
    });
    this.mark.addEventListener("keydown", (event) => this.key(event));
  }

  /**
   * Shows another picture; the same one stays as it was turned and marked.
   *
   * @param isSuspect Whether not all of it can be wanted.
   * @throws Where the browser cannot open it.
   */
  async show(content: Blob, isSuspect: boolean): Promise<void> {
    if (content === this.content) {
      return;
    }
    this.content = content;
    this.quarters = 0;
    this.bitmap = null;
    this.cover = null;
    this.element.hidden = true;
    const bitmap = await createImageBitmap(content);
    if (content === this.content) {
      this.bitmap = bitmap;
      this.element.hidden = false;
      this.paint();
      this.place(isSuspect ? MIDDLE : WHOLE);
    }
  }

  /** Turns the picture by a quarter, with the frame. */
  turn(direction: "left" | "right"): void {
    const quarters = direction === "right" ? 1 : 3;
    this.quarters = (this.quarters + quarters) % 4;
    this.paint();
    this.place(turnedBy(quarters, this.frame));
  }

  /** Lays a map over the picture, or takes it away; what is cut is the picture alone. */
  layOver(cover: Cover | null): void {
    this.cover = cover;
    this.paint();
  }

  /** Draws the frame around an object, which lies there before any turn. */
  frameObject([left, top, right, bottom]: Frame): void {
    const [across, down] = [MARGIN * (right - left), MARGIN * (bottom - top)];
    const around: Frame = [left - across, top - down, right + across, bottom + down];
    this.place(turnedBy(this.quarters, around));
  }

  /** The picture within the frame, as it is turned; the file itself where nothing is changed. */
  async cut(): Promise<Blob | null> {
    const { content, bitmap, frame, quarters } = this;
    const isWhole = frame.every((side, at) => side === WHOLE[at]) && quarters === 0;
    return content === null || bitmap === null || isWhole
      ? content
      : cutOut(bitmap, quarters, frame, content.type);
  }

  private paint(): void {
    const { bitmap, canvas, quarters } = this;
    if (bitmap !== null) {
      const scale = Math.min(1, SHOWN_PX / Math.max(bitmap.width, bitmap.height));
      const size = turnedSize(bitmap, quarters).map((side) => Math.round(side * scale));
      const [width = 1, height = 1] = size;
      Object.assign(canvas, { width, height });
      const paper = canvas.getContext("2d");
      if (paper !== null) {
        drawTurned(paper, bitmap, quarters, [0, 0], [width, height]);
        this.paintCover(paper, [width, height]);
      }
    }
  }

  private paintCover(paper: CanvasRenderingContext2D, size: readonly [number, number]): void {
    const { cover, quarters } = this;
    if (cover !== null) {
      const [left, top, right, bottom] = turnedBy(quarters, cover.place);
      const [width, height] = size;
      const extent = [(right - left) * width, (bottom - top) * height] as const;
      paper.globalAlpha = COVER_OPACITY;
      drawTurned(paper, cover.image, quarters, [left * width, top * height], extent);
    }
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
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
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
