/** A picture on its way: being read, or refused, with what may help. */

import { button, element } from "../dom/element";
import type { Attempt } from "../state/state";
import type { Workbench } from "../state/workbench";
import { Crop } from "./crop";

export class AttemptView {
  readonly element: HTMLElement;
  private readonly given = element("img", { class: "given", alt: "The picture being read" });
  private readonly reading: HTMLElement;
  private readonly refused: HTMLElement;
  private readonly reason = element("p", { class: "reason" });
  private readonly crop = new Crop();
  private attempt: Attempt | null = null;

  /** @param choose Offers to choose another picture. */
  constructor(
    private readonly workbench: Workbench,
    choose: () => void,
  ) {
    this.reading = element(
      "div",
      { class: "reading", role: "status" },
      this.given,
      element("p", {}, "Reading the picture…"),
      element("progress", { "aria-label": "Reading the picture" }),
      button("Stop", () => workbench.pictures.stop(), { class: "secondary" }),
    );
    const actions = element(
      "div",
      { class: "actions" },
      button("Read what is in the frame", () => void this.readFrame(), { class: "primary" }),
      button("Choose another picture", choose, { class: "secondary" }),
      button("Close", () => workbench.pictures.stop(), { class: "secondary" }),
    );
    const hint = element(
      "p",
      { class: "hint" },
      "Draw a frame around one part, all of it with some background, and leave out other things. A picture at a slant, of a part on a plain ground, is read best.",
    );
    this.refused = element(
      "div",
      { class: "reading refused" },
      element("h2", {}, "This picture could not be read"),
      this.reason,
      this.crop.element,
      hint,
      actions,
    );
    this.reason.setAttribute("role", "alert");
    this.element = element("div", {}, this.reading, this.refused);
  }

  show(attempt: Attempt | null): void {
    this.attempt = attempt;
    this.element.hidden = attempt === null;
    this.reading.hidden = attempt?.refusal !== null;
    this.refused.hidden = (attempt?.refusal ?? null) === null;
    this.reason.textContent = attempt?.refusal ?? "";
    if (attempt?.refusal === null) {
      this.given.src = attempt.address;
    } else if (attempt) {
      this.crop.show(attempt.address);
    }
  }

  private async readFrame(): Promise<void> {
    if (this.attempt !== null) {
      const { content, name } = this.attempt;
      try {
        await this.workbench.pictures.take(await this.crop.cut(content), name);
      } catch {
        this.workbench.tell("This browser cannot open the picture; crop it with another program.");
      }
    }
  }
}
