/** Light, dark, or as the system has it. */

import { savedTheme, saveTheme, type Theme } from "../state/saved";

const ORDER: readonly Theme[] = ["system", "light", "dark"];

export class Look {
  private theme = savedTheme();
  private readonly listeners: (() => void)[] = [];

  constructor() {
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.tell());
    this.apply();
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Goes to the next look; the first step always changes what is seen. */
  next(): void {
    const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
    const order = isDark ? ORDER : (["system", "dark", "light"] as const);
    this.theme = order[(order.indexOf(this.theme) + 1) % order.length] ?? "system";
    saveTheme(this.theme);
    this.apply();
    this.tell();
  }

  private apply(): void {
    document.documentElement.dataset.theme = this.theme;
  }

  private tell(): void {
    for (const listener of this.listeners) {
      listener();
    }
  }
}
