/** Directions to look from. */

import { Vector3 } from "three";

/** A standard view. */
export interface StandardView {
  readonly name: string;
  /** The key that takes it. */
  readonly key: string;
  /** From the part to the eye. */
  readonly direction: Vector3;
}

/**
 * Straight up and down, a little of the front is left, so that the picture's up is +Y in both and the
 * orbit knows where it is.
 */
export const TILT = 1e-4;

export const STANDARD_VIEWS: readonly StandardView[] = [
  { name: "Isometric", key: "0", direction: new Vector3(1, -1, 0.8) },
  { name: "Front", key: "1", direction: new Vector3(0, -1, 0) },
  { name: "Right", key: "2", direction: new Vector3(1, 0, 0) },
  { name: "Top", key: "3", direction: new Vector3(0, -TILT, 1) },
  { name: "Back", key: "4", direction: new Vector3(0, 1, 0) },
  { name: "Left", key: "5", direction: new Vector3(-1, 0, 0) },
  { name: "Bottom", key: "6", direction: new Vector3(0, -TILT, -1) },
];

/** The first look at a part: from the side on which the pictures' camera stands. */
export const FIRST_LOOK = new Vector3(1, 1, 0.9);
