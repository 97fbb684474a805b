/** The colours of the style sheet, for what is not drawn by it. */

import { Color } from "three";

export interface Palette {
  readonly face: Color;
  readonly faceHovered: Color;
  readonly faceSelected: Color;
  readonly edge: Color;
  readonly accent: Color;
  readonly cap: Color;
  readonly grid: Color;
}

/** Reads the colours that hold for an element now. */
export function paletteOf(place: Element): Palette {
  const style = getComputedStyle(place);
  const color = (name: string): Color => new Color(style.getPropertyValue(`--${name}`).trim());
  return {
    face: color("solid-face"),
    faceHovered: color("solid-hovered"),
    faceSelected: color("solid-selected"),
    edge: color("solid-edge"),
    accent: color("accent"),
    cap: color("solid-cap"),
    grid: color("grid"),
  };
}
