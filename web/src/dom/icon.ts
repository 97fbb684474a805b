/** The page's icons: strokes on a field of 20 by 20. */

import { drawing } from "./element";

const PATHS = {
  fit: "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M7 8l3-1.6L13 8v4l-3 1.6L7 12z",
  edges: "M10 2.5l6.5 3.6v7.6L10 17.5l-6.5-3.8V6.1zM3.5 6.1L10 9.8l6.5-3.7M10 9.8v7.7",
  section: "M3 13.5L10 17l7-3.5M3 10l7 3.5 7-3.5-7-3.5zM10 2v4",
  measure: "M2.5 13.5l11-11 4 4-11 11zM6 10l1.6 1.6M9 7l2.4 2.4M12 4l1.6 1.6",
  parallel: "M3 7l5-4h9l-5 4zM3 7v10h9V7M12 17l5-4V3",
  picture: "M3 4h14v12H3zM3 13l4-4 3 3 2.5-2.5L17 14M12.8 7.4h.01",
  undo: "M7 4L3.5 7.5 7 11M3.5 7.5H12a4.5 4.5 0 010 9H8",
  redo: "M13 4l3.5 3.5L13 11M16.5 7.5H8a4.5 4.5 0 000 9h4",
  add: "M10 4v12M4 10h12",
  look: "M10 2.5a7.5 7.5 0 100 15zM10 2.5a7.5 7.5 0 010 15",
  help: "M7.5 7.5a2.5 2.5 0 113.6 2.2c-.8.4-1.1.9-1.1 1.8M10 14.6h.01M10 2a8 8 0 100 16 8 8 0 000-16z",
  sketch: "M3 15L7 5l6 2 4 8zM3 15h14",
  line: "M4 16L16 4",
  arc: "M3.5 15a11 11 0 0113-9",
  circle: "M10 3.5a6.5 6.5 0 100 13 6.5 6.5 0 000-13z",
  rectangle: "M3 5h14v10H3z",
  slot: "M6.5 6h7a4 4 0 010 8h-7a4 4 0 010-8z",
  polygon: "M10 3l6 3.5v7L10 17l-6-3.5v-7z",
  hole: "M10 6c4 0 7 1.3 7 3s-3 3-7 3-7-1.3-7-3 3-3 7-3zM3 9v4c0 1.7 3 3 7 3s7-1.3 7-3V9M10 2v6",
  row: "M5 7.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM15 7.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM8.5 10h3",
  ring: "M10 2.5a2 2 0 100 4 2 2 0 000-4zM4.5 12a2 2 0 100 4 2 2 0 000-4zM15.5 12a2 2 0 100 4 2 2 0 000-4zM10 10h.01",
  select: "M5 3l10 7-4.5.8L8 15z",
  done: "M4 10.5l4 4 8-9",
  paste: "M6 4H4v13h12V4h-2M7 2.5h6v3H7zM7 9h6M7 12h6",
  delete: "M4 5.5h12M8 5.5V3h4v2.5M6 5.5l.7 11h6.6l.7-11",
  up: "M10 16V4M5.5 8.5L10 4l4.5 4.5",
  down: "M10 4v12M5.5 11.5L10 16l4.5-4.5",
  extrude: "M4 9l6 3 6-3M4 9v5l6 3 6-3V9M10 9V2M7.5 4.5L10 2l2.5 2.5",
  file: "M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15",
  link: "M8.5 11.5l3-3M7.5 8.5l-2 2a2.8 2.8 0 004 4l2-2M12.5 11.5l2-2a2.8 2.8 0 00-4-4l-2 2",
  copy: "M7 7h9v9H7zM4 13V4h9",
  camera: "M3 6.5h3l1.5-2h5l1.5 2h3v9H3zM10 8.2a2.6 2.6 0 100 5.2 2.6 2.6 0 000-5.2z",
} as const;

export type IconName = keyof typeof PATHS;

/** A picture that a label stands beside: it is hidden from screen readers. */
export function icon(name: IconName): SVGSVGElement {
  return drawing(
    "svg",
    { class: "icon", viewBox: "0 0 20 20", "aria-hidden": "true" },
    drawing("path", { d: PATHS[name] }),
  );
}
