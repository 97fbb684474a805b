/** Choosing the operation that made a face, by a click on it. */

import type { Workbench } from "../state/workbench";
import type { Mode } from "./mode";
import type { Picker } from "./picker";
import type { CanvasPoint } from "./sight";

export class Choosing implements Mode {
  readonly isOn = true;

  /** @param makersOf The operations that made a face. */
  constructor(
    private readonly workbench: Workbench,
    private readonly picker: Picker,
    private readonly makersOf: (face: number) => readonly number[],
  ) {}

  hover(at: CanvasPoint | null): void {
    const made = at === null ? [] : this.makersAt(at);
    const { hovered } = this.workbench.store.state;
    if (made.join() !== hovered.join()) {
      this.workbench.store.update({ hovered: made });
    }
  }

  click(at: CanvasPoint): void {
    this.workbench.select(this.makersAt(at)[0] ?? null);
  }

  private makersAt(at: CanvasPoint): readonly number[] {
    const face = this.picker.face(at);
    return face === null ? [] : this.makersOf(face);
  }
}
