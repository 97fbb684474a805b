/** What may help to read a picture: what is seen in it, each of its objects, and its camera if that is known. */

import { button, element } from "../dom/element";
import type { PixelBox, Seen, SeenLayer } from "../server/answers";
import { type CameraName, Refusal } from "../server/client";
import { inWords } from "../state/failures";
import type { Workbench } from "../state/workbench";
import { layerMeaning, layerOptions } from "../viewport/seen_words";
import type { Crop } from "./crop";
import type { Frame } from "./picture_cut";

const CAMERAS: Readonly<Record<CameraName, string>> = {
  isometric: "isometric, without perspective",
  paper: "60° from (20, 20, 20), all of the picture",
};

export class AttemptHelp {
  readonly element: HTMLElement;
  private readonly layer = element("select", { "aria-label": "What is seen in the picture" });
  private readonly cameras = element("select", { "aria-label": "Its camera" });
  private readonly objects = element("div", { class: "actions", role: "group" });
  private readonly legend = element("p", { class: "legend", role: "status" });
  private content: Blob | null = null;

  constructor(
    private readonly workbench: Workbench,
    private readonly crop: Crop,
  ) {
    this.layer.append(element("option", { value: "" }, "the picture alone"), ...layerOptions());
    this.layer.addEventListener("change", () => void this.look());
    const cameras = Object.entries(CAMERAS).map(([value, title]) =>
      element("option", { value }, title),
    );
    this.cameras.append(element("option", { value: "" }, "not known"), ...cameras);
    this.objects.setAttribute("aria-label", "Objects");
    this.element = element(
      "div",
      { class: "attempt-help" },
      element("label", { class: "tray-row" }, "Show", this.layer),
      element("label", { class: "tray-row" }, "Camera", this.cameras),
      this.objects,
      this.legend,
    );
  }

  /** The camera that is known. */
  get camera(): CameraName | null {
    const { value } = this.cameras;
    return value === "isometric" || value === "paper" ? value : null;
  }

  /** Begins anew with another picture. */
  show(content: Blob): void {
    if (content !== this.content) {
      this.content = content;
      this.layer.value = "";
      this.cameras.value = "";
      this.legend.textContent = "";
      const find = button("Find its objects", () => void this.look(), { class: "secondary" });
      this.objects.replaceChildren(find);
    }
  }

  /** Shows what the server sees: the objects, and the map that is chosen. */
  private async look(): Promise<void> {
    const { content } = this;
    const { value } = this.layer;
    this.legend.textContent = "Looking…";
    const seen = content === null ? null : await this.seen(content);
    if (seen !== null && content === this.content && value === this.layer.value) {
      this.showObjects(seen);
      const layer = seen.layers.find(({ name }) => name === value);
      this.legend.replaceChildren(...(layer === undefined ? [] : layerMeaning(layer)));
      await this.cover(seen, layer);
    }
  }

  /** What is seen; null where the server says why there is nothing, or does not answer. */
  private async seen(content: Blob): Promise<Seen | null> {
    try {
      return await this.workbench.seeing.of(content);
    } catch (error) {
      if (content === this.content) {
        this.layer.value = "";
        this.legend.textContent = error instanceof Refusal ? inWords(error.message) : "";
        if (!(error instanceof Refusal)) {
          this.workbench.failures.add("picture", error, () => void this.look());
        }
      }
      return null;
    }
  }

  private showObjects(seen: Seen): void {
    const buttons = seen.objects.map((object, at) =>
      button(`Object ${at + 1}`, () => this.crop.frameObject(shares(object, seen)), {
        class: "secondary",
      }),
    );
    this.objects.replaceChildren(...buttons);
  }

  private async cover(seen: Seen, layer: SeenLayer | undefined): Promise<void> {
    if (layer === undefined) {
      this.crop.layOver(null);
      return;
    }
    const picture = element("img", { src: layer.picture });
    await picture.decode();
    const image = await createImageBitmap(picture);
    if (layer.name === this.layer.value) {
      this.crop.layOver({ image, place: shares(seen.square, seen) });
    }
  }
}

/** A box in pixels as shares of its picture. */
function shares({ left, top, right, bottom }: PixelBox, { width_px, height_px }: Seen): Frame {
  return [left / width_px, top / height_px, right / width_px, bottom / height_px];
}
