/** What the server saw in the picture, over it: where the part is, its normals, depth and edges. */

import { element } from "../dom/element";
import type { Seen, SeenLayer } from "../server/answers";
import type { Picture } from "../state/version";
import type { Workbench } from "../state/workbench";

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

export class SeenLayers {
  /** Lies over the picture. */
  readonly image = element("img", { class: "seen", alt: "", hidden: true });
  /** Chooses the layer and says what its colours mean. */
  readonly controls: HTMLElement;
  private readonly select = element("select", { class: "wide", "aria-label": "What was seen" });
  private readonly legend = element("p", { class: "legend", role: "status" });
  private picture: Picture | null = null;

  constructor(private readonly workbench: Workbench) {
    const options = Object.entries(TITLES).map(([name, title]) =>
      element("option", { value: name }, title),
    );
    this.select.append(element("option", { value: "" }, "nothing else"), ...options);
    this.select.addEventListener("change", () => void this.show());
    const row = element("label", { class: "tray-row" }, "Over the picture", this.select);
    this.controls = element("div", {}, row, this.legend);
    workbench.store.watch(["picture"], ({ picture }) => {
      const next = picture?.picture ?? null;
      if (next?.id !== this.picture?.id) {
        this.picture = next;
        void this.show();
      }
    });
  }

  /** Shows the chosen layer of the present picture, once the server has said what it sees. */
  private async show(): Promise<void> {
    const { picture } = this;
    const { value } = this.select;
    this.image.hidden = true;
    this.legend.textContent = value === "" || picture === null ? "" : "Looking…";
    if (value === "" || picture === null) {
      return;
    }
    try {
      const seen = await this.workbench.seeing.of(picture.content);
      const layer = seen.layers.find(({ name }) => name === value);
      if (picture === this.picture && value === this.select.value && layer !== undefined) {
        this.place(seen, layer);
      }
    } catch (error) {
      this.legend.textContent = "";
      this.workbench.failures.add("picture", error, () => void this.show());
    }
  }

  private place({ width_px, height_px, square }: Seen, layer: SeenLayer): void {
    const { left, top, right, bottom } = square;
    Object.assign(this.image.style, {
      left: percent(left / width_px),
      top: percent(top / height_px),
      width: percent((right - left) / width_px),
      height: percent((bottom - top) / height_px),
    });
    this.image.src = layer.picture;
    this.image.hidden = false;
    const marks = layer.legend.map(({ name, color }) => {
      const swatch = element("span", { class: "swatch" });
      swatch.style.background = color;
      return element("span", {}, swatch, EDGES[name] ?? name);
    });
    this.legend.replaceChildren(MEANINGS[layer.name], ...marks);
  }
}

function percent(share: number): string {
  return `${100 * share}%`;
}
