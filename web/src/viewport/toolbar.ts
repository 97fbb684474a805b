/** The tools over the solid: views, edges, section, measure, picture. */

import { button, element } from "../dom/element";
import { icon } from "../dom/icon";
import type { Store } from "../state/state";
import type { Cut } from "./section";
import { type MeasuredKind, measureRow, pictureRow, sectionRow } from "./tray_rows";
import type { Viewport } from "./viewport";
import { STANDARD_VIEWS } from "./views";

export class Toolbar {
  readonly element: HTMLElement;
  /** Controls of the tool in use. */
  readonly tray = element("div", { class: "tray", role: "group", hidden: true });
  private readonly edges = toggle("edges", "Edges", "E", () => this.toggleEdges());
  private readonly cut = toggle("section", "Section", "X", () => this.toggleSection());
  private readonly ruler = toggle("measure", "Measure", "M", () => this.toggleMeasure());
  private readonly picture = toggle("picture", "Picture overlay", "P", () => this.togglePicture());
  private readonly parallel = toggle("parallel", "Orthographic view", "Q", () =>
    this.toggleOrthographic(),
  );
  private section: Cut = { axis: "z", share: 0.5, isFlipped: false };
  private measured: MeasuredKind = "points";

  constructor(
    private readonly viewport: Viewport,
    store: Store,
  ) {
    this.element = element(
      "div",
      { class: "toolbar", role: "toolbar", "aria-label": "View" },
      tool("fit", "Fit to view", "F", () => this.fit()),
      this.views(),
      this.parallel,
      this.edges,
      this.cut,
      this.ruler,
      this.picture,
    );
    setPressed(this.edges, true);
    viewport.pictureView.onChange((isOn) => {
      setPressed(this.picture, isOn);
      this.showTray();
    });
    store.watch(["picture"], () => {
      this.picture.disabled = !viewport.pictureView.isPossible;
    });
  }

  fit(): void {
    this.viewport.pictureView.turnOff();
    this.viewport.stage.fit();
  }

  toggleEdges(): void {
    this.viewport.showEdges(setPressed(this.edges, !isPressed(this.edges)));
  }

  toggleMeasure(): void {
    const isOn = setPressed(this.ruler, !isPressed(this.ruler));
    this.viewport.measure(isOn ? this.measured : null);
    this.showTray();
  }

  toggleSection(): void {
    if (setPressed(this.cut, !isPressed(this.cut))) {
      this.viewport.cut(this.section);
    } else {
      this.viewport.uncut();
    }
    this.showTray();
  }

  toggleOrthographic(): void {
    this.viewport.pictureView.turnOff();
    this.viewport.stage.setOrthographic(setPressed(this.parallel, !isPressed(this.parallel)));
  }

  togglePicture(): void {
    if (isPressed(this.picture)) {
      this.viewport.pictureView.turnOff();
    } else {
      this.viewport.pictureView.turnOn();
    }
  }

  /** Ends section, measuring and the picture's view. */
  reset(): void {
    for (const [tool, act] of [
      [this.cut, () => this.toggleSection()],
      [this.ruler, () => this.toggleMeasure()],
      [this.picture, () => this.togglePicture()],
    ] as const) {
      if (isPressed(tool)) {
        act();
      }
    }
  }

  /** Keeps the cut where it is, relative to a part that changed. */
  follow(): void {
    if (isPressed(this.cut)) {
      this.viewport.cut(this.section);
    }
  }

  private views(): HTMLElement {
    const options = STANDARD_VIEWS.map(({ name, key }) =>
      element("option", { value: key }, `${name}  (${key})`),
    );
    const heading = element("option", { value: "", hidden: true, selected: true }, "View");
    const select = element("select", { "aria-label": "Standard view" }, heading, ...options);
    select.addEventListener("change", () => {
      this.look(select.value);
      select.value = "";
    });
    return select;
  }

  /** Takes the standard view of a key; says whether there is one. */
  look(key: string): boolean {
    const view = STANDARD_VIEWS.find((one) => one.key === key);
    if (view !== undefined) {
      this.viewport.pictureView.turnOff();
      this.viewport.stage.look(view.direction);
    }
    return view !== undefined;
  }

  private showTray(): void {
    const rows: HTMLElement[] = [];
    if (isPressed(this.cut)) {
      rows.push(
        sectionRow(this.viewport, this.section, (cut) => {
          this.section = cut;
        }),
      );
    }
    if (isPressed(this.picture)) {
      rows.push(pictureRow(this.viewport), this.viewport.pictureView.layers.controls);
    }
    if (isPressed(this.ruler)) {
      rows.push(
        measureRow(this.measured, (kind) => {
          this.measured = kind;
          this.viewport.measure(kind);
        }),
      );
    }
    this.tray.replaceChildren(...rows);
    this.tray.hidden = rows.length === 0;
  }
}

function tool(name: Parameters<typeof icon>[0], label: string, key: string, act: () => void) {
  const attributes = { class: "tool", "aria-label": label, title: `${label} (${key})` };
  return button(icon(name), act, { ...attributes, "aria-keyshortcuts": key });
}

function toggle(name: Parameters<typeof icon>[0], label: string, key: string, act: () => void) {
  const made = tool(name, label, key, act);
  setPressed(made, false);
  return made;
}

function isPressed(tool: HTMLButtonElement): boolean {
  return tool.getAttribute("aria-pressed") === "true";
}

function setPressed(tool: HTMLButtonElement, isPressed: boolean): boolean {
  tool.setAttribute("aria-pressed", String(isPressed));
  return isPressed;
}
