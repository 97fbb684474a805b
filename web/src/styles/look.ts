/** Light, dark, or as the system has it. */

import { savedTheme, saveTheme, type Theme } from "../state/saved";

/** What the system has. */
const SYSTEM = matchMedia("(prefers-color-scheme: dark)");

export class Look {
  private theme = savedTheme();
  private readonly listeners: (() => void)[] = [];

  constructor() {
    SYSTEM.addEventListener("change", () => {
      this.apply();
      this.tell();
    });
    this.apply();
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Goes to the next look; the first step always changes what is seen. */
  next(): void {
    const order: readonly Theme[] = SYSTEM.matches
      ? ["system", "light", "dark"]
      : ["system", "dark", "light"];
    this.theme = order[(order.indexOf(this.theme) + 1) % order.length] ?? "system";
    saveTheme(this.theme);
    this.apply();
    this.tell();
  }

  private apply(): void {
    const system = SYSTEM.matches ? "dark" : "light";
    document.documentElement.dataset.theme = this.theme === "system" ? system : this.theme;
  }

  private tell(): void {
    for (const listener of this.listeners) {
      listener();
    }
  }
}
