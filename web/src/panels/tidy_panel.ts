/** Round numbers and relations to choose from, shown in the solid while they are chosen. */

import { button, element, section } from "../dom/element";
import { lengthText } from "../program/length";
import type { Program } from "../program/operation";
import { type Proposal, proposals } from "../program/tidy";
import type { State } from "../state/state";
import { cameraOf, type PictureUse, type Version } from "../state/version";
import type { Workbench } from "../state/workbench";

/** How far things may move at first, as a share of the part's size: about what a reading is off. */
const FIRST_SHARE = 0.006;

const MAX_SHARE = 0.02;

const PROMISE = "Finds round numbers and relations that the part nearly has.";

export class TidyPanel {
  readonly element: HTMLElement;
  private readonly start = button("Tidy up…", () => this.begin(), { class: "secondary" });
  private readonly hint = element("p", { class: "hint" }, PROMISE);
  private readonly reach = element("input", {
    type: "range",
    min: 0,
    max: MAX_SHARE,
    step: MAX_SHARE / 40,
    "aria-label": "How far things may move",
  });
  private readonly reachWords = element("output", { class: "value" });
  private readonly list = element("ul", { class: "proposals" });
  private readonly work: HTMLElement;
  /** What is tidied up; null while nothing is proposed. */
  private before: { readonly program: Program; readonly version: Version } | null = null;
  /** Whether a change of the part is this panel's own. */
  private isOwn = false;
  private offered: readonly Proposal[] = [];

  constructor(private readonly workbench: Workbench) {
    const act = button("Keep these", () => this.end(true), { class: "primary" });
    const cancel = button("Cancel", () => this.end(false), { class: "secondary" });
    const reach = element(
      "label",
      { class: "tray-row" },
      "Move up to",
      this.reach,
      this.reachWords,
    );
    const actions = element("div", { class: "actions" }, act, cancel);
    this.work = element("div", { class: "tidy" }, reach, this.list, actions);
    this.element = section("tidy", "Tidy up", this.hint, this.start, this.work);
    this.element.dataset.tab = "steps";
    this.work.hidden = true;
    this.reach.addEventListener("input", () => this.offer());
    this.list.addEventListener("change", () => this.show());
    workbench.store.watch(["program"], (state) => this.follow(state));
  }

  private begin(): void {
    const { program, history } = this.workbench.store.state;
    if (program !== null && history !== null) {
      this.workbench.settle();
      this.before = { program, version: history.present };
      this.reach.value = String(FIRST_SHARE);
      this.start.hidden = true;
      this.work.hidden = false;
      this.offer();
      this.reach.focus();
    }
  }

  /** Lists what is proposed within the reach, all of it chosen. */
  private offer(): void {
    const { before } = this;
    const { picture, unit } = this.workbench.store.state;
    if (before === null) {
      return;
    }
    const reach = this.reach.valueAsNumber * sizeOf(this.workbench.store.state);
    this.reachWords.value = lengthText(reach, unit);
    this.offered = proposals(before.program, reach);
    this.list.replaceChildren(
      ...this.offered.map(({ title, moves }) => {
        const box = element("input", { type: "checkbox" });
        box.checked = true;
        const pixels = picture === null ? "" : `, ${pixelsOf(moves, picture)} px of the picture`;
        const words = `moves ${lengthText(moves, unit, 3)}${pixels}`;
        const label = element("label", {}, box, element("span", {}, title));
        label.append(element("small", {}, words));
        return element("li", {}, label);
      }),
    );
    this.hint.textContent =
      this.offered.length === 0
        ? "Nothing is nearly round within this reach."
        : "Untick what is to stay.";
    this.show();
  }

  /** Shows the part with what is ticked. */
  private show(): void {
    const { before } = this;
    if (before !== null) {
      const boxes = [...this.list.querySelectorAll("input")];
      const ticked = this.offered.filter((_, at) => boxes[at]?.checked);
      const next = ticked.reduce((now, one) => one.apply(now) ?? now, before.program);
      this.act(() => this.workbench.edit(next, "tidy"));
    }
  }

  private act(change: () => void): void {
    this.isOwn = true;
    change();
    this.isOwn = false;
  }

  private end(isKept: boolean): void {
    const { history } = this.workbench.store.state;
    if (!isKept && history?.past.at(-1) === this.before?.version) {
      this.act(() => this.workbench.undo());
    }
    this.workbench.settle();
    this.leave();
    this.start.focus();
  }

  private leave(): void {
    this.before = null;
    this.start.hidden = false;
    this.work.hidden = true;
    this.hint.textContent = PROMISE;
  }

  /** Ends where the part is changed elsewhere. */
  private follow({ program }: State): void {
    if (this.before !== null && !this.isOwn) {
      this.leave();
    }
    this.start.disabled = (program?.operations.length ?? 0) === 0;
  }
}

/** The longest side of the solid. */
function sizeOf({ build }: State): number {
  const box = build?.measures?.box;
  return box === undefined
    ? 1
    : Math.max(...([0, 1, 2] as const).map((axis) => box[1][axis] - box[0][axis]));
}

/** A length at the part as pixels of its picture. */
function pixelsOf(units: number, use: PictureUse): string {
  const { position, target, vertical_fov_deg, height } = cameraOf(use);
  const away = Math.hypot(...position.map((value, axis) => value - (target[axis] ?? 0)));
  const seen = 2 * away * Math.tan((vertical_fov_deg / 2) * (Math.PI / 180));
  return ((units / seen) * height).toFixed(1);
}
