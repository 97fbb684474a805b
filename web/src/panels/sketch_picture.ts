/** The picture under the flat sketch, as it lies in the plane of the end that its camera sees. */

import { element } from "../dom/element";
import { asCss, fromPicture, seenHeight } from "../drawing/picture_plane";
import type { Extent } from "../program/operation";
import type { Sketch } from "../program/sketch";
import type { State } from "../state/state";
import { cameraOf } from "../state/version";
import type { Sheet } from "./sheet";

export class SketchPicture {
  readonly element = element("img", { class: "sketch-picture", alt: "", hidden: true });
  isOn = false;

  /** Lays the picture under a sheet; says whether there is one to lay. */
  show(sheet: Sheet, sketch: Sketch | null, { picture, program, build }: State): boolean {
    const frame = build?.sketches.find(({ operation }) => operation === sketch?.index)?.frame;
    const isPossible = picture !== null && frame !== undefined;
    this.element.hidden = true;
    if (!this.isOn || !isPossible) {
      return isPossible;
    }
    const camera = cameraOf(picture);
    const ends = (sketch?.extrudes ?? []).flatMap((index) => {
      const extrude = program?.operations[index];
      return extrude?.op === "add_extrude" && extrude.operation !== "cut"
        ? endsOf(extrude.extent)
        : [];
    });
    const height = seenHeight(camera, frame, [0, ...ends]);
    const matrix = fromPicture(camera, frame, height, (point) => sheet.place(point));
    if (matrix !== null) {
      this.element.hidden = false;
      this.element.src = picture.picture.address;
      Object.assign(this.element.style, {
        width: `${camera.width}px`,
        height: `${camera.height}px`,
        transform: asCss(matrix),
      });
    }
    return isPossible;
  }
}

/** Heights of both ends of an extrude over its sketch. */
function endsOf(extent: Extent): number[] {
  if ("one_side" in extent) {
    return [0, extent.one_side];
  }
  return "symmetric" in extent
    ? [-extent.symmetric / 2, extent.symmetric / 2]
    : [-extent.two_sides.backward, extent.two_sides.forward];
}
