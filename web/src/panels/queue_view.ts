/** Files that wait to be read, the one that is being read, and those that were refused. */

import { button, element } from "../dom/element";
import { icon } from "../dom/icon";
import { isPicture, type Queue } from "../state/queue";
import type { QueuedFile } from "../state/state";
import type { Workbench } from "../state/workbench";

export class QueueView {
  readonly element = element("section", { class: "parts", "aria-labelledby": "queue-title" });
  private readonly list = element("ol", { class: "part-list queue" });

  constructor(
    workbench: Workbench,
    private readonly queue: Queue,
  ) {
    const heading = element("h2", { id: "queue-title" }, "Read one after the other");
    this.element.append(heading, this.list);
    workbench.store.watch(["queue"], ({ queue }) => this.show(queue));
  }

  private show(files: readonly QueuedFile[]): void {
    this.element.hidden = files.length === 0;
    this.list.replaceChildren(...files.map((file) => this.row(file)));
  }

  private row({ id, file, address, isReading, refusal }: QueuedFile): HTMLLIElement {
    const picture = isPicture(file) ? element("img", { src: address, alt: "" }) : icon("file");
    const state = refusal ?? (isReading ? "Being read…" : "Waits");
    const words = element(
      "span",
      { class: "part-words" },
      element("strong", {}, file.name),
      element("small", { class: refusal === null ? "" : "reason" }, state),
    );
    const prepare = button("Crop or turn", () => this.queue.prepare(id), {
      class: "secondary",
      "aria-label": `Crop or turn ${file.name}`,
    });
    const remove = button("Remove", () => this.queue.remove(id), {
      class: "secondary",
      "aria-label": `Remove ${file.name}`,
    });
    const isRefused = refusal !== null && isPicture(file);
    return element(
      "li",
      {},
      element("span", { class: "part" }, picture, words),
      ...(isRefused ? [prepare] : []),
      remove,
    );
  }
}
