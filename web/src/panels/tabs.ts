/** On narrow screens one panel shows at a time, under the solid; this bar chooses it. */

import { button, element } from "../dom/element";

const TABS = {
  steps: "Steps",
  sketch: "Sketch",
  picture: "Picture",
  text: "Text",
  export: "Export",
};

export function tabs(bench: HTMLElement): HTMLElement {
  const buttons = Object.entries(TABS).map(([name, title]) =>
    button(title, () => choose(name), { "data-for": name }),
  );
  const choose = (name: string): void => {
    bench.dataset.tab = name;
    for (const one of buttons) {
      one.setAttribute("aria-current", String(one.dataset.for === name));
    }
  };
  choose("steps");
  return element("nav", { class: "tabs", "aria-label": "Panels" }, ...buttons);
}
