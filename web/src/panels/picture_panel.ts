/** The picture, and the programs that it may show. */

import { button, element, section } from "../dom/element";
import { decimal } from "../program/length";
import type { Reading, State } from "../state/state";
import type { Workbench } from "../state/workbench";

export class PicturePanel {
  readonly element: HTMLElement;
  private readonly image = element("img", { class: "given", alt: "The picture that was read" });
  private readonly confidence = element("p", { class: "hint" });
  private readonly candidates = element("div", {
    class: "candidates",
    role: "group",
    "aria-label": "Candidates",
  });

  constructor(private readonly workbench: Workbench) {
    const facts = element("div", {}, this.confidence);
    const given = element("div", { class: "given-row" }, this.image, facts);
    this.element = section("picture", "Picture and candidates", given, this.candidates);
    this.element.dataset.tab = "picture";
    workbench.store.watch(["picture"], (state) => this.show(state));
  }

  private show({ picture }: State): void {
    const reading = picture?.reading ?? null;
    this.element.classList.toggle("without", reading === null);
    if (picture === null || reading === null) {
      this.confidence.textContent = "No picture: this program was opened as text.";
      this.image.hidden = true;
      this.candidates.replaceChildren();
      return;
    }
    this.image.hidden = false;
    this.image.src = picture.address;
    this.confidence.textContent = `${picture.name}: ${percent(reading.confidence)} sure of the first candidate.`;
    this.showCandidates(reading);
  }

  private showCandidates(reading: Reading): void {
    const focused = [...this.candidates.children].indexOf(document.activeElement ?? this.image);
    const made = reading.candidates.map((candidate, number) => {
      const words = [candidate.differs ?? [], candidate.assumptions].flat().join("; ");
      const label = `Candidate ${number + 1}, score ${percent(candidate.score)}${words && `: ${words}`}`;
      const image = element("img", { src: candidate.thumbnail, alt: "", width: 160, height: 160 });
      const taken = number === reading.taken;
      const choice = button(image, () => this.workbench.pictures.choose(number), {
        class: "candidate",
        title: words,
        "aria-label": label,
        "aria-pressed": taken ? "true" : "false",
      });
      choice.append(element("span", {}, percent(candidate.score)));
      return choice;
    });
    this.candidates.replaceChildren(...made);
    made[focused]?.focus();
  }
}

function percent(share: number): string {
  return `${decimal(share * 100, 0)} %`;
}
