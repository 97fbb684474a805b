/** Turning a picture by quarters and cutting a frame out of it. */

/** Left, top, right, bottom as shares of the picture. */
export type Frame = readonly [number, number, number, number];

/** All of a picture. */
export const WHOLE: Frame = [0, 0, 1, 1];

/** Quality of pictures that come as JPEG: what a camera has. */
const JPEG_QUALITY = 0.95;

/** The frame on the picture after a quarter to the right. */
export function turnedFrame([left, top, right, bottom]: Frame): Frame {
  return [1 - bottom, left, 1 - top, right];
}

/** The frame after so many quarters to the right. */
export function turnedBy(quarters: number, frame: Frame): Frame {
  return quarters === 0 ? frame : turnedBy(quarters - 1, turnedFrame(frame));
}

/** Width and height after so many quarters. */
export function turnedSize(
  { width, height }: { readonly width: number; readonly height: number },
  quarters: number,
): [number, number] {
  return quarters % 2 === 0 ? [width, height] : [height, width];
}

/** Draws the picture, turned to the right by quarters, so that it fills `size` from `left`, `top`. */
export function drawTurned(
  paper: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  bitmap: ImageBitmap,
  quarters: number,
  [left, top]: readonly [number, number],
  size: readonly [number, number],
): void {
  const [width, height] = turnedSize({ width: size[0], height: size[1] }, quarters);
  paper.save();
  paper.translate(left + size[0] / 2, top + size[1] / 2);
  paper.rotate((quarters * Math.PI) / 2);
  paper.drawImage(bitmap, -width / 2, -height / 2, width, height);
  paper.restore();
}

/** What is within the frame of the picture turned to the right by quarters, in its own kind of file. */
export async function cutOut(
  bitmap: ImageBitmap,
  quarters: number,
  [left, top, right, bottom]: Frame,
  kind: string,
): Promise<Blob> {
  const size = turnedSize(bitmap, quarters);
  const [width, height] = size;
  const [across, down] = [(right - left) * width, (bottom - top) * height].map(Math.round);
  const canvas = new OffscreenCanvas(Math.max(1, across ?? 1), Math.max(1, down ?? 1));
  const paper = canvas.getContext("2d");
  if (paper !== null) {
    drawTurned(paper, bitmap, quarters, [-left * width, -top * height], size);
  }
  // A photograph as PNG would be larger than the server takes.
  const type = /jpe?g|hei[cf]/.test(kind) ? "image/jpeg" : "image/png";
  return canvas.convertToBlob({ type, quality: JPEG_QUALITY });
}
