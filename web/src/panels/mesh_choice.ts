/** How fine the triangles of mesh files are. */

import { element } from "../dom/element";
import { type LengthUnit, lengthText } from "../program/length";
import type { Build } from "../server/answers";
import type { Workbench } from "../state/workbench";

/** Formats of triangles. */
export const MESHES: readonly string[] = ["stl", "obj", "glb", "3mf"];

/** How far triangles leave the solid, as shares of its box's diagonal; the server's own choice is null. */
const SHARES: Readonly<Record<string, number | null>> = {
  Usual: null,
  Coarse: 5e-3,
  Fine: 2e-4,
  "Very fine": 2e-5,
};

export class MeshChoice {
  readonly element: HTMLElement;
  private readonly select = element("select", { "aria-label": "Triangles of mesh files" });

  constructor(workbench: Workbench) {
    this.element = element(
      "label",
      { class: "choice" },
      element("span", {}, "Triangles"),
      this.select,
    );
    for (const name of Object.keys(SHARES)) {
      this.select.append(element("option", { value: name }));
    }
    workbench.store.watch(["build", "unit"], ({ build, unit }) => this.show(build, unit));
  }

  /** The chosen distance in model units; null where the server chooses. */
  tolerance(build: Build | null): number | null {
    const share = SHARES[this.select.value] ?? null;
    const diagonal = diagonalOf(build);
    return share === null || diagonal === null ? null : roundedUp(share * diagonal);
  }

  private show(build: Build | null, unit: LengthUnit): void {
    const diagonal = diagonalOf(build);
    for (const option of this.select.options) {
      const share = SHARES[option.value] ?? null;
      const within = share === null || diagonal === null ? null : share * diagonal;
      const words = within === null ? "" : `, within ${lengthText(roundedUp(within), unit, 4)}`;
      option.textContent = option.value + words;
    }
  }
}

function diagonalOf(build: Build | null): number | null {
  const box = build?.measures?.box;
  return box === undefined
    ? null
    : Math.hypot(...([0, 1, 2] as const).map((axis) => box[1][axis] - box[0][axis]));
}

/** One digit says enough. */
function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return Math.ceil(value / power - 1e-9) * power;
}
