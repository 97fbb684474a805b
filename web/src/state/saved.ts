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

/** How long a program may change before it is kept: a drag changes it many times a second. */
const REST_MILLIS = 300;

let waiting: Saved | null = null;

/** Keeps a program soon, or when the page is left; browsers that keep nothing are no fault. */
export function saveProgram(program: Saved): void {
  if (waiting === null) {
    setTimeout(saveNow, REST_MILLIS);
  }
  waiting = program;
}

/** Keeps at once what is to be kept. */
export function saveNow(): void {
  if (waiting !== null) {
    write(PROGRAM, waiting.text);
    write(NAME, waiting.name);
    waiting = null;
  }
}

export function savedProgram(): Saved | null {
  saveNow();
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
