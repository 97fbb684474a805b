/** What the server saw in the picture, over it: where the part is, its normals, depth and edges. */

import { element } from "../dom/element";
import type { Seen, SeenLayer } from "../server/answers";
import type { Picture } from "../state/version";
import type { Workbench } from "../state/workbench";
import { layerMeaning, layerOptions } from "./seen_words";

export class SeenLayers {
  /** Lies over the picture. */
  readonly image = element("img", { class: "seen", alt: "", hidden: true });
  /** Chooses the layer and says what its colours mean. */
  readonly controls: HTMLElement;
  private readonly select = element("select", { class: "wide", "aria-label": "What was seen" });
  private readonly legend = element("p", { class: "legend", role: "status" });
  private picture: Picture | null = null;

  constructor(private readonly workbench: Workbench) {
    this.select.append(element("option", { value: "" }, "nothing else"), ...layerOptions());
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
    this.legend.replaceChildren(...layerMeaning(layer));
  }
}

function percent(share: number): string {
  return `${100 * share}%`;
}
