/** The picture, and the programs that it may show. */

import { button, element, section } from "../dom/element";
import { shortEdges, sizeRatio } from "../program/candidates";
import { decimal } from "../program/length";
import type { Program } from "../program/operation";
import { readText } from "../program/read";
import type { Candidate } from "../server/answers";
import { trustOf, trustWords } from "../state/confidence";
import type { State } from "../state/state";
import type { PictureUse } from "../state/version";
import type { Workbench } from "../state/workbench";

export class PicturePanel {
  readonly element: HTMLElement;
  private readonly image = element("img", { class: "given", alt: "The picture that was read" });
  private readonly name = element("p", { class: "hint" });
  private readonly confidence = element("p", { class: "trust" });
  private readonly again: HTMLButtonElement;
  private readonly remarks = element("ul", { class: "remarks hint" });
  private readonly candidates = element("div", {
    class: "candidates",
    role: "group",
    "aria-label": "Candidates",
  });

  constructor(private readonly workbench: Workbench) {
    const again = button("Crop, turn, read again", () => this.prepare(), { class: "secondary" });
    this.again = again;
    const facts = element("div", {}, this.name, this.confidence, again);
    const given = element("div", { class: "given-row" }, this.image, facts);
    const parts = [given, this.candidates, this.remarks];
    this.element = section("picture", "Picture and candidates", ...parts);
    this.element.dataset.tab = "picture";
    workbench.store.watch(["picture"], (state) => this.show(state));
  }

  private show({ picture: use }: State): void {
    this.element.classList.toggle("without", use === null);
    this.image.hidden = use === null;
    this.confidence.hidden = use === null;
    this.again.hidden = use === null;
    if (use === null) {
      this.name.textContent = "No picture: this part was not read from one.";
      this.candidates.replaceChildren();
      this.remarks.replaceChildren();
      return;
    }
    const { picture } = use;
    this.image.src = picture.address;
    const advice = "Compare the solid with the picture (P)";
    const isLikely = trustOf(picture.confidence) === "likely";
    this.name.textContent = isLikely ? picture.name : `${picture.name}. ${advice}.`;
    this.confidence.textContent = trustWords(picture.confidence);
    this.confidence.dataset.trust = trustOf(picture.confidence);
    this.showCandidates(use);
  }

  private prepare(): void {
    const { picture } = this.workbench.store.state;
    if (picture !== null) {
      this.workbench.pictures.prepare(picture.picture.content, picture.picture.name);
    }
  }

  private showCandidates({ picture, taken }: PictureUse): void {
    const focused = [...this.candidates.children].indexOf(document.activeElement ?? this.image);
    const programs = picture.candidates.map(({ text }) => readText(text)?.program ?? null);
    const made = picture.candidates.map((candidate, number) =>
      this.candidate(
        candidate,
        number,
        number === taken,
        differenceOf(candidate, programs, number),
      ),
    );
    this.candidates.replaceChildren(...made);
    made[focused]?.focus();
    const candidate = picture.candidates[taken];
    const remarks = candidate === undefined ? [] : remarksOn(candidate, programs, taken);
    this.remarks.replaceChildren(...remarks.map((remark) => element("li", {}, remark)));
  }

  private candidate(
    { score, assumptions, thumbnail }: Candidate,
    number: number,
    isTaken: boolean,
    difference: string | null,
  ): HTMLButtonElement {
    const words = [difference ?? [], assumptions].flat().join("; ");
    const image = element("img", { src: thumbnail, alt: "", width: 160, height: 160 });
    const choice = button(image, () => this.workbench.pictures.choose(number), {
      class: "candidate",
      title: words,
      "aria-label": `Candidate ${number + 1}, score ${percent(score)}${words && `: ${words}`}`,
      "aria-pressed": isTaken ? "true" : "false",
    });
    choice.append(element("span", {}, percent(score)));
    return choice;
  }
}

/** How a candidate differs from the first where the pictures of both look alike. */
function differenceOf(
  { differs }: Candidate,
  programs: readonly (Program | null)[],
  number: number,
): string | null {
  const [first, own] = [programs[0], programs[number]];
  const ratio = first && own && number > 0 ? sizeRatio(own, first) : null;
  return ratio === null
    ? differs
    : `the shape of the first, ${decimal(ratio, 3)} times as large and at another place: a picture does not tell`;
}

/** What is to be known of the candidate that was taken. */
function remarksOn(
  candidate: Candidate,
  programs: readonly (Program | null)[],
  taken: number,
): string[] {
  const program = programs[taken];
  const short = program ? shortEdges(program).map((index) => `step ${index + 1}`) : [];
  const edges =
    short.length === 0
      ? []
      : [`A very short edge (${short.join(", ")}) may be none: look at it over the picture.`];
  const alike = programs.flatMap((_, number) => {
    const one = candidate === undefined || number === 0 ? null : programs[number];
    const ratio = one && programs[0] ? sizeRatio(one, programs[0]) : null;
    return ratio === null
      ? []
      : [`Candidate ${number + 1} is candidate 1, ${decimal(ratio, 3)} times as large.`];
  });
  return [
    ...candidate.assumptions.map((words) => `Taken for granted: ${words}.`),
    ...edges,
    ...alike,
  ];
}

function percent(share: number): string {
  return `${decimal(share * 100, 0)} %`;
}
