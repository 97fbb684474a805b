/** Small things that the browser keeps: the look, the unit of lengths, and which part a tab has open. */

import type { LengthUnit } from "../program/length";

const THEME = "cadseq.theme";
const UNIT = "cadseq.unit";
const PART = "cadseq.part";

/** A look; `system` follows the machine's setting. */
export type Theme = "system" | "light" | "dark";

export function saveTheme(theme: Theme): void {
  quietly(() => localStorage.setItem(THEME, theme));
}

export function savedTheme(): Theme {
  const theme = quietly(() => localStorage.getItem(THEME));
  return theme === "light" || theme === "dark" ? theme : "system";
}

export function saveUnit(unit: LengthUnit): void {
  quietly(() => localStorage.setItem(UNIT, unit));
}

export function savedUnit(): LengthUnit {
  return quietly(() => localStorage.getItem(UNIT)) === "in" ? "in" : "mm";
}

/** Remembers which part this tab has open, over a reload; null for none. */
export function savePartOfTab(part: string | null): void {
  quietly(() =>
    part === null ? sessionStorage.removeItem(PART) : sessionStorage.setItem(PART, part),
  );
}

export function partOfTab(): string | null {
  return quietly(() => sessionStorage.getItem(PART)) ?? null;
}

/** The program that earlier pages kept, once. */
export function takeEarlierProgram(): { text: string; name: string } | null {
  return quietly(() => {
    const [text, name] = ["cadseq.program", "cadseq.name"].map((key) => localStorage.getItem(key));
    localStorage.removeItem("cadseq.program");
    return text ? { text, name: name ?? "part" } : null;
  });
}

/** Storage may be full or forbidden: the page works without. */
function quietly<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
