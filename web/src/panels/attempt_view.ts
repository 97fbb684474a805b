/** A picture on its way: being read, or to be cropped and turned first, refused or not. */

import { button, element } from "../dom/element";
import { icon } from "../dom/icon";
import type { Attempt } from "../state/state";
import type { Workbench } from "../state/workbench";
import { AttemptHelp } from "./attempt_help";
import { Crop } from "./crop";

const TITLES = { refused: "This picture could not be read", whole: "Crop or turn the picture" };

const HINT =
  "Draw a frame around one part, all of it with some background, and leave out other things. A picture at a slant, of a part on a plain ground, is read best.";

const CLOSED = "This browser cannot show the picture: only all of it can be read.";

export class AttemptView {
  readonly element: HTMLElement;
  private readonly given = element("img", { class: "given", alt: "The picture being read" });
  private readonly reading: HTMLElement;
  private readonly prepared: HTMLElement;
  private readonly title = element("h2");
  private readonly reason = element("p", { class: "reason", role: "alert" });
  private readonly hint = element("p", { class: "hint" });
  private readonly crop = new Crop();
  private readonly help: AttemptHelp;
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
      this.actions(
        button("Crop or turn it first", () => this.prepare(), { class: "secondary" }),
        button("Stop", () => workbench.pictures.stop(), { class: "secondary" }),
      ),
    );
    this.help = new AttemptHelp(workbench, this.crop);
    const turn = (direction: "left" | "right") => {
      const made = button(icon(direction === "left" ? "undo" : "redo"), () =>
        this.crop.turn(direction),
      );
      made.classList.add("secondary");
      made.append(`Turn ${direction}`);
      return made;
    };
    this.prepared = element(
      "div",
      { class: "reading prepared" },
      this.title,
      this.reason,
      this.crop.element,
      this.actions(turn("left"), turn("right")),
      this.help.element,
      this.hint,
      this.actions(
        button("Read what is in the frame", () => void this.readFrame(), { class: "primary" }),
        button("Choose another picture", choose, { class: "secondary" }),
        button("Close", () => workbench.pictures.stop(), { class: "secondary" }),
      ),
    );
    this.element = element("div", {}, this.reading, this.prepared);
  }

  show(attempt: Attempt | null): void {
    this.attempt = attempt;
    this.element.hidden = attempt === null;
    this.reading.hidden = !attempt?.isReading;
    this.prepared.hidden = attempt?.isReading ?? true;
    if (attempt?.isReading) {
      this.given.src = attempt.address;
    } else if (attempt) {
      const isRefused = attempt.refusal !== null;
      this.title.textContent = isRefused ? TITLES.refused : TITLES.whole;
      this.reason.textContent = attempt.refusal;
      this.prepared.classList.toggle("refused", isRefused);
      void this.open(attempt.content, isRefused);
    }
  }

  private async open(content: Blob, isRefused: boolean): Promise<void> {
    this.hint.textContent = HINT;
    this.help.show(content);
    await this.crop.show(content, isRefused).catch(() => {
      this.hint.textContent = CLOSED;
    });
  }

  private actions(...children: HTMLElement[]): HTMLElement {
    return element("div", { class: "actions" }, ...children);
  }

  /** Stops reading, to crop and turn. */
  private prepare(): void {
    if (this.attempt !== null) {
      this.workbench.pictures.prepare(this.attempt.content, this.attempt.name);
    }
  }

  private async readFrame(): Promise<void> {
    const { attempt } = this;
    const content = await this.crop.cut();
    if (attempt !== null && content !== null) {
      await this.workbench.pictures.take(content, attempt.name, this.help.camera);
    }
  }
}
