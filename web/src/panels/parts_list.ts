/** The parts that the browser keeps, to go on with, copy or delete. */

import { button, element } from "../dom/element";
import { icon } from "../dom/icon";
import type { Keeper } from "../state/keeper";
import type { PartEntry } from "../state/library";
import type { Workbench } from "../state/workbench";

const DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

export class PartsList {
  readonly element = element("section", { class: "parts", "aria-labelledby": "parts-title" });
  private readonly list = element("ul", { class: "part-list" });

  constructor(
    private readonly workbench: Workbench,
    private readonly keeper: Keeper,
  ) {
    const heading = element("h2", { id: "parts-title" }, "Your parts, kept in this browser");
    this.element.append(heading, this.list);
    this.element.hidden = true;
    keeper.onChange(() => this.workbench.store.state.history === null && void this.show());
  }

  /** Shows what is kept now. */
  async show(): Promise<void> {
    const entries = await this.keeper.list();
    this.list.replaceChildren(...entries.map((entry) => this.row(entry)));
    this.element.hidden = entries.length === 0;
  }

  private row(entry: PartEntry): HTMLLIElement {
    const { id, name, changed, thumbnail } = entry;
    const picture =
      thumbnail === "" ? icon("extrude") : element("img", { src: thumbnail, alt: "" });
    const words = element(
      "span",
      { class: "part-words" },
      element("strong", {}, name || "part"),
      element("time", { datetime: new Date(changed).toISOString() }, DATE.format(changed)),
    );
    const open = button(picture, () => void this.open(entry), { class: "part" });
    open.append(words);
    const copy = button("Duplicate", () => void this.keeper.duplicate(id), {
      class: "secondary",
      "aria-label": `Duplicate ${name}`,
    });
    const remove = button("Delete", () => void this.remove(entry), {
      class: "secondary",
      "aria-label": `Delete ${name}`,
    });
    return element("li", {}, open, copy, remove);
  }

  private async open({ id, name }: PartEntry): Promise<void> {
    if (!(await this.keeper.open(id))) {
      this.workbench.tell(
        `${name} is open in another tab. Duplicate it to go on with a copy here.`,
      );
    }
  }

  private async remove({ id, name }: PartEntry): Promise<void> {
    if (confirm(`Delete ${name} with its history? This cannot be undone.`)) {
      await this.keeper.remove(id);
    }
  }
}
