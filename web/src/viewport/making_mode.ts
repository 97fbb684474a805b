/** What the modes that make something have in common. */

import type { Making } from "../state/making";
import type { State } from "../state/state";
import type { Workbench } from "../state/workbench";
import type { Ink } from "./ink";
import type { Places } from "./places";
import type { Stage } from "./stage";

export abstract class MakingMode {
  private readonly listeners: (() => void)[] = [];

  constructor(
    protected readonly workbench: Workbench,
    protected readonly making: Making,
    protected readonly stage: Stage,
    protected readonly places: Places,
    protected readonly ink: Ink,
  ) {
    workbench.store.listen((state, before) => this.follow(state, before));
  }

  /** Calls back when something has changed that is shown elsewhere too. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  protected abstract follow(state: State, before: State): void;

  protected tell(): void {
    for (const listener of this.listeners) {
      listener();
    }
  }
}
