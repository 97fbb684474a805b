/** What stands here before a part is open: a place for a picture, parts that are kept, examples. */

import { button, element } from "../dom/element";
import { icon } from "../dom/icon";
import type { Example } from "../server/answers";
import type { Client } from "../server/client";
import type { Keeper } from "../state/keeper";
import type { Queue } from "../state/queue";
import type { State } from "../state/state";
import type { Workbench } from "../state/workbench";
import { AttemptView } from "./attempt_view";
import { PartsList } from "./parts_list";
import { QueueView } from "./queue_view";

/** Ways in which a part begins. */
export interface TakeActions {
  /** Starts with nothing. */
  begin(): void;
  choose(): void;
  photograph(): void;
}

export class Start {
  readonly element: HTMLElement;
  private readonly examples = element("div", { class: "examples" });
  private readonly invitation: HTMLElement;
  private readonly attempt: AttemptView;
  private parts: PartsList | null = null;

  constructor(
    private readonly workbench: Workbench,
    private readonly client: Client,
    queue: Queue,
    take: TakeActions,
  ) {
    const open = button("Choose a picture", take.choose, { class: "primary" });
    const photo = button(icon("camera"), take.photograph, { class: "secondary touch-only" });
    photo.append("Take a photo");
    const begin = button(icon("sketch"), take.begin, { class: "secondary" });
    begin.append("Draw a part by hand");
    const hint = element(
      "p",
      { class: "hint" },
      "Drop it here, paste it, or choose it: all of one part: a rendering, a screenshot, a photograph. Program files open too. Several files are read one after the other.",
    );
    const zone = element(
      "div",
      { class: "zone" },
      icon("picture"),
      element("h1", {}, "Picture in, solid out"),
      hint,
      element("div", { class: "actions" }, open, photo, begin),
    );
    const heading = element("h2", { class: "examples-title" }, "Or try an example");
    const waiting = new QueueView(workbench, queue).element;
    this.invitation = element("div", { class: "invitation" }, zone, waiting, heading);
    this.invitation.append(this.examples);
    this.attempt = new AttemptView(workbench, take.choose);
    this.element = element("div", { class: "start" }, this.invitation, this.attempt.element);
    workbench.store.watch(["history", "attempt"], (state) => this.show(state));
    void this.offer();
  }

  /** Shows the parts that are kept, where the browser keeps any. */
  showParts(keeper: Keeper | null): void {
    if (keeper !== null) {
      this.parts = new PartsList(this.workbench, keeper);
      this.invitation.children[1]?.after(this.parts.element);
      void this.parts.show();
    }
  }

  private show({ history, attempt }: State): void {
    const wasHidden = this.element.hidden;
    this.element.hidden = history !== null && attempt === null;
    this.invitation.hidden = attempt !== null;
    this.attempt.show(attempt);
    if (wasHidden && !this.element.hidden) {
      void this.parts?.show();
    }
  }

  private async offer(): Promise<void> {
    // Empty places of the final size: nothing moves when the pictures come.
    const places = Array.from({ length: 8 }, () => element("span", { class: "example" }));
    this.examples.replaceChildren(...places);
    try {
      const examples = await this.client.examples();
      this.examples.replaceChildren(...examples.map((example) => this.example(example)));
    } catch (error) {
      this.workbench.failures.add("picture", error, () => void this.offer());
    }
  }

  private example({ name, title, picture }: Example): HTMLButtonElement {
    const image = element("img", { src: picture, alt: "", width: 512, height: 512 });
    const made = button(image, () => void this.workbench.pictures.takeExample(picture, name), {
      class: "example",
      "data-example": name,
    });
    made.append(element("span", {}, title));
    return made;
  }
}
