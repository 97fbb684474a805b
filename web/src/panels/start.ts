/** What stands here before a part is open: a place for a picture, and examples. */

import { button, element } from "../dom/element";
import { icon } from "../dom/icon";
import type { Example } from "../server/answers";
import type { Client } from "../server/client";
import { savedProgram } from "../state/saved";
import type { State } from "../state/state";
import type { Workbench } from "../state/workbench";

/** Ways in which a picture comes. */
export interface TakeActions {
  choose(): void;
  photograph(): void;
}

export class Start {
  readonly element: HTMLElement;
  private readonly examples = element("div", { class: "examples" });
  private readonly again = button("", () => this.goOn(), { class: "secondary" });
  private readonly invitation: HTMLElement;
  private readonly progress: HTMLElement;
  private readonly given = element("img", { class: "given", alt: "The picture being read" });

  constructor(
    private readonly workbench: Workbench,
    private readonly client: Client,
    take: TakeActions,
  ) {
    const open = button("Choose a picture", take.choose, { class: "primary" });
    const photo = button(icon("camera"), take.photograph, { class: "secondary touch-only" });
    photo.append("Take a photo");
    const hint = element(
      "p",
      { class: "hint" },
      "Drop it here, paste it, or choose it: all of one part: a rendering, a screenshot, a photograph. Program files open too.",
    );
    const actions = element("div", { class: "actions" }, open, photo, this.again);
    const zone = element(
      "div",
      { class: "zone" },
      icon("picture"),
      element("h1", {}, "Picture in, solid out"),
      hint,
      actions,
    );
    const heading = element("h2", {}, "Or try an example");
    this.invitation = element("div", { class: "invitation" }, zone, heading, this.examples);
    this.progress = element(
      "div",
      { class: "reading", role: "status" },
      this.given,
      element("p", {}, "Reading the picture…"),
      element("progress", { "aria-label": "Reading the picture" }),
      button("Stop", () => workbench.pictures.stop(), { class: "secondary" }),
    );
    this.element = element("div", { class: "start" }, this.invitation, this.progress);
    workbench.store.watch(["history", "picture"], (state) => this.show(state));
    void this.offer();
  }

  private show({ history, picture }: State): void {
    const isReading = picture !== null && picture.reading === null;
    this.element.hidden = history !== null && !isReading;
    this.invitation.hidden = isReading;
    this.progress.hidden = !isReading;
    if (isReading) {
      this.given.src = picture.address;
    }
    const saved = savedProgram();
    this.again.hidden = saved === null;
    this.again.textContent = `Go on with ${saved?.name ?? "the last part"}`;
  }

  private goOn(): void {
    const saved = savedProgram();
    if (saved !== null) {
      this.workbench.open(saved.text, saved.name);
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
