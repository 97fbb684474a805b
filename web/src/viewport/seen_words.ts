/** The maps of what was seen in a picture, in words. */

import { element } from "../dom/element";
import type { SeenLayer } from "../server/answers";

type LayerName = SeenLayer["name"];

const TITLES: Readonly<Record<LayerName, string>> = {
  mask: "The part",
  normals: "Normals",
  depth: "Depth",
  edges: "Edges",
};

/** What colours mean that have no legend of their own. */
const MEANINGS: Readonly<Record<LayerName, string>> = {
  mask: "Red is taken for the part.",
  normals: "Red looks to the right, green up, blue towards you.",
  depth: "Light is near.",
  edges: "",
};

const EDGES: Readonly<Record<string, string>> = {
  outline: "outline",
  "step-near": "step, near side",
  "step-far": "step, far side",
  convex: "convex",
  concave: "concave",
  rim: "rim of a hole",
};

/** All maps, to choose one. */
export function layerOptions(): HTMLOptionElement[] {
  return Object.entries(TITLES).map(([value, title]) => element("option", { value }, title));
}

/** What the colours of a map mean. */
export function layerMeaning({ name, legend }: SeenLayer): (HTMLElement | string)[] {
  const marks = legend.map(({ name, color }) => {
    const swatch = element("span", { class: "swatch" });
    swatch.style.background = color;
    return element("span", {}, swatch, EDGES[name] ?? name);
  });
  return [MEANINGS[name], ...marks];
}
