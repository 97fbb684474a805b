/** What the browser keeps between visits: the last program, and the look. */

const PROGRAM = "cadseq.program";
const NAME = "cadseq.name";
const THEME = "cadseq.theme";

/** A look; `system` follows the machine's setting. */
export type Theme = "system" | "light" | "dark";

/** The last program with its name. */
export interface Saved {
  readonly text: string;
  readonly name: string;
}

/** Keeps a program; browsers that keep nothing are no fault. */
export function saveProgram({ text, name }: Saved): void {
  write(PROGRAM, text);
  write(NAME, name);
}

export function savedProgram(): Saved | null {
  const text = read(PROGRAM);
  return text === null || text === "" ? null : { text, name: read(NAME) ?? "part" };
}

export function saveTheme(theme: Theme): void {
  write(THEME, theme);
}

export function savedTheme(): Theme {
  const theme = read(THEME);
  return theme === "light" || theme === "dark" ? theme : "system";
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is full or forbidden: the page works without.
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
